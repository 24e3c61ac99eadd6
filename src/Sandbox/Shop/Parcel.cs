namespace MyCavoodle.Sandbox.Shop;

/// <summary>Hands an order to a carrier and gives it a tracking number that only depends on the order.</summary>
static class Parcel
{
    public static Shipment Send(Order order, DateTimeOffset at, bool sendle, DateTimeOffset? delivered)
    {
        var (carrier, number) = sendle ? ("Sendle", $"S{order.Number:D7}AU") : ("Australia Post", $"33MYC{order.Number:D7}01");
        return new Shipment { At = at, Carrier = carrier, TrackingNumber = number, DeliveredAt = delivered };
    }
}
