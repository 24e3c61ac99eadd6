namespace MyCavoodle.Sandbox.Shop;

/// <summary>
/// An order as a timeline. What has happened to it is a matter of when one looks: an event whose time is still to
/// come does not exist yet, so the same made-up order is paid today and delivered three days on.
/// </summary>
public sealed class Order
{
    public required int Number { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required string Email { get; set; }
    /// <summary>Null when nobody is known: sold over the counter, or the customer was erased.</summary>
    public Customer? Customer { get; set; }
    /// <summary>As ordered; what an edit added is in <see cref="Edits"/>.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }
    public string? DiscountCode { get; init; }
    public required Shipping Shipping { get; init; }
    public bool Test { get; init; }
    public DateTimeOffset? PaidAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }
    public string? CancelReason { get; set; }
    public Shipment? Shipment { get; set; }
    public List<Refund> Refunds { get; } = [];
    public IReadOnlyList<OrderEdit> Edits { get; set; } = [];
    public string? Note { get; set; }
    public IReadOnlyList<string> Tags { get; set; } = [];
    /// <summary>Replaces the customer's own address.</summary>
    public Address? ShipTo { get; set; }
    /// <summary>What the buyer saw, where it was not the shop's currency.</summary>
    public Presentment? Presentment { get; init; }
    public DateTimeOffset? ArchivedAt { get; set; }
    public DateTimeOffset? ReopenedAt { get; set; }
    /// <summary>When somebody last changed what has no time of its own: note, tags, address.</summary>
    public DateTimeOffset? TouchedAt { get; set; }

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

    public decimal Refunded(DateTimeOffset now)
    {
        if (Refunds.Count == 0) return 0;
        return RefundsBy(now).Sum(r => r.Amount);
    }

    public IEnumerable<OrderLine> AddedBy(DateTimeOffset now) => Edits.Where(e => e.At <= now).SelectMany(e => e.Added);
    /// <summary>What was ordered and what edits added.</summary>
    public IEnumerable<OrderLine> LinesBy(DateTimeOffset now) => Edits.Count == 0 ? Lines : Lines.Concat(AddedBy(now));
    public int Removed(OrderLine line, DateTimeOffset now) => Edits.Where(e => e.At <= now).SelectMany(e => e.Removed).Where(r => r.Line == line).Sum(r => r.Quantity);
    /// <summary>How much of a line is still meant to be with the customer.</summary>
    public int Kept(OrderLine line, DateTimeOffset now) => IsCancelled(now) ? 0 : Math.Max(0, line.Quantity - Removed(line, now) - Returned(line, now));
    /// <summary>The price of the day of the order and of what edits added, whether or not it was given back.</summary>
    public decimal Charged(DateTimeOffset now) => Total + AddedBy(now).Sum(l => l.Net);

    /// <summary>What the order is worth after edits and refunds.</summary>
    public decimal Worth(DateTimeOffset now)
    {
        if (IsCancelled(now) && !IsPaid(now)) return 0;
        var removed = Edits.Where(e => e.At <= now).SelectMany(e => e.Removed).Sum(r => r.Subtotal);
        return Math.Max(0, Charged(now) - removed - Refunded(now));
    }

    /// <summary>The same of the goods alone.</summary>
    public decimal GoodsWorth(DateTimeOffset now)
    {
        if (IsCancelled(now) && !IsPaid(now)) return 0;
        var back = RefundsBy(now).SelectMany(r => r.Lines).Concat(Edits.Where(e => e.At <= now).SelectMany(e => e.Removed)).Sum(l => l.Subtotal);
        return Math.Max(0, Charged(now) - Shipping.Price - back);
    }

    /// <summary>Paid and shipped orders are archived on the spot, the shop's setting; others when somebody does it.</summary>
    public DateTimeOffset? ClosedAt(DateTimeOffset now)
    {
        var closed = IsShipped(now) && IsPaid(now) && !IsCancelled(now) ? Shipment!.At : (DateTimeOffset?)null;
        if (ArchivedAt <= now && (closed is null || ArchivedAt > closed)) closed = ArchivedAt;
        return ReopenedAt <= now && ReopenedAt >= closed ? null : closed;
    }

