namespace MyCavoodle.Clients.Shopify;

/// <summary>A product. Webhooks carry the first 100 variants in full. https://shopify.dev/docs/api/admin-rest/2026-07/resources/product</summary>
public sealed record ShopifyProduct
{
    public long Id { get; init; }
    public string? Title { get; init; }
    public string? BodyHtml { get; init; }
    public string? Vendor { get; init; }
    public string? ProductType { get; init; }
    public string? Handle { get; init; }
    /// <summary>active, archived, draft, unlisted.</summary>
    public string? Status { get; init; }
    public string? Tags { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public IReadOnlyList<ShopifyVariant> Variants { get; init => field = value ?? []; } = [];
    /// <summary>custom.ingredients and custom.reorder_point, where set; GraphQL only. REST asks for them apart.</summary>
    public IReadOnlyList<ShopifyMetafield> Metafields { get; init => field = value ?? []; } = [];
}

public sealed record ShopifyVariant
{
    public long Id { get; init; }
    public long? ProductId { get; init; }
    public string? Title { get; init; }
    public string? Sku { get; init; }
    public string? Barcode { get; init; }
    public decimal? Price { get; init; }
    public decimal? CompareAtPrice { get; init; }
    public string? Option1 { get; init; }
    public string? Option2 { get; init; }
    public string? Option3 { get; init; }
    public int? Position { get; init; }
    public long? InventoryItemId { get; init; }
    /// <summary>With the cost; GraphQL only. REST asks for it apart.</summary>
    public ShopifyInventoryItem? InventoryItem { get; init; }
    public int? InventoryQuantity { get; init; }
    /// <summary><c>deny</c> or <c>continue</c> selling when out of stock.</summary>
    public string? InventoryPolicy { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A custom field of a product, its value as text whatever its type.</summary>
public sealed record ShopifyMetafield
{
    public long Id { get; init; }
    public string? Namespace { get; init; }
    public string? Key { get; init; }
    public string? Value { get; init; }
    public string? Type { get; init; }
}
