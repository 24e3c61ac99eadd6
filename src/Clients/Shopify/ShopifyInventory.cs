namespace MyCavoodle.Clients.Shopify;

/// <summary>What a variant is in the stock room. https://shopify.dev/docs/api/admin-rest/2026-07/resources/inventoryitem</summary>
public sealed record ShopifyInventoryItem
{
    public long Id { get; init; }
    public string? Sku { get; init; }
    /// <summary>What one costs the shop, in the shop's currency; null when never entered.</summary>
    public decimal? Cost { get; init; }
    public bool? Tracked { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>How many of an item lie at one location; <see cref="Available"/> is null when the item is not tracked there.</summary>
public sealed record ShopifyInventoryLevel
{
    public long InventoryItemId { get; init; }
    public long LocationId { get; init; }
    public int? Available { get; init; }
    /// <summary>In the room, sold and unsold. This and the next two are known to GraphQL only.</summary>
    public int? OnHand { get; init; }
    /// <summary>Sold and not yet sent.</summary>
    public int? Committed { get; init; }
    /// <summary>On the way to the shop.</summary>
    public int? Incoming { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}
