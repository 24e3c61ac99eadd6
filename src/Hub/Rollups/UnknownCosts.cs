using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

public static class UnknownCosts
{
    const int Piece = 500;

    /// <summary>
    /// A cost became known after the sale: the lines that were sold without one get it, in pieces of 500 orders with their totals.
    /// Lines that have a cost keep it. May be repeated.
    /// </summary>
    /// <param name="variant">The shop's id of the variant.</param>
    /// <param name="cost">Of one piece, without GST.</param>
    /// <returns>How many orders were changed.</returns>
    public static async Task<int> FillUnknownCostsAsync(this FactWriter facts, long variant, decimal cost, CancellationToken ct)
    {
        var (filled, isMore) = (0, true);
        while (isMore)
            await facts.WriteAsync(async hub =>
            {
                var ids = await hub.OrderLines.Where(l => l.ShopifyVariantId == variant && l.UnitCost == null)
                    .Select(l => l.OrderId).Distinct().OrderBy(id => id).Take(Piece).ToListAsync(ct);
                var orders = await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).AsSplitQuery().Where(o => ids.Contains(o.Id)).ToListAsync(ct);
                foreach (var line in orders.SelectMany(o => o.Lines).Where(l => l.ShopifyVariantId == variant)) line.UnitCost ??= cost;
                (filled, isMore) = (filled + orders.Count, ids.Count == Piece);
            }, ct);
        return filled;
    }
}
