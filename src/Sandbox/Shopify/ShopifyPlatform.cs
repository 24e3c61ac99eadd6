using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Shopify.Graph;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// Shopify's side of the shop: its rate limit, its webhook subscriptions, and the signed webhooks themselves.
/// https://shopify.dev/docs/apps/build/webhooks
/// </summary>
sealed class ShopifyPlatform
{
    /// <summary>After the first try, within four hours in life: https://shopify.dev/docs/apps/build/webhooks/troubleshooting-webhooks</summary>
    const int Retries = 8;
    static readonly TimeSpan RecentOrders = TimeSpan.FromDays(60);

    readonly SandboxWorld world;

    public ShopifyPlatform(SandboxWorld world)
    {
        this.world = world;
        Bucket = new LeakyBucket(world.Time) { Size = world.Options.ShopifyBucketSize, LeakPerSecond = world.Options.ShopifyLeakPerSecond };
        Points = new PointBucket(world.Time, world.Options.ShopifyPoints, world.Options.ShopifyPointsPerSecond);
        Subscriptions = new Subscriptions(world.Time);
        Bulk = new BulkOperations(world);
        Schema = new AdminSchema(world);
        world.Shop.Changed += Announce;
    }

    public LeakyBucket Bucket { get; }
    public PointBucket Points { get; }
    public Subscriptions Subscriptions { get; }
    public BulkOperations Bulk { get; }
    public AdminSchema Schema { get; }
    /// <summary>Tokens given out by the client-credentials grant, and when each dies.</summary>
    public Dictionary<string, DateTimeOffset> Grants { get; } = [];

    /// <summary>Without read_all_orders an app sees the orders of the last 60 days.</summary>
    public bool MayRead(Order order) => world.Options.ShopifyReadAllOrders || order.PlacedAt >= world.Now - RecentOrders;

    void Announce(ShopChange change)
    {
        var eventId = Guid.NewGuid().ToString();
        foreach (var topic in change.Topics)
            Send(topic, version => Encode(new WebhookBody(world, version).Of(topic, change)), Lane(change), eventId, change.At);
    }

    /// <summary>A bulk query ended: told only to whom asked for it.</summary>
    public void AnnounceBulk(BulkOperation operation)
    {
        if (Subscriptions.To("bulk_operations/finish") is { Count: > 0 })
            Send("bulk_operations/finish", _ => Encode(WebhookBody.OfBulk(operation)), "bulk");
    }

    /// <summary>Signs and sends a body, whatever it says, to everybody who asked for the topic. Privacy topics, and what nobody can ask for, go where the app's configuration says: to the bot.</summary>
    /// <param name="topic">E.g. orders/create.</param>
    /// <param name="body">The bytes for a version of the API; null: nothing to tell.</param>
    /// <param name="lane">Deliveries of one lane keep their order.</param>
    /// <param name="eventId">Shared by what one deed causes.</param>
    /// <param name="triggeredAt">When it happened.</param>
    public IReadOnlyList<Delivery> Send(string topic, Func<string, byte[]?> body, string lane, string? eventId = null, DateTimeOffset? triggeredAt = null)
    {
        var (id, at) = (eventId ?? Guid.NewGuid().ToString(), triggeredAt ?? world.Now);
        if (Topics.Privacy.Contains(topic) || !Topics.IsKnown(topic) || Subscriptions.To(topic) is not { } asked)
            return body(world.Options.ShopifyWebhookVersion) is not { } bytes ? []
                : [world.Courier.Send(new Webhook("shopify", topic, $"shopify:{lane}", bytes, () => world.BotUrl("webhooks/shopify"), Same(Headers(topic, bytes, world.Options.ShopifyWebhookVersion, id, at))))];
        return [.. asked.Select(s => (Subscription: s, Bytes: Only(s.Fields, body(s.ApiVersion)))).Where(s => s.Bytes is not null).Select(s => world.Courier.Send(
            new Webhook("shopify", topic, $"shopify:{lane}", s.Bytes!, () => new Uri(s.Subscription.Address), Same(Headers(topic, s.Bytes!, s.Subscription.ApiVersion, id, at)))
            {
                Manner = new() { MostTries = 1 + Retries }, Heard = heard => Hear(s.Subscription, heard, at),
            }))];
    }

    /// <summary>A subscription that missed a delivery and all its repetitions, and heard nothing else meanwhile, is removed.</summary>
    void Hear(Subscription subscription, bool heard, DateTimeOffset since)
    {
        lock (world.Gate)
            if (heard) subscription.HeardAt = world.Now;
            else if (subscription.HeardAt is not { } last || last < since) Subscriptions.Remove(subscription.Id);
    }

    static Dictionary<string, string> Headers(string topic, byte[] body, string version, string eventId, DateTimeOffset triggeredAt) => new()
    {
        ["X-Shopify-Topic"] = topic,
        ["X-Shopify-Hmac-Sha256"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Credentials.ShopifyWebhookSecret), body)),
        ["X-Shopify-Shop-Domain"] = Credentials.ShopifyDomain,
        ["X-Shopify-API-Version"] = version,
        ["X-Shopify-Webhook-Id"] = Guid.NewGuid().ToString(),
        ["X-Shopify-Event-Id"] = eventId,
        ["X-Shopify-Triggered-At"] = triggeredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture),
        ["X-Shopify-Name"] = "mycavoodle",
    };

    static byte[]? Encode(JsonObject? body) => body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString(Answer.Json));

    /// <summary>The fields a subscription asked for, if it named any.</summary>
    static byte[]? Only(IReadOnlyList<string> fields, byte[]? body)
    {
        if (fields.Count == 0 || body is null || JsonNode.Parse(body) is not JsonObject whole) return body;
        foreach (var extra in whole.Select(p => p.Key).Except(fields).ToList()) whole.Remove(extra);
        return Encode(whole);
    }

    /// <summary>A delivery keeps its ids on every try.</summary>
    static Func<IReadOnlyDictionary<string, string>> Same(Dictionary<string, string> headers) => () => headers;

    static string Lane(ShopChange change) => change.Order?.Name ?? change.Variant?.Sku ?? "shop";
}
