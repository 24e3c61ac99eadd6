using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// What the goods on some orders cost today: by the shop's id of what was bought, else by a SKU that only one product has.
/// A deleted product, and a SKU that two have, cost nothing that is known.
/// </summary>
sealed class KnownCosts
{
    readonly Dictionary<long, decimal> byVariant = [];
    readonly Dictionary<string, decimal> bySku = [];

    public static async Task<KnownCosts> OfAsync(HubContext hub, IReadOnlyList<ShopifyOrder> orders, CancellationToken ct)
    {
        var lines = orders.SelectMany(o => o.LineItems).ToList();
        var variants = lines.Select(l => l.VariantId).OfType<long>().Distinct().ToList();
        var skus = lines.Where(l => l.VariantId is null).Select(l => l.Sku).OfType<string>().Distinct().ToList();
        var products = await hub.Products.AsNoTracking().Where(p => variants.Contains(p.ShopifyVariantId) || p.Sku != null && skus.Contains(p.Sku))
            .Select(p => new { p.ShopifyVariantId, p.Sku, p.CostPrice }).ToListAsync(ct);
        var costs = new KnownCosts();
        foreach (var product in products)
            if (product.CostPrice is { } cost) costs.byVariant[product.ShopifyVariantId] = cost;
        foreach (var sku in products.Where(p => p.Sku is not null).GroupBy(p => p.Sku!))
            if (sku.ToList() is [{ CostPrice: { } cost }]) costs.bySku[sku.Key] = cost;
        return costs;
    }

    public decimal? For(ShopifyLineItem line) =>
        line.VariantId is { } variant ? byVariant.TryGetValue(variant, out var cost) ? cost : null
        : line.Sku is { } sku && bySku.TryGetValue(sku, out var named) ? named : null;
}
