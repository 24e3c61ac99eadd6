namespace MyCavoodle.Clients.Shopify;

/// <summary>A parcel. https://shopify.dev/docs/api/admin-rest/2026-07/resources/fulfillment</summary>
public sealed record ShopifyFulfillment
{
    public long Id { get; init; }
    public long OrderId { get; init; }
    public string? Name { get; init; }
    /// <summary>success, cancelled, error, failure; pending and open are old.</summary>
    public string? Status { get; init; }
    /// <summary>What the carrier says (in_transit, delivered, ...); often null.</summary>
    public string? ShipmentStatus { get; init; }
    public string? TrackingCompany { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }
    public IReadOnlyList<string> TrackingNumbers { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> TrackingUrls { get; init => field = value ?? []; } = [];
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    /// <summary>GraphQL only.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }
    public IReadOnlyList<ShopifyLineItem> LineItems { get; init => field = value ?? []; } = [];
}
