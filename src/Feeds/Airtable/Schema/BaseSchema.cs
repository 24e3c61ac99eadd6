using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>Every table of the base, in the order in which rows are written: what others link to comes first.</summary>
public sealed class BaseSchema(TimeProvider time)
{
    public IReadOnlyList<Sheet> Sheets { get; } =
    [
        new SuppliersSheet(), new CustomersSheet(), new ProductsSheet(), new InquiriesSheet(time), new FiguresSheet(), new OrdersSheet(), new OrderLinesSheet(),
    ];

    public Sheet this[MirrorTable table] => Sheets.Single(s => s.Table == table);
}
