namespace MyCavoodle.Hub;

/// <summary>One line of an order. Amounts are AUD; prices include GST, costs do not.</summary>
public sealed class OrderLine
{
    public long Id { get; set; }
    public long OrderId { get; set; }
    /// <summary>The shop's own id of the line.</summary>
    public required long ShopifyId { get; set; }
    /// <summary>The shop's own id of what was bought; null for a custom item and a deleted product.</summary>
    public long? ShopifyVariantId { get; set; }
    /// <summary>As it was at the time of sale; null for a custom item.</summary>
    public string? Sku { get; set; }
    public required string Title { get; set; }
    public required int Quantity { get; set; }
    /// <summary>Pieces that are promised and not sent yet: they are committed stock.</summary>
    public int Unfulfilled { get; set; }
    public required decimal UnitPrice { get; set; }
    /// <summary>What one piece cost us when it was sold, without GST; null when unknown.</summary>
    public decimal? UnitCost { get; set; }
    /// <summary>Taken off the whole line.</summary>
    public decimal Discount { get; set; }
    /// <summary>What the editor of the mirror is told about this row.</summary>
    public string? SyncNote { get; set; }

    /// <summary>Quantity × unit cost; null when the cost is unknown.</summary>
    public decimal? Cost => Quantity * UnitCost;
}
