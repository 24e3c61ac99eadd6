using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

public sealed class FiguresSheet : Sheet<DailyFigures>
{
    public override MirrorTable Table => MirrorTable.Figures;
    public override string Name => "Financial Metrics";
    public override string Meaning => "One row a Sydney day. AUD; revenue including GST, costs without. Refunds count on the day they happen.";

    public override IReadOnlyList<SchemaField> Fields { get; } =
    [
        System("Date", CellType.Date, "The Sydney day; the key.", d => d.Date),
        System("Revenue", CellType.Money, "Sales of orders placed that day (shipping included) − refunds made that day. Including GST.", d => d.Sums.Revenue),
        System("Orders Count", CellType.Number("orders"), "Orders placed that count as revenue (money was taken, no test).", d => d.Orders),
        System("New Customers", CellType.Number("customers"), "Customers whose first order that counts was placed that day.", d => d.NewCustomers),
        System("Items Sold", CellType.Number("pieces"), "Pieces on those orders.", d => d.ItemsSold),
        System("Store Sessions", CellType.Number("sessions"), "Visits to the online store; empty while not read.", d => d.Sessions),
        System("Sessions From", CellType.Choice(ChoiceWords.Of(SessionSource.ShopifyAnalytics), ChoiceWords.Of(SessionSource.Csv)), "Who counted the sessions.", d => d.SessionsFrom),
        System("Meta Ad Spend", CellType.Money, "As Meta reports it; empty while not read.", d => d.AdSpend),
        Team("Fixed Costs", CellType.Money, "Rent, software, wages of that day; empty until entered.", Entry.Amount, d => d.FixedCosts, (d, v) => d.FixedCosts = v),
        Team("Other Marketing", CellType.Money, "What was spent on winning customers beside the ads (agency, samples); empty counts as nothing.", Entry.Amount, d => d.OtherMarketing, (d, v) => d.OtherMarketing = v),
        System("Variable Costs", CellType.Money, "Product cost + shipping cost of that day's orders.", d => d.Sums.VariableCosts),
        System("MER", CellType.Number("ratio", 2), "Marketing efficiency ratio: revenue / Meta ad spend; empty without spend.", d => d.Sums.Mer),
        System("AOV", CellType.Money, "Average order value: revenue / orders; empty without orders.", d => d.Sums.Aov),
        System("Conversion Rate %", CellType.Percent, "Orders / store sessions; empty without sessions.", d => d.Sums.ConversionRate),
        System("Gross Profit", CellType.Money, "Revenue − variable costs.", d => d.Sums.GrossProfit),
        System("Profit Margin %", CellType.Percent, "Gross profit / revenue; empty when the revenue is zero.", d => d.Sums.ProfitMargin),
        System("CPA", CellType.Money, "Cost per acquisition: Meta ad spend / new customers; empty without new customers.", d => d.Sums.Cpa),
        System("Customer Acquisition Cost", CellType.Money, "(Meta ad spend + other marketing) / new customers; empty without new customers.", d => d.Sums.Cac),
        System("ROI %", CellType.Percent, "(revenue − total costs) / total costs; total costs = variable costs + fixed costs + Meta ad spend + other marketing; empty while the fixed costs or the ad spend are unknown.", d => d.Sums.Roi),
        Notes(d => d.SyncNote),
    ];

    /// <summary>A day's row is known by its day number.</summary>
    public static DateOnly DayOf(long rowId) => DateOnly.FromDayNumber((int)rowId);

    public override async Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct) => await Rows(hub.DailyFigures.AsNoTracking(), ids, ct);

    public override async Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct) => await Rows(hub.DailyFigures, ids, ct);

    public override async Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var days = keys.Select(k => DateOnly.TryParseExact(k, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default).ToList();
        return (await hub.DailyFigures.Where(d => days.Contains(d.Date)).Select(d => d.Date).ToListAsync(ct))
            .ToDictionary(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), d => (long)d.DayNumber);
    }

    static Task<Dictionary<long, object>> Rows(IQueryable<DailyFigures> figures, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var days = ids.Select(DayOf).ToList();
        return figures.Where(d => days.Contains(d.Date)).ToDictionaryAsync(d => (long)d.Date.DayNumber, object (d) => d, ct);
    }

    protected override string? NoteIn(DailyFigures row) => row.SyncNote;
    protected override void Note(DailyFigures row, string? note) => row.SyncNote = note;
}
