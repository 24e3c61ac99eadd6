using System.Globalization;
using System.Linq.Expressions;

namespace MyCavoodle.Hub;

public enum OrderStatus { Pending, Processing, Shipped, Delivered, Cancelled }

/// <summary>Paid also when a part was given back; see <see cref="Order.IsPartlyRefunded"/>.</summary>
public enum PaymentStatus { Pending, Paid, Refunded, Failed }

public enum ShippingMethod { Standard, Express, Premium }

/// <summary>
/// An order of the shop. Amounts are AUD including GST. Costs and refunds are rollups over lines and refunds, kept by
/// <see cref="RollUp"/>. Every field, its owner and its formula: docs/hub.md.
/// </summary>
public sealed class Order
{
    public long Id { get; set; }
    /// <summary>The shop's own id; unique.</summary>
    public required long ShopifyId { get; set; }
    /// <summary>As customers know it: #1042.</summary>
    public required string Number { get; set; }
    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }
    /// <summary>The email on the order, lower case; null when there is none.</summary>
    public string? Email { get; set; }
    public required DateTimeOffset PlacedAt
    {
        get;
        set => (field, PlacedOn) = (value, Sydney.DateOf(value));
    }
    /// <summary>The Sydney day of <see cref="PlacedAt"/>.</summary>
    public DateOnly PlacedOn { get; private set; }
    public OrderStatus Status { get; set; }
    public PaymentStatus Payment { get; set; }
    /// <summary>Lines after discounts, before shipping.</summary>
    public decimal Subtotal { get; set; }
    /// <summary>Shipping revenue: what the customer was charged for shipping.</summary>
    public decimal Shipping { get; set; }
    public decimal Discount { get; set; }
    /// <summary>The GST contained in <see cref="Total"/>.</summary>
    public decimal Gst { get; set; }
    /// <summary>What the customer was charged, edits of the order included; refunds are apart.</summary>
    public decimal Total { get; set; }
    /// <summary>As the shop names it: Express Post.</summary>
    public string? ShippingMethodName { get; set; }
    public string? Carrier { get; set; }
    public string? TrackingNumber { get; set; }
    public string? TrackingUrl { get; set; }
    public DateTimeOffset? ShippedAt { get; set; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }
    /// <summary>A test order of the shop; counts in no figure.</summary>
    public bool IsTest { get; set; }
    /// <summary>The shop's own time of its last change, UTC; an older copy never overwrites a newer one.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
    /// <summary>
    /// When the change happened that this copy tells of, by the shop's clock; null: it was read from the shop itself. Decides
    /// between copies with the same <see cref="UpdatedAt"/>, which is told in whole seconds.
    /// </summary>
    public DateTimeOffset? ToldAt { get; set; }
    /// <summary>What sending it cost us; null until the team enters it, and counted as nothing until then.</summary>
    public decimal? ShippingCost { get; set; }
    public bool ReviewRequestSent { get; set; }
    public bool CustomerNotified { get; set; }
    /// <summary>1 to 5, as the customer gave it.</summary>
    public int? SatisfactionScore { get; set; }
    /// <summary>What the editor of the mirror is told about this row.</summary>
    public string? SyncNote { get; set; }
    public List<OrderLine> Lines { get; } = [];
    public List<Refund> Refunds { get; } = [];

    /// <summary>Rollup: the sum of the lines' costs; a line whose cost is not known counts as nothing.</summary>
    public decimal ProductCost { get; set; }
    /// <summary>Rollup: the sum of the refunds, each counted on its own day in the day's figures.</summary>
    public decimal Refunded { get; set; }

    /// <summary>Total revenue: what was charged less what was given back. AUD including GST.</summary>
    public decimal TotalRevenue => Total - Refunded;

    /// <summary>Total revenue − total product cost − shipping cost.</summary>
    public decimal GrossProfit => TotalRevenue - ProductCost - (ShippingCost ?? 0);

    /// <summary>Gross profit / total revenue, in percent.</summary>
    public decimal? ProfitMargin => Ratio.Percent(GrossProfit, TotalRevenue);

    /// <summary>Whole Sydney days since it was placed.</summary>
    public int DaysSince(DateOnly today) => today.DayNumber - PlacedOn.DayNumber;

    /// <summary>ISO week of the order day: 2026-W47.</summary>
    public string Week => string.Create(CultureInfo.InvariantCulture,
        $"{ISOWeek.GetYear(PlacedOn.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(PlacedOn.ToDateTime(default)):00}");

    /// <summary>Month of the order day: 2026-11.</summary>
    public string Month => PlacedOn.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public bool IsPartlyRefunded => Payment == PaymentStatus.Paid && Refunded > 0;

    /// <summary>Express and Premium by the word in the shop's own name of it, anything else Standard; null without shipping.</summary>
    public ShippingMethod? ShippingMethod => ShippingMethodName switch
    {
        null => null,
        var name when Has(name, "premium", "same day", "courier") => Hub.ShippingMethod.Premium,
        var name when Has(name, "express", "priority", "next day") => Hub.ShippingMethod.Express,
        _ => Hub.ShippingMethod.Standard,
    };

    /// <summary>Money was taken for it at some time, and it is no test: it counts as revenue on the day it was placed.</summary>
    public static readonly Expression<Func<Order, bool>> CountsAsRevenue = o => !o.IsTest
        && (o.Payment == PaymentStatus.Paid || o.Payment == PaymentStatus.Refunded);

    /// <summary>Adds lines and refunds up anew; both must be loaded whole.</summary>
    public void RollUp() => (ProductCost, Refunded) = (Lines.Sum(l => l.Cost ?? 0), Refunds.Sum(r => r.Amount));

    /// <summary>Digits of an order number in any spelling (#1042, 1042, "order no. 1042"), as the shop writes it; null when there are none.</summary>
    public static string? NormaliseNumber(string? written)
    {
        var digits = string.Concat((written ?? "").Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length is 0 or > 12 ? null : "#" + digits;
    }

    static bool Has(string name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
