namespace MyCavoodle.Hub;

/// <summary>Money given back for an order, on the day it was given back.</summary>
public sealed class Refund
{
    public long Id { get; set; }
    public long OrderId { get; set; }
    public Order? Order { get; set; }
    /// <summary>The shop's own id; unique.</summary>
    public required long ShopifyId { get; set; }
    public required DateTimeOffset At
    {
        get;
        set => (field, On) = (value, Sydney.DateOf(value));
    }
    /// <summary>The Sydney day of <see cref="At"/>.</summary>
    public DateOnly On { get; private set; }
    /// <summary>AUD including GST; zero for a restock without money.</summary>
    public required decimal Amount { get; set; }
}
