using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Money that moved: a sale when the order is paid or an edit adds to it, a refund.</summary>
sealed record Payment(Order Order, int Index, string Kind, decimal Amount, DateTimeOffset At)
{
    /// <summary>The sale of an edit comes behind any number of refunds.</summary>
    const int FirstEdit = 60;

    public long Id => Ids.Transaction(Order.Number, Index);

    public static IEnumerable<Payment> Of(Order order, DateTimeOffset now)
    {
        if (order.IsPaid(now)) yield return new(order, 1, "sale", order.Total, order.PaidAt!.Value);
        foreach (var (edit, i) in order.Edits.Select((e, i) => (e, i)).Where(e => order.IsPaid(now) && e.e.At <= now && e.e.Added.Count > 0))
            yield return new(order, FirstEdit + i, "sale", edit.Added.Sum(l => l.Net), edit.At);
        foreach (var refund in order.RefundsBy(now).Where(r => r.Amount > 0)) yield return OfRefund(order, refund);
    }

    public static Payment OfRefund(Order order, Refund refund) => new(order, 2 + order.Refunds.IndexOf(refund), "refund", refund.Amount, refund.At);
}
