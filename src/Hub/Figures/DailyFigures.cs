namespace MyCavoodle.Hub;

/// <summary>The sums of one Sydney day, kept for charts and for the mirror. AUD including GST.</summary>
public sealed class DailyFigures
{
    public required DateOnly Date { get; set; }
    public decimal Sales { get; set; }
    public decimal Refunds { get; set; }
    public int Orders { get; set; }
    public int ItemsSold { get; set; }
    public int NewCustomers { get; set; }
    public decimal? AdSpend { get; set; }
    public decimal ProductCost { get; set; }
    /// <summary>When it was last computed, UTC.</summary>
    public DateTimeOffset ComputedAt { get; set; }

    public void Take(PeriodFigures sums, DateTimeOffset now) =>
        (Sales, Refunds, Orders, ItemsSold, NewCustomers, AdSpend, ProductCost, ComputedAt) =
        (sums.Sales, sums.Refunds, sums.Orders, sums.ItemsSold, sums.NewCustomers, sums.AdSpend, sums.ProductCost, now);
}
