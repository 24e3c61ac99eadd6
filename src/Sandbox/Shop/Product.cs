namespace MyCavoodle.Sandbox.Shop;

/// <summary>Something the shop sells, in one or more variants.</summary>
public sealed class Product
{
    public required long Id { get; init; }
    public required string Title { get; set; }
    public required string Category { get; init; }
    public required string Description { get; init; }
    /// <summary>Only shampoos and conditioners have any.</summary>
    public string? Ingredients { get; init; }
    /// <summary>At this many left, the shop orders more.</summary>
    public required int ReorderPoint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    /// <summary>Orders keep a deleted product's name, not its id.</summary>
    public bool IsDeleted { get; set; }
    public List<Variant> Variants { get; } = [];

    public string Handle => Title.ToLowerInvariant().Replace("&", "and", StringComparison.Ordinal).Replace(' ', '-');
    public bool HasOptions => Variants.Count > 1;
}

/// <summary>One size of a product: what is counted, priced and put into a parcel.</summary>
public sealed class Variant
{
    public required long Id { get; init; }
    public required long InventoryItemId { get; init; }
    public required Product Product { get; init; }
    public required string Title { get; init; }
    public required string Sku { get; set; }
    /// <summary>AUD, GST included.</summary>
    public required decimal Price { get; init; }
    public decimal? CompareAtPrice { get; init; }
    public required decimal Cost { get; init; }
    public required int Grams { get; init; }
    public int Stock { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    public string Name => Product.HasOptions ? $"{Product.Title} - {Title}" : Product.Title;
}
