namespace MyCavoodle.Hub;

/// <summary>
/// The financial metrics of one Sydney day. A rollup (see <see cref="Rollups"/>), except for the costs the team enters.
/// AUD, revenue including GST.
/// </summary>
public sealed class DailyFigures
{
    public required DateOnly Date { get; set; }
    public decimal Sales { get; set; }
    public decimal Refunds { get; set; }
    public int Orders { get; set; }
    public int ItemsSold { get; set; }
    public int NewCustomers { get; set; }
    public decimal ProductCost { get; set; }
    public decimal ShippingCost { get; set; }
    public decimal? AdSpend { get; set; }
    public int? Sessions { get; set; }
    public SessionSource? SessionsFrom { get; set; }
    /// <summary>The team's; null until entered.</summary>
    public decimal? FixedCosts { get; set; }
    /// <summary>The team's; null counts as nothing.</summary>
    public decimal? OtherMarketing { get; set; }
    /// <summary>What the editor of the mirror is told about this row.</summary>
    public string? SyncNote { get; set; }

    /// <summary>Takes over what was added up; the team's own entries stay.</summary>
    public void Take(PeriodFigures sums) =>
        (Sales, Refunds, Orders, ItemsSold, NewCustomers, ProductCost, ShippingCost, AdSpend, Sessions, SessionsFrom) =
        (sums.Sales, sums.Refunds, sums.Orders, sums.ItemsSold, sums.NewCustomers, sums.ProductCost, sums.ShippingCost, sums.AdSpend, sums.Sessions, sums.SessionsFrom);

    /// <summary>The day's sums with every formula over them.</summary>
    public PeriodFigures Sums => new()
    {
        Sales = Sales, Refunds = Refunds, Orders = Orders, ItemsSold = ItemsSold, NewCustomers = NewCustomers, ProductCost = ProductCost, ShippingCost = ShippingCost,
        AdSpend = AdSpend, OtherMarketing = OtherMarketing ?? 0, FixedCosts = FixedCosts, Sessions = Sessions, SessionsFrom = SessionsFrom,
    };
}
