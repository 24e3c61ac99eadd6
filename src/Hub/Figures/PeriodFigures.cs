namespace MyCavoodle.Hub;

/// <summary>
/// The sums of a period from which every figure follows; the one place of their formulas. Amounts are AUD, revenue including
/// GST. Sales are what customers were charged for orders placed in the period (shipping included, test orders and
/// never-paid orders left out); refunds count on the day they happen.
/// </summary>
public sealed record PeriodFigures
{
    public decimal Sales { get; init; }
    public decimal Refunds { get; init; }
    /// <summary>Orders placed that count as revenue.</summary>
    public int Orders { get; init; }
    public int ItemsSold { get; init; }
    /// <summary>Customers whose first order that counts was placed in the period.</summary>
    public int NewCustomers { get; init; }
    /// <summary>What the sold goods cost us, at the time of sale; unknown costs count as nothing.</summary>
    public decimal ProductCost { get; init; }
    /// <summary>What sending the orders cost us, as far as the team entered it.</summary>
    public decimal ShippingCost { get; init; }
    /// <summary>Meta ad spend of the days that have been read; null when no day has.</summary>
    public decimal? AdSpend { get; init; }
    /// <summary>What was spent on winning customers beside the ads (agency, samples), as the team entered it.</summary>
    public decimal OtherMarketing { get; init; }
    /// <summary>Rent, software, wages of the days for which the team entered them; null when for none.</summary>
    public decimal? FixedCosts { get; init; }
    /// <summary>Store sessions of the days that have been read; null when no day has.</summary>
    public int? Sessions { get; init; }
    /// <summary>Who counted the sessions; null without any.</summary>
    public SessionSource? SessionsFrom { get; init; }

    /// <summary>Sales less refunds.</summary>
    public decimal Revenue => Sales - Refunds;
    /// <summary>Marketing efficiency ratio: revenue / ad spend.</summary>
    public decimal? Mer => Ratio.Of(Revenue, AdSpend);
    /// <summary>Average order value: revenue / orders.</summary>
    public decimal? Aov => Ratio.Of(Revenue, Orders);
    /// <summary>Orders / store sessions, in percent.</summary>
    public decimal? ConversionRate => Ratio.Percent(Orders, Sessions);
    /// <summary>Product cost + shipping cost: what each further order costs.</summary>
    public decimal VariableCosts => ProductCost + ShippingCost;
    /// <summary>Revenue − variable costs.</summary>
    public decimal GrossProfit => Revenue - VariableCosts;
    /// <summary>Gross profit / revenue, in percent.</summary>
    public decimal? ProfitMargin => Ratio.Percent(GrossProfit, Revenue);
    /// <summary>Cost per acquisition: ad spend / new customers.</summary>
    public decimal? Cpa => Ratio.Of(AdSpend, NewCustomers);
    /// <summary>Customer acquisition cost: (ad spend + other marketing) / new customers, all that was spent on winning them.</summary>
    public decimal? Cac => Ratio.Of(AdSpend + OtherMarketing, NewCustomers);
    /// <summary>Variable costs + fixed costs + ad spend + other marketing; null while the fixed costs or the ad spend are unknown.</summary>
    public decimal? TotalCosts => VariableCosts + FixedCosts + AdSpend + OtherMarketing;
    /// <summary>Return on investment: (revenue − total costs) / total costs, in percent.</summary>
    public decimal? Roi => Ratio.Percent(Revenue - TotalCosts, TotalCosts);
}
