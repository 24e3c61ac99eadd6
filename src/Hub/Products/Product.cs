namespace MyCavoodle.Hub;

public enum ProductCategory { Shampoo, Conditioner, Accessories, Bundles, Other }

/// <summary>One thing that can be bought: a product in one size or colour. Prices are AUD including GST.</summary>
public sealed class Product
{
    public long Id { get; set; }
    /// <summary>The shop's own id of the variant; unique.</summary>
    public required long ShopifyVariantId { get; set; }
    public required long ShopifyProductId { get; set; }
    public required long InventoryItemId { get; set; }
    public string? Sku { get; set; }
    /// <summary>Without the size: Oatmeal Calm Shampoo.</summary>
    public required string Name { get; set; }
    /// <summary>Size or colour, 500 ml; null when there is one kind only.</summary>
    public string? Variant { get; set; }
    public ProductCategory Category { get; set; }
    public string? Description { get; set; }
    public string? Ingredients { get; set; }
    public bool Active { get; set; }
    public decimal RetailPrice { get; set; }
    /// <summary>The price before, when it is on sale.</summary>
    public decimal? ComparePrice { get; set; }
    public decimal? CostPrice { get; set; }
    /// <summary>Pieces that can be sold now, over all locations.</summary>
    public int Available { get; set; }
    /// <summary>Time to reorder at this many pieces or fewer; null: not watched.</summary>
    public int? ReorderPoint { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }

    public string FullName => Variant is null ? Name : $"{Name}, {Variant}";
    public bool RunsLow => Active && Available <= ReorderPoint;
}
