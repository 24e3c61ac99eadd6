namespace MyCavoodle.Hub;

/// <summary>
/// The sums of a period from which every figure follows. Amounts are AUD including GST. Sales are what customers were
/// charged for orders placed in the period (shipping included, test orders and never-paid orders left out); refunds
/// count on the day they happen.
/// </summary>
/// <param name="AdSpend">Meta ad spend of the days that have been read; null when no day has.</param>
/// <param name="ProductCost">What the sold goods cost us, at the time of sale.</param>
public sealed record PeriodFigures(
    decimal Sales, decimal Refunds, int Orders, int ItemsSold, int NewCustomers, decimal? AdSpend, decimal ProductCost)
{
    /// <summary>Sales less refunds.</summary>
    public decimal Revenue => Sales - Refunds;
    /// <summary>Marketing efficiency ratio: revenue / ad spend.</summary>
    public decimal? Mer => Ratio(Revenue, AdSpend);
    /// <summary>Average order value: revenue / orders.</summary>
    public decimal? Aov => Ratio(Revenue, Orders);
    /// <summary>Revenue less the cost of the goods sold.</summary>
    public decimal GrossProfit => Revenue - ProductCost;
    /// <summary>Cost per acquisition: ad spend / new customers.</summary>
    public decimal? Cpa => AdSpend is { } spend ? Ratio(spend, NewCustomers) : null;

    /// <summary>Empty when there is nothing to divide by: never infinite, never zero.</summary>
    static decimal? Ratio(decimal part, decimal? whole) => whole is null or 0 ? null : part / whole;
}
