namespace MyCavoodle.Hub;

/// <summary>Rollup: how many pieces of a variant were sold on one Sydney day, on orders that count as revenue.</summary>
public sealed class ProductDay
{
    public required long ShopifyVariantId { get; set; }
    public required DateOnly Date { get; set; }
    public int Pieces { get; set; }
}
