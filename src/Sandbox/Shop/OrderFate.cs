namespace MyCavoodle.Sandbox.Shop;

/// <summary>Decides, once, everything that will ever happen to a made-up order, and when.</summary>
sealed class OrderFate(Order order, Dice dice)
{
    public void Befall()
    {
        // A bank transfer that is late: most arrive within two days, some never do and the order is voided.
        if (dice.OneIn(30))
        {
            if (dice.OneIn(2)) { Cancel(order.PlacedAt.AddDays(4), "declined"); return; }
            order.PaidAt = order.PlacedAt.AddHours(dice.Between(10, 40));
        }
        else order.PaidAt = order.PlacedAt.AddSeconds(2);

        if (dice.OneIn(35)) CancelPaid();
        else
        {
            Ship();
            if (dice.OneIn(28)) GiveBack();
        }
    }

    void CancelPaid()
    {
        var at = order.PaidAt!.Value.AddHours(dice.Between(1, 20));
        Cancel(at, dice.OneIn(3) ? "inventory" : "customer");
        // One in five is cancelled and waits for its money: the shop sorts those out by hand.
        if (!dice.OneIn(5)) Refund(at.AddSeconds(5), "Order cancelled", order.Total, Everything(), restock: true);
    }

    void Cancel(DateTimeOffset at, string reason)
    {
        order.CancelledAt = at;
        order.CancelReason = reason;
    }

    void Ship()
    {
        // The parcel leaves on the next working afternoon, express orders a little sooner.
        var day = Sydney.Day(order.PaidAt!.Value).AddDays(order.Shipping == Shipping.Express ? 1 : dice.Between(1, 2));
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        var at = Sydney.At(day, dice.Between(720, 960));
        var delivered = Sydney.At(day.AddDays(order.Shipping == Shipping.Express ? 2 : dice.Between(2, 6)), dice.Between(540, 1020));
        order.Shipment = Parcel.Send(order, at, sendle: dice.OneIn(5), delivered);
    }

    void GiveBack()
    {
        var at = order.Shipment!.DeliveredAt!.Value.AddHours(dice.Between(5, 150));
        switch (dice.Between(1, 3))
        {
            case 1:
                var line = order.Lines[0];
                Refund(at, "Not suitable, returned", line.Net, [new RefundLine(line, line.Quantity, line.Net)], restock: true);
                break;
            case 2:
                Refund(at, "Arrived damaged, part refund", Math.Round(order.Subtotal * 0.25m, 2), [], restock: false);
                break;
            default:
                Refund(at, "Returned", order.Total, Everything(), restock: true);
                break;
        }
    }

    RefundLine[] Everything() => [.. order.Lines.Select(l => new RefundLine(l, l.Quantity, l.Net))];

    void Refund(DateTimeOffset at, string note, decimal amount, IReadOnlyList<RefundLine> lines, bool restock) =>
        order.Refunds.Add(new Refund(Ids.Refund(order.Number, order.Refunds.Count), at, note, amount, lines, restock));
}
