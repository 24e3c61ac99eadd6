using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>What find_order answers.</summary>
/// <param name="Outcome">found, none, needs_proof, refused, too_many_tries.</param>
/// <param name="Missing">With needs_proof: order_number, email.</param>
/// <param name="Message">The same in a sentence, for a model to go by.</param>
/// <param name="FirstName">The proven customer's; null for guests and for staff.</param>
/// <param name="Pet">What their dog is called, where the team knows it.</param>
public sealed record OrderAnswer(string Outcome, string Message, IReadOnlyList<string> Missing, IReadOnlyList<OrderFacts> Orders, string? FirstName = null, string? Pet = null)
{
    public static readonly OrderAnswer None = new("none", "This customer has no such order.", [], []);
    public static readonly OrderAnswer Refused = new("refused",
        "The order number and the email do not belong together. Do not say which of the two is wrong.", [], []);
    public static readonly OrderAnswer TooManyTries = new("too_many_tries", "Too many wrong tries; a person takes over.", [], []);

    public static OrderAnswer NeedsProof(IReadOnlyList<string> missing) => new("needs_proof",
        "Ask for what is missing before anything about an order is told: the order number and the email on the order.", missing, []);

    /// <param name="customer">Whose orders they are, where that is proven.</param>
    public static OrderAnswer Found(IEnumerable<Order> orders, Customer? customer = null) =>
        new("found", "Tell only what stands here.", [], [.. orders.Select(OrderFacts.Of)], customer?.FirstName, customer?.PetName);
}

/// <summary>An order as its customer may hear it. Dates are Sydney days in words, amounts AUD.</summary>
public sealed record OrderFacts(
    string Number, string Status, string Payment, string Placed, string? Shipped, string? Delivered, string? Carrier,
    string? TrackingNumber, string? TrackingUrl, string? ShippingMethod, string Total, IReadOnlyList<string> Items)
{
    public static OrderFacts Of(Order order) => new(
        order.Number, order.Status.ToString(), order.IsPartlyRefunded ? "PartlyRefunded" : order.Payment.ToString(), Day(order.PlacedAt)!, Day(order.ShippedAt), Day(order.DeliveredAt),
        order.Carrier, order.TrackingNumber, order.TrackingUrl, order.ShippingMethodName, Figure.Money(order.Total),
        [.. order.Lines.Select(l => $"{l.Quantity} × {l.Title}")]);

    static string? Day(DateTimeOffset? instant) => instant is { } at ? Sydney.Spoken(Sydney.DateOf(at)) : null;
}
