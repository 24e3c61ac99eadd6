using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>Average daily sales: pieces on orders that count as revenue, over the last 7, 30 and 90 whole Sydney days; today is not over yet.</summary>
public sealed record SalesPace(decimal Over7Days, decimal Over30Days, decimal Over90Days)
{
    public static readonly SalesPace None = new(0, 0, 0);

    /// <param name="sold">Pieces by day; days without sales may be missing.</param>
    public static SalesPace Of(IReadOnlyCollection<ProductDay> sold, DateOnly today)
    {
        return new(Average(7), Average(30), Average(90));

        decimal Average(int days) => sold.Where(d => d.Date >= today.AddDays(-days) && d.Date < today).Sum(d => d.Pieces) / (decimal)days;
    }
}

public static class SalesPaces
{
    /// <summary>The pace of each of these variants; those that sold nothing are there too.</summary>
    public static async Task<IReadOnlyDictionary<long, SalesPace>> SalesPacesAsync(
        this HubContext hub, IReadOnlyCollection<long> variants, DateOnly today, CancellationToken ct)
    {
        var from = today.AddDays(-90);
        var days = await hub.ProductDays.AsNoTracking().Where(d => variants.Contains(d.ShopifyVariantId) && d.Date >= from && d.Date < today).ToListAsync(ct);
        var byVariant = days.ToLookup(d => d.ShopifyVariantId);
        return variants.Distinct().ToDictionary(v => v, v => SalesPace.Of([.. byVariant[v]], today));
    }
}
