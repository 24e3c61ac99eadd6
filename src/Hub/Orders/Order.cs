using System.Linq.Expressions;

namespace MyCavoodle.Hub;

public enum OrderStatus { Pending, Processing, Shipped, Delivered, Cancelled }

public enum PaymentStatus { Pending, Paid, PartlyRefunded, Refunded, Failed }

/// <summary>An order of the shop. Amounts are AUD including GST.</summary>
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
    public required DateTimeOffset PlacedAt { get; set; }
    public OrderStatus Status { get; set; }
    public PaymentStatus Payment { get; set; }
    /// <summary>Lines after discounts, before shipping.</summary>
    public decimal Subtotal { get; set; }
    public decimal Shipping { get; set; }
    public decimal Discount { get; set; }
    /// <summary>What the customer was charged at the time of the order; refunds are apart.</summary>
    public decimal Total { get; set; }
    public string? ShippingMethod { get; set; }
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
    public List<OrderLine> Lines { get; } = [];
    public List<Refund> Refunds { get; } = [];

    /// <summary>Money was taken for it at some time, and it is no test: it counts as revenue on the day it was placed.</summary>
    public static readonly Expression<Func<Order, bool>> CountsAsRevenue = o => !o.IsTest
        && (o.Payment == PaymentStatus.Paid || o.Payment == PaymentStatus.PartlyRefunded || o.Payment == PaymentStatus.Refunded);

    /// <summary>Digits of an order number in any spelling (#1042, 1042, "order no. 1042"), as the shop writes it; null when there are none.</summary>
    public static string? NormaliseNumber(string? written)
    {
        var digits = string.Concat((written ?? "").Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length is 0 or > 12 ? null : "#" + digits;
    }
}
