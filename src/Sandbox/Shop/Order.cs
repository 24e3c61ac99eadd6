namespace MyCavoodle.Sandbox.Shop;

/// <summary>
/// An order as a timeline. What has happened to it is a matter of when one looks: an event whose time is still to
/// come does not exist yet, so the same made-up order is paid today and delivered three days on.
/// </summary>
public sealed class Order
{
    public required int Number { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required string Email { get; init; }
    public Customer? Customer { get; init; }
    public required IReadOnlyList<OrderLine> Lines { get; init; }
    public string? DiscountCode { get; init; }
    public required Shipping Shipping { get; init; }
    public bool Test { get; init; }
    public DateTimeOffset? PaidAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }
    public string? CancelReason { get; set; }
    public Shipment? Shipment { get; set; }
    public List<Refund> Refunds { get; } = [];

    public long Id => Ids.Order(Number);
    public string Name => $"#{Number}";
    /// <summary>Goods at list price, AUD.</summary>
    public decimal LinesTotal => Lines.Sum(l => l.Price * l.Quantity);
    public decimal Discount => Lines.Sum(l => l.Discount);
    public decimal Subtotal => LinesTotal - Discount;
    /// <summary>What the customer was asked for, GST and shipping included.</summary>
    public decimal Total => Subtotal + Shipping.Price;

    public bool IsPaid(DateTimeOffset now) => PaidAt <= now;
    public bool IsCancelled(DateTimeOffset now) => CancelledAt <= now;
    public bool IsShipped(DateTimeOffset now) => Shipment?.At <= now;
    public bool IsDelivered(DateTimeOffset now) => Shipment?.DeliveredAt <= now;
    public IEnumerable<Refund> RefundsBy(DateTimeOffset now) => Refunds.Where(r => r.At <= now);
    public decimal Refunded(DateTimeOffset now) => RefundsBy(now).Sum(r => r.Amount);

    /// <summary>Paid and shipped orders are archived on the spot, the shop's setting.</summary>
    public DateTimeOffset? ClosedAt(DateTimeOffset now) =>
        IsShipped(now) && IsPaid(now) && !IsCancelled(now) ? Shipment!.At : null;

    public string FinancialStatus(DateTimeOffset now) =>
        !IsPaid(now) ? IsCancelled(now) ? "voided" : "pending"
        : Refunded(now) >= Total ? "refunded"
        : Refunded(now) > 0 ? "partially_refunded" : "paid";

    /// <summary>One word for the whole: pending, paid, in_transit, delivered or cancelled.</summary>
    public string Stage(DateTimeOffset now) =>
        IsCancelled(now) ? "cancelled" : IsDelivered(now) ? "delivered" : IsShipped(now) ? "in_transit" : IsPaid(now) ? "paid" : "pending";

    public int Returned(OrderLine line, DateTimeOffset now) =>
        RefundsBy(now).SelectMany(r => r.Lines).Where(l => l.Line == line).Sum(l => l.Quantity);

    /// <summary>The times at which this order changed, its beginning included, whether past or still to come.</summary>
    public IEnumerable<DateTimeOffset> Milestones()
    {
        DateTimeOffset?[] single = [PlacedAt, PaidAt, CancelledAt, Shipment?.At, Shipment?.DeliveredAt];
        return single.OfType<DateTimeOffset>().Concat(Refunds.Select(r => r.At));
    }

    public DateTimeOffset UpdatedAt(DateTimeOffset now) => Milestones().Where(at => at <= now).DefaultIfEmpty(PlacedAt).Max();
}

/// <summary>So many of one variant, at the price of that day. <paramref name="Discount"/> is for the whole line.</summary>
public sealed record OrderLine(long Id, Variant Variant, int Quantity, decimal Price, decimal Discount)
{
    public decimal Net => Price * Quantity - Discount;
}

/// <summary>How the customer wanted it sent.</summary>
public sealed record Shipping(string Title, string Code, decimal Price)
{
    public const decimal FreeFrom = 80m;
    public static readonly Shipping Free = new("Free standard shipping", "free", 0m);
    public static readonly Shipping Standard = new("Standard shipping", "standard", 9.95m);
    public static readonly Shipping Express = new("Express shipping", "express", 14.95m);
}

/// <summary>The parcel.</summary>
public sealed class Shipment
{
    public required DateTimeOffset At { get; init; }
    public required string Carrier { get; init; }
    public required string TrackingNumber { get; init; }
    public required string TrackingUrl { get; init; }
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>As Shopify names it: confirmed for the first hours, then in_transit, then delivered.</summary>
    public string Status(DateTimeOffset now) =>
        DeliveredAt <= now ? "delivered" : now - At < TimeSpan.FromHours(6) ? "confirmed" : "in_transit";
}

/// <summary>Money given back, for goods or (with no lines) as an amount.</summary>
public sealed record Refund(long Id, DateTimeOffset At, string Note, decimal Amount, IReadOnlyList<RefundLine> Lines, bool Restock);

public sealed record RefundLine(OrderLine Line, int Quantity, decimal Subtotal);
