using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>
/// The process is killed at each step of a message's way in turn. Each time a provider is made to hold the step open, so
/// that the kill hits it and not a moment before or after. Nothing may be lost, nothing said twice.
/// </summary>
public sealed class KillStory : IAsyncLifetime
{
    const string Question = "How much is shipping?";
    BotProcess bot = null!;

    public async Task InitializeAsync() => bot = await BotProcess.StartWithShopAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Killed_before_the_delivery_arrives_the_provider_sends_it_again()
    {
        var amy = bot.Contact(ChannelNames.Instagram, "amy");
        await bot.KillAsync();
        await amy.SaysAsync(Question);
        await bot.StartAsync();
        await IsAnsweredOnceAsync(amy);
    }

    [Fact]
    public async Task Killed_after_the_delivery_is_stored_and_before_it_is_read()
    {
        // Reading mail asks Gmail; Gmail holds its answer back.
        await FirstMailboxCheckAsync();
        await bot.FaultAsync(new { provider = "gmail", kind = "slow", delayMs = 60_000, path = "/history" });
        var amy = bot.Contact(ChannelNames.Email, "amy@example.com");
        await amy.SaysAsync(Question, subject: "Shipping");
        await HubShowsAsync(hub => hub.Inbox.AnyAsync(d => d.Source == "gmail" && d.State == WorkState.Waiting), "the push is stored and waits");

        await KillMendAndStartAsync();

        await IsAnsweredOnceAsync(amy);
    }

    [Fact]
    public async Task Killed_while_the_model_thinks()
    {
        await using var model = await SlowModel.StartAsync();
        await bot.KillAsync();
        (bot.Settings["Llm:BaseUrl"], bot.Settings["Llm:Model"], bot.Settings["Llm:ApiKey"]) = (model.Url, "slow", "key");
        await bot.StartAsync();
        var amy = bot.Contact(ChannelNames.Instagram, "amy");
        await amy.SaysAsync(Question);
        await model.Asked;

        await bot.KillAsync();
        bot.Settings.Clear();
        await bot.StartAsync();

        await IsAnsweredOnceAsync(amy);
    }

    [Fact]
    public async Task Killed_after_the_answer_is_decided_and_before_it_is_sent()
    {
        await bot.FaultAsync(new { provider = "meta", kind = "status", status = 500, path = "/messages" });
        var amy = bot.Contact(ChannelNames.Instagram, "amy");
        await amy.SaysAsync(Question);
        await HubShowsAsync(hub => hub.Outbox.AnyAsync(o => o.State == WorkState.Waiting && o.Attempts > 0), "the reply waits in the outbox");

        await KillMendAndStartAsync();

        await IsAnsweredOnceAsync(amy);
    }

    [Theory]
    [InlineData(ChannelNames.Instagram, "amy", "meta", "/messages")]
    [InlineData(ChannelNames.Messenger, "amy", "meta", "/messages")]
    [InlineData(ChannelNames.Email, "amy@example.com", "gmail", "/send")]
    public async Task Killed_after_the_provider_took_the_reply_and_before_that_was_recorded(string channel, string from, string provider, string path)
    {
        // The echo would tell the bot what it sent; it gets lost too.
        await bot.FaultAsync(new { provider, kind = "accept-then-hang", delayMs = 60_000, path });
        if (provider == "meta") await bot.FaultAsync(new { provider, kind = "lose", path = "echo" });
        var amy = bot.Contact(channel, from);
        await amy.SaysAsync(Question, subject: channel == ChannelNames.Email ? "Shipping" : null);
        await amy.HearsAsync();
        await HubShowsAsync(hub => hub.Outbox.AnyAsync(o => o.State == WorkState.Waiting), "the reply is not recorded as sent");

        await KillMendAndStartAsync();

        await IsAnsweredOnceAsync(amy);
    }

