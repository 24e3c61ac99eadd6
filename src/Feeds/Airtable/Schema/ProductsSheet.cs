using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>A product with how fast it sells.</summary>
public sealed record StockedProduct(Product Product, SalesPace Pace);

public sealed class ProductsSheet : Sheet<StockedProduct>
{
    public override MirrorTable Table => MirrorTable.Products;
    public override string Name => "Products";
    public override string Meaning => "Everything that can be bought, one row a size or colour. Prices are AUD including GST, costs without.";

    public override IReadOnlyList<SchemaField> Fields { get; } =
    [
        Shop("Variant ID", CellType.Text, "The shop's own id of the variant; the key, since two products may have one SKU or none.", p => Text(p.Product.ShopifyVariantId)),
        Shop("SKU", CellType.Text, "As the shop has it; may be empty or shared.", p => p.Product.Sku),
        Shop("Product Name", CellType.Text, "With size or colour.", p => p.Product.FullName),
        Shop("Category", CellType.Choice<ProductCategory>(), "By the shop's product type.", p => p.Product.Category),
        Shop("Active", CellType.Check, "Offered in the shop.", p => p.Product.Active),
        Team("Cost Price", CellType.Money, "What one piece costs us, without GST. The shop's until the team enters one; emptied, it is the shop's again.", Entry.Amount,
            p => p.Product.CostPrice, (p, v) => (p.Product.CostPrice, p.Product.CostSetByTeam) = (v, v is not null)),
        Shop("Retail Price", CellType.Money, "Including GST.", p => p.Product.RetailPrice),
        Shop("Compare Price", CellType.Money, "The price before, when it is on sale. Including GST.", p => p.Product.ComparePrice),
        System("Current Stock", CellType.Number("pieces"), "Available stock + stock committed: pieces in the house.", p => p.Product.CurrentStock),
        System("Stock Committed", CellType.Number("pieces"), "Rollup: pieces on open orders that are not sent yet.", p => p.Product.Committed),
        Shop("Available Stock", CellType.Number("pieces"), "Pieces that can be sold now, over all locations.", p => p.Product.Available),
        Team("Reorder Point", CellType.Number("pieces"), "Time to reorder at this many pieces or fewer; empty: not watched. The shop's until the team enters one; emptied, it is the shop's again.", Entry.Count,
            p => p.Product.ReorderPoint, (p, v) => (p.Product.ReorderPoint, p.Product.ReorderPointSetByTeam) = (v, v is not null)),
        Team("Reorder Quantity", CellType.Number("pieces"), "Pieces to order at a time.", Entry.Count, p => p.Product.ReorderQuantity, (p, v) => p.Product.ReorderQuantity = v),
        Team("Lead Time Days", CellType.Number("days"), "Days from ordering to having; empty: the supplier's.", Entry.Count, p => p.Product.LeadTimeDays, (p, v) => p.Product.LeadTimeDays = v),
        Team("Primary Supplier", CellType.Link(MirrorTable.Suppliers, "Suppliers"), "Whom it is bought from.", Entry.Link("supplier"), p => p.Product.SupplierId, (p, v) => p.Product.SupplierId = v),
        System("Gross Margin %", CellType.Percent, "(retail price / 1.1 − cost price) / (retail price / 1.1): GST is taken out of the price first; empty without price or cost.", p => p.Product.GrossMargin),
        System("7-Day Average Daily Sales", CellType.Number("pieces a day", 2), "Pieces on orders that count as revenue over the last 7 whole Sydney days / 7; today is not over yet.", p => p.Pace.Over7Days),
        System("30-Day Average Daily Sales", CellType.Number("pieces a day", 2), "The same over 30 days / 30.", p => p.Pace.Over30Days),
        System("90-Day Average Daily Sales", CellType.Number("pieces a day", 2), "The same over 90 days / 90.", p => p.Pace.Over90Days),
        System("Days of Stock", CellType.Number("days", 1), "Available stock / 7-day average daily sales; empty when nothing was sold.", p => p.Product.DaysOfStock(p.Pace)),
        System("Stock Status", CellType.Choice<StockStatus>(), "Out of Stock: nothing available. Low Stock: at or under the reorder point, or with a reorder alert. Else In Stock.", p => p.Product.StockStatus(p.Pace)),
        System("Reorder Alert", CellType.Check, "Active, and days of stock ≤ lead time days: ordered today, it would come too late.", p => p.Product.ReorderAlert(p.Pace)),
        Notes(p => p.Product.SyncNote),
    ];

    public override async Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct)
    {
        var products = await hub.Products.AsNoTracking().Include(p => p.Supplier).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var paces = await hub.SalesPacesAsync([.. products.Select(p => p.ShopifyVariantId)], at.Today, ct);
        return products.ToDictionary(p => p.Id, object (p) => new StockedProduct(p, paces[p.ShopifyVariantId]));
    }

    public override async Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await hub.Products.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, object (p) => new StockedProduct(p, SalesPace.None), ct);

    public override async Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var ids = Ids(keys);
        return await hub.Products.Where(p => ids.Contains(p.ShopifyVariantId)).Select(p => new { p.ShopifyVariantId, p.Id }).ToDictionaryAsync(p => Text(p.ShopifyVariantId), p => p.Id, ct);
    }

    protected override string? NoteIn(StockedProduct row) => row.Product.SyncNote;
    protected override void Note(StockedProduct row, string? note) => row.Product.SyncNote = note;
}
