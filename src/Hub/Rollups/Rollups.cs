using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>
/// The totals that are kept beside the facts: of customers, of stock that is committed, of pieces sold a day, of Sydney days.
/// Each is added up anew from the facts it follows from, never counted up or down, so the order in which facts arrive
/// cannot matter. Run in the transaction that changes the facts.
/// </summary>
static class Rollups
{
    public static async Task RollUpAsync(this HubContext hub, Touched touched, CancellationToken ct)
    {
        await hub.RollUpCustomersAsync(touched.Customers, touched.Days, ct);
        await hub.RollUpCommittedAsync(touched.Variants, ct);
        await hub.RollUpPiecesAsync(touched.Variants, touched.Days, ct);
        await hub.RollUpDaysAsync(touched.Days, ct);
    }

    public static async Task RecountAsync(this HubContext hub, RollupScope scope, CancellationToken ct)
    {
        if (scope.Orders.Count > 0)
            foreach (var order in await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).AsSplitQuery().Where(o => scope.Orders.Contains(o.Id)).ToListAsync(ct))
                order.RollUp();
        await hub.RollUpCustomersAsync(scope.Customers, new HashSet<DateOnly>(), ct);
        await hub.RollUpCommittedAsync(scope.Variants, ct);
        await hub.RollUpPiecesAsync(scope.Variants, scope.Days, ct);
        await hub.RollUpDaysAsync(scope.Days, ct);
    }

    /// <param name="days">Gains the days on which a first order came or went: their count of new customers follows.</param>
    public static async Task RollUpCustomersAsync(this HubContext hub, IReadOnlyCollection<long> ids, ISet<DateOnly> days, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        var sums = await hub.Orders.Where(Order.CountsAsRevenue).Where(o => o.CustomerId != null && ids.Contains(o.CustomerId.Value))
            .GroupBy(o => o.CustomerId!.Value)
            .Select(g => new { g.Key, Count = g.Count(), Revenue = g.Sum(o => o.Total - o.Refunded), First = g.Min(o => o.PlacedOn), Last = g.Max(o => o.PlacedOn) })
            .ToDictionaryAsync(s => s.Key, ct);
        foreach (var customer in await hub.Customers.Where(c => ids.Contains(c.Id)).ToListAsync(ct))
        {
            var before = customer.FirstOrderOn;
            var sum = sums.GetValueOrDefault(customer.Id);
            (customer.TotalOrders, customer.TotalRevenue, customer.FirstOrderOn, customer.LastOrderOn) = (sum?.Count ?? 0, sum?.Revenue ?? 0, sum?.First, sum?.Last);
            if (before == customer.FirstOrderOn) continue;
            if (before is { } gone) days.Add(gone);
            if (customer.FirstOrderOn is { } come) days.Add(come);
        }
    }

    public static async Task RollUpCommittedAsync(this HubContext hub, IReadOnlyCollection<long> variants, CancellationToken ct)
    {
        if (variants.Count == 0) return;
        var open = await hub.OrderLines.Where(l => l.Unfulfilled > 0 && l.ShopifyVariantId != null && variants.Contains(l.ShopifyVariantId.Value))
            .GroupBy(l => l.ShopifyVariantId!.Value).Select(g => new { g.Key, Pieces = g.Sum(l => l.Unfulfilled) }).ToDictionaryAsync(s => s.Key, s => s.Pieces, ct);
        foreach (var product in await hub.Products.Where(p => variants.Contains(p.ShopifyVariantId)).ToListAsync(ct))
            product.Committed = open.GetValueOrDefault(product.ShopifyVariantId);
    }

    public static async Task RollUpPiecesAsync(this HubContext hub, IReadOnlyCollection<long> variants, IReadOnlyCollection<DateOnly> days, CancellationToken ct)
    {
        if (variants.Count == 0 || days.Count == 0) return;
        var sold = await hub.Orders.Where(Order.CountsAsRevenue).Where(o => days.Contains(o.PlacedOn))
            .SelectMany(o => o.Lines, (o, l) => new { o.PlacedOn, l.ShopifyVariantId, l.Quantity })
            .Where(l => l.ShopifyVariantId != null && variants.Contains(l.ShopifyVariantId.Value))
            .GroupBy(l => new { l.ShopifyVariantId, l.PlacedOn }).Select(g => new { g.Key, Pieces = g.Sum(l => l.Quantity) })
            .ToDictionaryAsync(s => (s.Key.ShopifyVariantId!.Value, s.Key.PlacedOn), s => s.Pieces, ct);
        foreach (var row in await hub.ProductDays.Where(d => variants.Contains(d.ShopifyVariantId) && days.Contains(d.Date)).ToListAsync(ct))
        {
            if (sold.Remove((row.ShopifyVariantId, row.Date), out var pieces)) row.Pieces = pieces;
            else hub.ProductDays.Remove(row);
        }
        foreach (var ((variant, day), pieces) in sold) hub.ProductDays.Add(new() { ShopifyVariantId = variant, Date = day, Pieces = pieces });
    }

    public static async Task RollUpDaysAsync(this HubContext hub, IReadOnlyCollection<DateOnly> days, CancellationToken ct)
    {
        if (days.Count == 0) return;
        var sums = await hub.AddUpDaysAsync(days, ct);
        var rows = await hub.DailyFigures.Where(d => days.Contains(d.Date)).ToDictionaryAsync(d => d.Date, ct);
        foreach (var day in days)
        {
            if (!rows.TryGetValue(day, out var row)) hub.DailyFigures.Add(row = new() { Date = day });
            row.Take(sums[day]);
        }
    }
}
