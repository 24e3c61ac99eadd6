using System.Globalization;

namespace MyCavoodle.Hub;

/// <summary>A figure the founder may ask for: its name, its formula in words, and how it follows from a period's sums.</summary>
/// <param name="Id">As tools name it: mer.</param>
/// <param name="Format">How a value is written, AUD to the cent or a plain number.</param>
public sealed record Figure(
    string Id, string Name, string Formula, Func<PeriodFigures, decimal?> Value, Func<decimal, string> Format,
    Func<PeriodFigures, IReadOnlyList<(string Name, decimal? Value)>> Inputs)
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("mer", "MER", "revenue ÷ Meta ad spend", f => f.Mer, Times, f => [("revenue", f.Revenue), ("ad spend", f.AdSpend)]),
        new("revenue", "Revenue", "sales − refunds, incl. GST", f => f.Revenue, Money, f => [("sales", f.Sales), ("refunds", f.Refunds)]),
        new("aov", "AOV", "revenue ÷ orders", f => f.Aov, Money, f => [("revenue", f.Revenue), ("orders", f.Orders)]),
        new("orders", "Orders", "paid orders placed", f => f.Orders, Count, _ => []),
        new("ad_spend", "Meta ad spend", "as reported by Meta", f => f.AdSpend, Money, _ => []),
        new("gross_profit", "Gross profit", "revenue − product cost − shipping cost", f => f.GrossProfit, Money,
            f => [("revenue", f.Revenue), ("product cost", f.ProductCost), ("shipping cost", f.ShippingCost)]),
        new("profit_margin", "Profit margin", "gross profit ÷ revenue", f => f.ProfitMargin, Percent, f => [("gross profit", f.GrossProfit), ("revenue", f.Revenue)]),
        new("new_customers", "New customers", "customers whose first paid order was placed", f => f.NewCustomers, Count, _ => []),
        new("items_sold", "Items sold", "pieces on paid orders", f => f.ItemsSold, Count, _ => []),
        new("refunds", "Refunds", "money given back", f => f.Refunds, Money, _ => []),
        new("cpa", "CPA", "Meta ad spend ÷ new customers", f => f.Cpa, Money, f => [("ad spend", f.AdSpend), ("new customers", f.NewCustomers)]),
        new("cac", "CAC", "(Meta ad spend + other marketing) ÷ new customers", f => f.Cac, Money,
            f => [("ad spend", f.AdSpend), ("other marketing", f.OtherMarketing), ("new customers", f.NewCustomers)]),
        new("sessions", "Store sessions", "visits to the online store", f => f.Sessions, Count, _ => []) { Source = SpokenSource },
        new("conversion_rate", "Conversion rate", "orders ÷ store sessions", f => f.ConversionRate, Percent,
            f => [("orders", f.Orders), ("sessions", f.Sessions)]) { Source = SpokenSource },
        new("variable_costs", "Variable costs", "product cost + shipping cost", f => f.VariableCosts, Money,
            f => [("product cost", f.ProductCost), ("shipping cost", f.ShippingCost)]),
        new("fixed_costs", "Fixed costs", "as entered by the team", f => f.FixedCosts, Money, _ => []),
        new("roi", "ROI", "(revenue − total costs) ÷ total costs", f => f.Roi, Percent, f =>
            [("revenue", f.Revenue), ("variable costs", f.VariableCosts), ("fixed costs", f.FixedCosts), ("ad spend", f.AdSpend), ("other marketing", f.OtherMarketing)]),
    ];

    /// <summary>Who counted, where that is not always the same; null elsewhere.</summary>
    public Func<PeriodFigures, string?> Source { get; private init; } = _ => null;

    public static Figure? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>A value as people read it; an empty one says so.</summary>
    public string Spoken(decimal? value) => value is { } v ? Format(v) : "n/a";

    /// <summary>revenue $1,234.50 ÷ ad spend $400.00, as the inputs of a formula are shown.</summary>
    public string SpokenInputs(PeriodFigures sums) =>
        string.Join(", ", Inputs(sums).Select(i => $"{i.Name} {(i.Value is { } v ? Input(i.Name, v) : "n/a")}").Append(Source(sums)).OfType<string>());

    static string Input(string name, decimal value) => name is "orders" or "new customers" or "sessions" ? Count(value) : Money(value);

    static string? SpokenSource(PeriodFigures sums) => sums.SessionsFrom switch
    {
        SessionSource.ShopifyAnalytics => "sessions from Shopify analytics",
        SessionSource.Csv => "sessions from a CSV",
        SessionSource.Mixed => "sessions partly from Shopify analytics, partly from a CSV",
        _ => null,
    };

    /// <summary>$1,234.50; AUD.</summary>
    public static string Money(decimal value) =>
        (value < 0 ? "-$" : "$") + Math.Abs(Math.Round(value, 2, MidpointRounding.AwayFromZero)).ToString("N2", CultureInfo.InvariantCulture);

    static string Count(decimal value) => value.ToString("N0", CultureInfo.InvariantCulture);

    static string Percent(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    static string Times(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
