namespace MyCavoodle.Hub;

/// <summary>One line of an order. Amounts are AUD including GST, for one piece.</summary>
public sealed class OrderLine
{
    public long Id { get; set; }
    public long OrderId { get; set; }
    /// <summary>The shop's own id of the line.</summary>
    public required long ShopifyId { get; set; }
    /// <summary>Null for a custom item.</summary>
    public string? Sku { get; set; }
    public required string Title { get; set; }
    public required int Quantity { get; set; }
    public required decimal UnitPrice { get; set; }
    /// <summary>What it cost us when it was sold; null when unknown.</summary>
    public decimal? UnitCost { get; set; }
}
