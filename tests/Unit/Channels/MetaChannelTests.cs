using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyCavoodle.Channels;
using MyCavoodle.Channels.Meta;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;
using MyCavoodle.Tests.Unit.Clients;
using Xunit;

namespace MyCavoodle.Tests.Unit.Channels;

public sealed class MetaChannelTests
{
    static readonly Outgoing Reply = new("turn-4", "9", "On its way!", Said.Now);

    [Fact]
    public async Task A_reply_carries_its_key()
    {
        await using var meta = await StandIn.AnsweringAsync((200, """{"recipient_id":"9","message_id":"m-7"}""", []));
        await using var services = Services(meta);
        Assert.Equal("m-7", await Channel<MessengerChannel>(services).SendAsync(Reply, default));
        var sent = JsonElement.Parse(Assert.Single(meta.Arrived).Body).GetProperty("message");
        Assert.Equal(("On its way!", "turn-4"), (sent.GetProperty("text").GetString(), sent.GetProperty("metadata").GetString()));
    }

    [Theory]
    [InlineData("17", "On its way!", "2026-11-22T08:00:01+0000", true)]
    [InlineData("17", "On its way!", "2026-11-22T07:59:55+0000", true)]
    [InlineData("17", "On its way!", "2026-11-22T07:59:54+0000", false)]
    [InlineData("17", "Another", "2026-11-22T08:00:01+0000", false)]
    [InlineData("9", "On its way!", "2026-11-22T08:00:01+0000", false)]
    public async Task What_was_sent_is_known_by_its_words_and_time(string from, string text, string at, bool isOurs)
    {
        await using var meta = await StandIn.AnsweringAsync((200, $$$"""{"data":[{"messages":{"data":[{"id":"m-7","created_time":"{{{at}}}","from":{"id":"{{{from}}}"},"message":"{{{text}}}"}]}}]}""", []));
        await using var services = Services(meta);
        foreach (var channel in new IChannel[] { Channel<MessengerChannel>(services), Channel<InstagramChannel>(services) })
            Assert.Equal(isOurs ? ["m-7"] : [], await channel.FindSentAsync(Reply, default));
    }

    [Fact]
    public async Task Every_door_is_registered_and_refuses_without_credentials()
    {
        using var hubs = new TemporaryHub();
        await using var services = new ServiceCollection().AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())
            .AddSingleton<Microsoft.EntityFrameworkCore.IDbContextFactory<HubContext>>(hubs).AddClients().AddChannels().BuildServiceProvider();
        Assert.Equal(ChannelNames.All.Order(), services.GetServices<IChannel>().Select(c => c.Name).Order());
        foreach (var channel in services.GetServices<IChannel>())
            Assert.Equal(ProviderException.NotConfigured, (await Assert.ThrowsAsync<ProviderException>(() => channel.SendAsync(Reply, default))).Code);
        Assert.Equal(["meta", "gmail", "telegram"], services.GetServices<ISource>().Select(s => s.Name));
        foreach (var source in services.GetServices<ISource>()) Assert.Null(await source.VerifyAsync(Said.Request("{}"), default));
    }

    static T Channel<T>(ServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);

    static ServiceProvider Services(StandIn meta) => meta.Clients(new JumpingTime(), ("Meta:BaseUrl", "{url}"), ("Meta:AppSecret", "s"),
        ("Meta:VerifyToken", "v"), ("Meta:AccessToken", "t"), ("Meta:PageId", "17"), ("Meta:InstagramId", "18"));
}
