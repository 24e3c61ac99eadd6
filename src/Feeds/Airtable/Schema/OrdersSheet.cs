using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

public sealed class OrdersSheet : Sheet<Order>
{
    public override MirrorTable Table => MirrorTable.Orders;
    public override string Name => "Orders";
    public override string Meaning => "Every order of the shop. Amounts are AUD including GST, costs without.";

    public override IReadOnlyList<SchemaField> Fields { get; } =
    [
        Shop("Order ID", CellType.Text, "The shop's own id; the key.", o => Text(o.ShopifyId)),
        Shop("Order Number", CellType.Text, "As customers know it: #1042.", o => o.Number),
        Shop("Customer", CellType.Link(MirrorTable.Customers, "Customers"), "Who ordered; empty for an order without an account.", o => o.CustomerId),
        Shop("Order Date", CellType.Instant, "When it was placed; its Sydney day is the day on which it counts.", o => o.PlacedAt),
        Shop("Order Status", CellType.Choice<OrderStatus>(), "Pending: not paid. Processing: paid, not sent. Then Shipped, Delivered; or Cancelled.", o => o.Status),
        Shop("Payment Status", CellType.Choice<PaymentStatus>(), "Paid also when a part was given back.", o => o.Payment),
        Shop("Shipping Method", CellType.Choice<ShippingMethod>(), "Express and Premium by the word in the shop's own name of it, anything else Standard; empty without shipping.", o => o.ShippingMethod),
        Shop("Tracking Number", CellType.Text, "Of the newest parcel that was not cancelled.", o => o.TrackingNumber),
        Shop("Subtotal", CellType.Money, "Lines after discounts, before shipping. Including GST.", o => o.Subtotal),
        Shop("Shipping Revenue", CellType.Money, "What the customer was charged for shipping. Including GST.", o => o.Shipping),
        Shop("Discount Amount", CellType.Money, "Taken off the whole order. Including GST.", o => o.Discount),
        System("Total Revenue", CellType.Money, "What was charged less what was given back (total − refunds). Including GST.", o => o.TotalRevenue),
        Team("Shipping Cost", CellType.Money, "What sending it cost us; empty counts as nothing until it is entered.", Entry.Amount, o => o.ShippingCost, (o, v) => o.ShippingCost = v),
        System("Total Product Cost", CellType.Money, "Rollup of the lines: sum of quantity × unit cost; a line whose cost is not known counts as nothing. Without GST.", o => o.ProductCost),
        System("Gross Profit", CellType.Money, "Total revenue − total product cost − shipping cost.", o => o.GrossProfit),
        System("Profit Margin %", CellType.Percent, "Gross profit / total revenue; empty when the revenue is zero.", o => o.ProfitMargin),
        ByHand("Days Since Order", "number, no decimals", "Whole Sydney days since it was placed.", SydneyFormula.Days(SydneyFormula.DayOf("{Order Date}"), SydneyFormula.Today)),
        System("Order Week", CellType.Text, "ISO week of the order's Sydney day: 2026-W47.", o => o.Week),
        System("Order Month", CellType.Text, "Month of the order's Sydney day: 2026-11.", o => o.Month),
        System("Review Request Sent", CellType.Check, "Whether the customer was asked for a review.", o => o.ReviewRequestSent),
        System("Customer Notified", CellType.Check, "Whether the customer was told that it is on its way.", o => o.CustomerNotified),
        System("Customer Satisfaction Score", CellType.Rating, "1 to 5, as the customer gave it.", o => o.SatisfactionScore),
        Notes(o => o.SyncNote),
    ];

    public override async Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct) =>
        await hub.Orders.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, object (o) => o, ct);

    public override async Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).AsSplitQuery().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, object (o) => o, ct);

    public override async Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var ids = Ids(keys);
        return await hub.Orders.Where(o => ids.Contains(o.ShopifyId)).Select(o => new { o.ShopifyId, o.Id }).ToDictionaryAsync(o => Text(o.ShopifyId), o => o.Id, ct);
    }

    protected override string? NoteIn(Order row) => row.SyncNote;
    protected override void Note(Order row, string? note) => row.SyncNote = note;
}
