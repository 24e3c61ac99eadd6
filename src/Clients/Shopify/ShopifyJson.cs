using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// Reads webhook bodies into the same records as the REST replies. Webhooks carry the bare resource; a wrapped one
/// (<c>{"order":{...}}</c>) is read as well.
/// </summary>
/// <exception cref="JsonException">The body is not the JSON its topic promises.</exception>
public static class ShopifyJson
{
    internal static readonly JsonSerializerOptions Options = Wire.Options(JsonNamingPolicy.SnakeCaseLower);

    public static ShopifyOrder Order(string body) => Read<ShopifyOrder>(body, "order");
    public static ShopifyCustomer Customer(string body) => Read<ShopifyCustomer>(body, "customer");
    public static ShopifyProduct Product(string body) => Read<ShopifyProduct>(body, "product");
    public static ShopifyRefund Refund(string body) => Read<ShopifyRefund>(body, "refund");
    public static ShopifyFulfillment Fulfillment(string body) => Read<ShopifyFulfillment>(body, "fulfillment");
    public static ShopifyInventoryLevel InventoryLevel(string body) => Read<ShopifyInventoryLevel>(body, "inventory_level");

    /// <summary>The body of <c>orders/edited</c>, which names the order but is not one: fetch it.</summary>
    public static ShopifyOrderEdit OrderEdit(string body) => Read<ShopifyOrderEdit>(body, "order_edit");

    /// <summary>The body of the mandatory privacy topics. https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance</summary>
    public static ShopifyPrivacyRequest PrivacyRequest(string body) => Parse<ShopifyPrivacyRequest>(body);

    // A bare resource has an id of its own; a wrapper has none. (A privacy request has a customer and no id, and is not unwrapped.)
    static T Read<T>(string body, string wrapper)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        var wrapped = root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("id", out _) &&
            root.TryGetProperty(wrapper, out var inner) && inner.ValueKind == JsonValueKind.Object;
        return (wrapped ? root.GetProperty(wrapper) : root).Deserialize<T>(Options) ?? throw new JsonException("The body is null.");
    }

    static T Parse<T>(string body) => JsonSerializer.Deserialize<T>(body, Options) ?? throw new JsonException("The body is null.");
}

public sealed record ShopifyOrderEdit
{
    public long Id { get; init; }
    public long OrderId { get; init; }
    public bool? NotifyCustomer { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? CommittedAt { get; init; }
}

public sealed record ShopifyPrivacyRequest
{
    public long ShopId { get; init; }
    public string? ShopDomain { get; init; }
    public ShopifyCustomer? Customer { get; init; }
    public IReadOnlyList<long> OrdersRequested { get; init => field = value ?? []; } = [];
    public IReadOnlyList<long> OrdersToRedact { get; init => field = value ?? []; } = [];
}
