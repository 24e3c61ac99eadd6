using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Telegram;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class TelegramClientTests
{
    const string Token = "123456:AAsecret";

    [Fact]
    public async Task A_message_goes_to_the_chat_as_plain_text()
    {
        await using var telegram = await StandIn.AnsweringAsync((200, """{"ok":true,"result":{"message_id":77,"date":1,"chat":{"id":-1001234567890123}}}""", []));
        await using var services = Services(telegram);
        Assert.Equal(77, await services.GetRequiredService<TelegramClient>().SendMessageAsync(-1001234567890123, "Sales: $1,234.50 (+3%)", default));
        var request = Assert.Single(telegram.Arrived);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal($"/bot{Token}/sendMessage", request.Path);
        Assert.Equal("Sales: $1,234.50 (+3%)", body.RootElement.GetProperty("text").GetString());
        Assert.False(body.RootElement.TryGetProperty("parse_mode", out _));
    }

    [SharedTheory]
    [InlineData("telegram/response_400_message_is_too_long.json", 400, false, null)]
    [InlineData("telegram/response_403_user_is_deactivated.json", 403, false, null)]
    [InlineData("telegram/response_429_too_many_requests.json", 429, true, 14)]
    public async Task Refusals_say_what_to_do(string sample, int status, bool isTransient, int? wait)
    {
        await using var telegram = await StandIn.AnsweringAsync((status, Shared.Read(sample), []));
        await using var services = Services(telegram);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<TelegramClient>().SendMessageAsync(1, "Hi", default));
        Assert.Equal((isTransient, wait, $"{status}"), (refusal.IsTransient, (int?)refusal.RetryAfter?.TotalSeconds, refusal.Code));
        Assert.Single(telegram.Arrived);
    }

    [Fact]
    public async Task The_token_is_in_no_message_of_ours()
    {
        await using var rude = await StandIn.AnsweringAsync((404, $$"""{"ok":false,"description":"no route /bot{{Token}}/getMe"}""", []));
        await using var services = Services(rude);
        await using var down = StandIn.Services(new JumpingTime(), ("Telegram:BaseUrl", "http://127.0.0.1:1/"), ("Telegram:BotToken", Token), ("Telegram:SecretToken", "s"));
        foreach (var client in new[] { services.GetRequiredService<TelegramClient>(), down.GetRequiredService<TelegramClient>() })
        {
            var refusal = await Assert.ThrowsAsync<ProviderException>(() => client.GetMeAsync(default));
            Assert.DoesNotContain("AAsecret", refusal.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_token_is_in_no_log_and_no_trace()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => seen.Enqueue(string.Join(' ', activity.TagObjects.Select(t => t.Value))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var telegram = await StandIn.AnsweringAsync((200, """{"ok":true,"result":{"id":1,"is_bot":true}}""", []));
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(seen))).AddClients()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
                { ["Telegram:BaseUrl"] = telegram.Url.AbsoluteUri, ["Telegram:BotToken"] = Token, ["Telegram:SecretToken"] = "s" }).Build());
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TelegramClient>().GetMeAsync(default);
        Assert.DoesNotContain(seen, line => line.Contains("AAsecret", StringComparison.Ordinal));
    }

    sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull { lines.Enqueue(state.ToString() ?? ""); return null; }
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception));
        public void Dispose() { }
    }

    [SharedFact]
    public async Task Updates_are_asked_for_from_an_offset()
    {
        await using var telegram = await StandIn.AnsweringAsync((200, Shared.Read("telegram/response_getupdates_ok_legacy_forward.json"), []));
        await using var services = Services(telegram);
        var updates = await services.GetRequiredService<TelegramClient>().GetUpdatesAsync(10000, TimeSpan.FromSeconds(25), default);
        Assert.Equal(10000, updates[0].UpdateId);
        Assert.Equal("?offset=10000&timeout=25", Assert.Single(telegram.Arrived).Query);
    }

    public static TheoryData<string> Updates => [.. Shared.Names("telegram", "update_*.json").DefaultIfEmpty("")];

    [SharedTheory, MemberData(nameof(Updates))]
    public void Every_known_update_is_read(string name) => Assert.True(TelegramJson.Update(Shared.Read(name)).UpdateId >= 0);

    [SharedFact]
    public void Forwarded_words_and_blocks_are_told_apart()
    {
        Assert.True(TelegramJson.Update(Shared.Read("telegram/update_message_forward_origin.json")).Message!.IsForwarded);
        Assert.False(TelegramJson.Update(Shared.Read("telegram/update_message_text.json")).Message!.IsForwarded);
        Assert.Equal("kicked", TelegramJson.Update(Shared.Read("telegram/update_my_chat_member_blocked.json")).MyChatMember!.NewChatMember!.Status);
    }

    static ServiceProvider Services(StandIn telegram) => telegram.Clients(new JumpingTime(), ("Telegram:BaseUrl", "{url}"), ("Telegram:BotToken", Token), ("Telegram:SecretToken", "s"));
}
