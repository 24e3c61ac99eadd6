using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>The bot asks for its webhooks itself, and mends what became of them.</summary>
public sealed class ShopWebhooksTests
{
    [Fact]
    public async Task Each_topic_is_subscribed_once_at_our_address_and_what_was_bent_is_put_right()
    {
        await using var shop = await WiredShop.OpenAsync();
        var (webhooks, graph) = (shop.Get<ShopWebhooks>(), shop.Get<ShopifyGraphQl>());
        shop.Get<PublicAddress>().Root = new("https://bot.example/");
        Assert.All(await webhooks.CheckAsync(default), w => Assert.Equal("not subscribed", w.Fault));

        await webhooks.RepairAsync(default);
        Assert.All(await webhooks.CheckAsync(default), w => Assert.Null(w.Fault));

        var made = await graph.WebhooksAsync(default);
        await graph.DeleteWebhookAsync(made.Single(w => w.Topic == "orders/paid").Id, default);
        await graph.UpdateWebhookAsync(made.Single(w => w.Topic == "orders/create").Id, new("https://old.example/webhooks/shopify"), default);
        await graph.CreateWebhookAsync("orders/updated", new("https://old.example/webhooks/shopify"), default);
        Assert.Equal(["orders/create", "orders/updated", "orders/paid"], (await webhooks.CheckAsync(default)).Where(w => w.Fault is not null).Select(w => w.Topic));

        await webhooks.RepairAsync(default);
        await webhooks.RepairAsync(default);

        Assert.Equal(ShopWebhooks.Topics.Select(t => (t, (string?)"https://bot.example/webhooks/shopify")).Order(),
            (await graph.WebhooksAsync(default)).Select(w => (w.Topic!, w.Address)).Order());
    }

    [Fact]
    public async Task Without_an_address_the_shop_can_reach_it_is_told_once_and_heals()
    {
        await using var shop = await WiredShop.OpenAsync();
        var webhooks = shop.Get<ShopWebhooks>();
        await webhooks.RepairAsync(default);
        await webhooks.RepairAsync(default);
        var told = Assert.Single(await shop.ReadAsync(hub => Task.FromResult(hub.Discrepancies.ToList())));
        Assert.Equal((2, null), (told.Times, told.HealedAt));

        shop.Get<PublicAddress>().Root = new("https://bot.example/");
        await webhooks.RepairAsync(default);
        Assert.NotNull((await shop.ReadAsync(hub => Task.FromResult(hub.Discrepancies.Single()))).HealedAt);
    }
}
