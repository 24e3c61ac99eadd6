using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>What is wrong with a subscription; null: nothing.</summary>
public sealed record WebhookState(string Topic, string? Fault);

/// <summary>
/// Keeps the shop's subscriptions as they should be: each topic once, at this bot's address. Shopify deletes one after
/// eight failed deliveries in a row. The three privacy topics cannot be subscribed to: they are set in the app itself.
/// <see href="https://shopify.dev/docs/apps/build/webhooks/subscribe"/>
/// </summary>
public sealed class ShopWebhooks(ShopifyGraphQl shop, PublicAddress address, IDbContextFactory<HubContext> hubs, IOptions<ShopifyOptions> options, TimeProvider time)
{
    public static readonly IReadOnlyList<string> Topics =
    [
        "orders/create", "orders/updated", "orders/paid", "orders/cancelled", "orders/fulfilled", "orders/edited", "refunds/create",
        "customers/create", "customers/update", "customers/delete", "inventory_levels/update", "products/create", "products/update", "products/delete",
    ];

    /// <summary>Set by hand in the app's configuration, at the same address.</summary>
    public static readonly IReadOnlyList<string> PrivacyTopics = ["customers/data_request", "customers/redact", "shop/redact"];

    const string Unreachable = "shopify/webhooks";

    /// <summary>How each topic stands; none can be told without an address that Shopify can reach.</summary>
    public async Task<IReadOnlyList<WebhookState>> CheckAsync(CancellationToken ct)
    {
        var known = await shop.WebhooksAsync(ct);
        return [.. Topics.Select(topic => new WebhookState(topic, FaultOf(known.Where(w => w.Topic == topic).ToList())))];
    }

    /// <summary>Subscribes what is missing, corrects what points elsewhere, removes what is doubled. Safe to run twice.</summary>
    public async Task RepairAsync(CancellationToken ct)
    {
        if (!options.Value.IsConfigured) return;
        await using var hub = await hubs.CreateDbContextAsync(ct);
        if (address.WebhookOf("shopify") is not { } url)
        {
            await hub.ReportAsync(Unreachable, "Bot:PublicUrl is not set, so Shopify cannot tell us of changes: they are seen when the shop is pulled, every 5 minutes.", time.GetUtcNow(), ct);
            await hub.SaveChangesAsync(ct);
            return;
        }
        var known = await shop.WebhooksAsync(ct);
        foreach (var topic in Topics) await RepairAsync(topic, url, [.. known.Where(w => w.Topic == topic)], ct);
        await hub.HealAsync(Unreachable, time.GetUtcNow(), ct);
        await hub.SaveChangesAsync(ct);
    }

    async Task RepairAsync(string topic, Uri url, IReadOnlyList<ShopifyWebhook> known, CancellationToken ct)
    {
        var kept = known.FirstOrDefault(w => w.Address == url.AbsoluteUri) ?? known.FirstOrDefault();
        foreach (var doubled in known.Where(w => w != kept)) await shop.DeleteWebhookAsync(doubled.Id, ct);
        if (kept is null) await shop.CreateWebhookAsync(topic, url, ct);
        else if (kept.Address != url.AbsoluteUri) await shop.UpdateWebhookAsync(kept.Id, url, ct);
    }

    string? FaultOf(IReadOnlyList<ShopifyWebhook> known) => known switch
    {
        [] => "not subscribed",
        [_, _, ..] => "subscribed more than once",
        [var one] when address.WebhookOf("shopify") is { } url && one.Address != url.AbsoluteUri => $"goes to {one.Address}",
        _ => null,
    };
}