    [Fact]
    public async Task Killed_while_it_is_down_the_shop_goes_on_and_nothing_of_it_is_lost()
    {
        await ShopIsPulledAsync();
        await bot.KillAsync();
        var placed = await (await bot.Sandbox.PostAsJsonAsync("/sandbox/api/shop/orders", new
        {
            email = "amy@example.com", firstName = "Amy", items = new[] { new { sku = await AnySkuAsync(), quantity = 2 } },
        })).Content.ReadFromJsonAsync<JsonObject>();

        await bot.StartAsync();

        var number = placed!["name"]!.GetValue<string>();
        await HubShowsAsync(hub => hub.Orders.AnyAsync(o => o.Number == number && o.Customer!.Email == "amy@example.com" && o.Lines.Count == 1), "the order is in the hub, once");
        await bot.SettlesAsync();
        await using var settled = bot.Hub();
        Assert.Equal(1, await settled.Orders.CountAsync(o => o.Number == number));
    }

    [Fact]
    public async Task Killed_again_and_again_at_any_moment_every_message_is_answered_once()
    {
        await ShopIsPulledAsync();
        var people = Enumerable.Range(0, 24).Select(i => bot.Contact(i % 2 == 0 ? ChannelNames.Instagram : ChannelNames.Messenger, $"person{i}")).ToList();
        var dice = new Random(7);
        foreach (var group in people.Chunk(8))
        {
            foreach (var person in group) await person.SaysAsync(Question);
            await Task.Delay(dice.Next(5, 250));
            await bot.KillAsync();
            await bot.StartAsync();
        }

        foreach (var person in people) await person.HearsAsync();
        await bot.SettlesAsync();
        foreach (var person in people) Assert.Single(await person.SaidByShopAsync());
    }

    async Task KillMendAndStartAsync()
    {
        await bot.KillAsync();
        await bot.MendAsync();
        await bot.StartAsync();
    }

    async Task IsAnsweredOnceAsync(Contact contact)
    {
        await Eventually.TrueAsync(async () => (await contact.SaidByShopAsync()).Count > 0, "the message is answered", TimeSpan.FromSeconds(60));
        await bot.SettlesAsync();
        Assert.Contains("$9.95", Assert.Single(await contact.SaidByShopAsync())["text"]!.GetValue<string>(), StringComparison.Ordinal);
        await using var hub = bot.Hub();
        Assert.Equal(1, await hub.Messages.CountAsync(m => m.Author == Author.Contact));
        Assert.Equal(1, await hub.Messages.CountAsync(m => m.Author == Author.Assistant));
    }

    async Task HubShowsAsync(Func<HubContext, Task<bool>> look, string what) => await Eventually.TrueAsync(async () =>
    {
        await using var hub = bot.Hub();
        return await look(hub);
    }, what, TimeSpan.FromSeconds(60));

    Task ShopIsPulledAsync() => HubShowsAsync(hub => hub.Cursors.AnyAsync(c => c.Name == "shopify-pull"), "the shop's facts are in the hub");

    Task FirstMailboxCheckAsync() => HubShowsAsync(hub => hub.Cursors.AnyAsync(c => c.Name == "gmail-history"), "the mailbox has been read once");

    async Task<string> AnySkuAsync()
    {
        await using var hub = bot.Hub();
        return (await hub.Products.FirstAsync(p => p.Sku != null && p.Available > 5)).Sku!;
    }

    /// <summary>A language model's endpoint that never answers.</summary>
    sealed class SlowModel(WebApplication app, TaskCompletionSource asked) : IAsyncDisposable
    {
        public string Url => $"{app.Urls.First()}/v1/";
        public Task Asked => asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public static async Task<SlowModel> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var asked = new TaskCompletionSource();
            app.Run(async call =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.Infinite, call.RequestAborted);
            });
            await app.StartAsync();
            return new(app, asked);
        }

        public async ValueTask DisposeAsync()
        {
            using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
            await app.StopAsync(atOnce.Token);
            await app.DisposeAsync();
        }
    }
}
