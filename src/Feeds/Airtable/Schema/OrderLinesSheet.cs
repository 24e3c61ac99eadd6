using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

public sealed class OrderLinesSheet : Sheet<OrderLine>
{
    public override MirrorTable Table => MirrorTable.OrderLines;
    public override string Name => "Order Line Items";
    public override string Meaning => "What was ordered, one row a line of an order.";

    public override IReadOnlyList<SchemaField> Fields { get; } =
    [
        Shop("Line ID", CellType.Text, "The shop's own id of the line; the key.", l => Text(l.ShopifyId)),
        Shop("Order", CellType.Link(MirrorTable.Orders, "Orders"), "The order it is part of.", l => l.OrderId),
        Shop("SKU", CellType.Text, "As it was at the time of sale; empty for a custom item.", l => l.Sku),
        Shop("Title", CellType.Text, "What was bought, in the shop's words.", l => l.Title),
        Shop("Quantity", CellType.Number("pieces"), "Pieces that were ordered and not taken off again.", l => l.Quantity),
        Shop("Unit Price", CellType.Money, "One piece. Including GST.", l => l.UnitPrice),
        System("Unit Cost", CellType.Money, "What one piece cost us when it was sold; empty while it is unknown. Without GST.", l => l.UnitCost),
        Shop("Discount", CellType.Money, "Taken off the whole line. Including GST.", l => l.Discount),
        Notes(l => l.SyncNote),
    ];

    public override async Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct) =>
        await hub.OrderLines.AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, object (l) => l, ct);

    public override async Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var orders = await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).AsSplitQuery().Where(o => o.Lines.Any(l => ids.Contains(l.Id))).ToListAsync(ct);
        return orders.SelectMany(o => o.Lines).Where(l => ids.Contains(l.Id)).ToDictionary(l => l.Id, object (l) => l);
    }

    public override async Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var ids = Ids(keys);
        return await hub.OrderLines.Where(l => ids.Contains(l.ShopifyId)).GroupBy(l => l.ShopifyId).Select(l => new { l.Key, Id = l.Max(x => x.Id) }).ToDictionaryAsync(l => Text(l.Key), l => l.Id, ct);
    }

    protected override string? NoteIn(OrderLine row) => row.SyncNote;
    protected override void Note(OrderLine row, string? note) => row.SyncNote = note;
}
