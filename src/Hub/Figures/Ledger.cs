using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>Adds up a period from the facts themselves: orders, refunds, ad days. Nothing is cached, so nothing is stale.</summary>
public static class Ledger
{
    public static async Task<PeriodFigures> AddUpAsync(this HubContext hub, Period period, CancellationToken ct)
    {
        // Variables, not members: SQLite compares instants only against bound values.
        var (start, end, from, to) = (period.Start, period.End, period.From, period.To);
        var orders = hub.Orders.Where(Order.CountsAsRevenue).Where(o => o.PlacedAt >= start && o.PlacedAt < end);
        var lines = orders.SelectMany(o => o.Lines);
        var refunds = hub.Refunds.Where(r => !r.Order!.IsTest && r.At >= start && r.At < end);
        var days = await hub.AdDays.Where(d => d.Date >= from && d.Date <= to).Select(d => d.Spend).ToListAsync(ct);
        var newCustomers = await orders.Where(o => o.CustomerId != null
                && !hub.Orders.Where(Order.CountsAsRevenue).Any(e => e.CustomerId == o.CustomerId && e.PlacedAt < start))
            .Select(o => o.CustomerId).Distinct().CountAsync(ct);
        return new(
            Sales: await orders.SumAsync(o => o.Total, ct),
            Refunds: await refunds.SumAsync(r => r.Amount, ct),
            Orders: await orders.CountAsync(ct),
            ItemsSold: await lines.SumAsync(l => l.Quantity, ct),
            NewCustomers: newCustomers,
            AdSpend: days.Count == 0 ? null : days.Sum(),
            ProductCost: await lines.SumAsync(l => l.Quantity * (l.UnitCost ?? 0), ct));
    }
}
