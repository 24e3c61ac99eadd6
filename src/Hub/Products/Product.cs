namespace MyCavoodle.Hub;

public enum ProductCategory { Shampoo, Conditioner, Accessories, Bundles, Other }

public enum StockStatus { InStock, Low, OutOfStock }

/// <summary>
/// One thing that can be bought: a product in one size or colour. Prices are AUD including GST, costs AUD without.
/// Every field, its owner and its formula: docs/hub.md.
/// </summary>
public sealed class Product
{
    /// <summary>GST is a tenth of the price without it (A New Tax System (Goods and Services Tax) Act 1999, s 9-70).</summary>
    const decimal WithGst = 1.1m;

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
    /// <summary>What one piece costs us, without GST. The shop's until the team enters one.</summary>
    public decimal? CostPrice { get; set; }
    public bool CostSetByTeam { get; set; }
    /// <summary>Available stock: pieces that can be sold now, over all locations.</summary>
    public int Available { get; set; }
    /// <summary>Rollup: pieces on open orders that are not sent yet.</summary>
    public int Committed { get; set; }
    /// <summary>Time to reorder at this many pieces or fewer; null: not watched. The shop's until the team enters one.</summary>
    public int? ReorderPoint { get; set; }
    public bool ReorderPointSetByTeam { get; set; }
    /// <summary>Pieces to order at a time. The team's.</summary>
    public int? ReorderQuantity { get; set; }
    /// <summary>Days from ordering to having; null: the supplier's. The team's.</summary>
    public int? LeadTimeDays { get; set; }
    public long? SupplierId { get; set; }
    /// <summary>The primary supplier. The team's.</summary>
    public Supplier? Supplier { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
    /// <summary>What the editor of the mirror is told about this row.</summary>
    public string? SyncNote { get; set; }

    public string FullName => Variant is null ? Name : $"{Name}, {Variant}";
    public bool RunsLow => Active && Available <= ReorderPoint;

    /// <summary>Current stock: pieces in the house, those promised to customers included.</summary>
    public int CurrentStock => Available + Committed;

    /// <summary>(retail price without GST − cost price) / retail price without GST, in percent.</summary>
    public decimal? GrossMargin => Ratio.Percent(RetailPrice / WithGst - CostPrice, RetailPrice / WithGst);

    /// <summary>Available stock / average daily sales of the last 7 days: days until the shelf is empty at this pace.</summary>
    public decimal? DaysOfStock(SalesPace pace) => Ratio.Of(Math.Max(Available, 0), pace.Over7Days);

    /// <summary>Days of stock ≤ lead time days: ordered today, it would come too late.</summary>
    public bool ReorderAlert(SalesPace pace) => Active && DaysOfStock(pace) <= (LeadTimeDays ?? Supplier?.LeadTimeDays);

    /// <summary>Out of stock: nothing available. Low: at or under the reorder point, or with a reorder alert. Else in stock.</summary>
    public StockStatus StockStatus(SalesPace pace) =>
        Available <= 0 ? Hub.StockStatus.OutOfStock
        : Available <= ReorderPoint || ReorderAlert(pace) ? Hub.StockStatus.Low
        : Hub.StockStatus.InStock;
}
