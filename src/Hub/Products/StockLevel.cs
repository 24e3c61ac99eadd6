namespace MyCavoodle.Hub;

/// <summary>How many of an item lie at one location. A product's <see cref="Product.Available"/> is the sum over them.</summary>
public sealed class StockLevel
{
    public required long InventoryItemId { get; set; }
    public required long LocationId { get; set; }
    public int Available { get; set; }
    /// <summary>The shop's own time of the last change, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