    public string FinancialStatus(DateTimeOffset now) =>
        !IsPaid(now) ? IsCancelled(now) ? "voided" : "pending"
        : Refunded(now) >= Charged(now) ? "refunded"
        : Refunded(now) > 0 ? "partially_refunded" : "paid";

    /// <summary>One word for the whole: pending, paid, in_transit, delivered or cancelled.</summary>
    public string Stage(DateTimeOffset now) =>
        IsCancelled(now) ? "cancelled" : IsDelivered(now) ? "delivered" : IsShipped(now) ? "in_transit" : IsPaid(now) ? "paid" : "pending";

    public int Returned(OrderLine line, DateTimeOffset now) =>
        RefundsBy(now).SelectMany(r => r.Lines).Where(l => l.Line == line).Sum(l => l.Quantity);

    /// <summary>Whether anything happened to this order within a time.</summary>
    public bool ChangedWithin(Func<DateTimeOffset, bool> isWithin)
    {
        foreach (var at in Milestones()) if (isWithin(at)) return true;
        return false;
    }

    public DateTimeOffset UpdatedAt(DateTimeOffset now)
    {
        var latest = PlacedAt;
        foreach (var at in Milestones()) if (at <= now && at > latest) latest = at;
        return latest;
    }

    /// <summary>The times at which this order changed, its beginning included, whether past or still to come.</summary>
    IEnumerable<DateTimeOffset> Milestones()
    {
        yield return PlacedAt;
        if (PaidAt is { } paid) yield return paid;
        if (CancelledAt is { } cancelled) yield return cancelled;
        if (Shipment is { } parcel)
        {
            yield return parcel.At;
            if (parcel.DeliveredAt is { } delivered) yield return delivered;
        }
        if (ArchivedAt is { } archived) yield return archived;
        if (ReopenedAt is { } reopened) yield return reopened;
        if (TouchedAt is { } touched) yield return touched;
        foreach (var refund in Refunds) yield return refund.At;
        foreach (var edit in Edits) yield return edit.At;
    }
}

/// <summary>So many of one variant, at the price of that day. <paramref name="Discount"/> is for the whole line.</summary>
public sealed record OrderLine(long Id, Variant Variant, int Quantity, decimal Price, decimal Discount)
{
    /// <summary>As it was when the order was placed; the variant's own may have changed since.</summary>
    public string Sku { get; } = Variant.Sku;
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
    public DateTimeOffset? DeliveredAt { get; set; }
    public string TrackingUrl => Carrier == "Sendle"
        ? $"https://track.sendle.com/tracking?ref={TrackingNumber}" : $"https://auspost.com.au/mypost/track/details/{TrackingNumber}";

    public DateTimeOffset InTransitAt => At.AddHours(6);

    /// <summary>As Shopify names it: confirmed for the first hours, then in_transit, then delivered.</summary>
    public string Status(DateTimeOffset now) =>
        DeliveredAt <= now ? "delivered" : now < InTransitAt ? "confirmed" : "in_transit";
}

/// <summary>Money given back, for goods or (with no lines) as an amount; with an amount of 0, goods alone came back.</summary>
public sealed record Refund(long Id, DateTimeOffset At, string Note, decimal Amount, IReadOnlyList<RefundLine> Lines, bool Restock)
{
    /// <summary>What the amount differs from the worth of the goods, as Shopify books it: negative where more was given back.</summary>
    public decimal Adjustment { get; init; }
}

public sealed record RefundLine(OrderLine Line, int Quantity, decimal Subtotal);

/// <summary>A change to what was ordered, made by the shop after the fact.</summary>
public sealed record OrderEdit(long Id, DateTimeOffset At, IReadOnlyList<OrderLine> Added, IReadOnlyList<RefundLine> Removed);

/// <summary>The buyer's currency, and how many of it one Australian dollar was.</summary>
public sealed record Presentment(string Currency, decimal Rate);
