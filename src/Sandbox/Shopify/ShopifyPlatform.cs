using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// Shopify's side of the shop: its rate limit, its webhook subscriptions, and the signed webhooks themselves.
/// https://shopify.dev/docs/apps/build/webhooks
/// </summary>
sealed class ShopifyPlatform
{
    readonly SandboxWorld world;

    public ShopifyPlatform(SandboxWorld world)
    {
        this.world = world;
        Bucket = new LeakyBucket(world.Time) { Size = world.Options.ShopifyBucketSize, LeakPerSecond = world.Options.ShopifyLeakPerSecond };
        Subscriptions = new Subscriptions(world.Time);
        world.Shop.Changed += Announce;
    }

    public LeakyBucket Bucket { get; }
    public Subscriptions Subscriptions { get; }
    /// <summary>Tokens given out by the client-credentials grant, and when each dies.</summary>
    public Dictionary<string, DateTimeOffset> Grants { get; } = [];

    void Announce(ShopChange change)
    {
        var eventId = Guid.NewGuid().ToString();
        foreach (var topic in change.Topics)
            if (Body(topic, change) is { } body)
                Send(topic, Encoding.UTF8.GetBytes(body.ToJsonString(Answer.Json)), Lane(change), eventId, change.At);
    }

    /// <summary>Signs and sends a body, whatever it says.</summary>
    public IReadOnlyList<Delivery> Send(string topic, byte[] body, string lane, string? eventId = null, DateTimeOffset? triggeredAt = null)
    {
        var targets = Subscriptions.Targets(topic)?.Select(url => (Func<Uri?>)(() => url)).ToList() ?? [() => world.BotUrl("webhooks/shopify")];
        return [.. targets.Select(target => world.Courier.Send(new Webhook("shopify", topic, $"shopify:{lane}", body, target, Same(new()
        {
            ["X-Shopify-Topic"] = topic,
            ["X-Shopify-Hmac-Sha256"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Credentials.ShopifyWebhookSecret), body)),
            ["X-Shopify-Shop-Domain"] = Credentials.ShopifyDomain,
            ["X-Shopify-API-Version"] = ApiVersions.Newest,
            ["X-Shopify-Webhook-Id"] = Guid.NewGuid().ToString(),
            ["X-Shopify-Event-Id"] = eventId ?? Guid.NewGuid().ToString(),
            ["X-Shopify-Triggered-At"] = (triggeredAt ?? world.Now).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture),
            ["X-Shopify-Name"] = "mycavoodle",
        }))))];
    }

    /// <summary>A delivery keeps its ids on every try.</summary>
    static Func<IReadOnlyDictionary<string, string>> Same(Dictionary<string, string> headers) => () => headers;

    static string Lane(ShopChange change) => change.Order?.Name ?? change.Variant?.Sku ?? "shop";

    JsonObject? Body(string topic, ShopChange change) => topic.Split('/')[0] switch
    {
        "orders" => new OrderDocument(change.Order!, world.Now).Full(),
        "customers" => CustomerDocument.Brief(change.Customer!),
        "refunds" => new OrderParts(change.Order!, world.Now).Refund(change.Refund!),
        "inventory_levels" => ProductDocument.InventoryLevel(change.Variant!),
        "products" => ProductDocument.Of(change.Variant!.Product),
        _ => null,
    };
}
