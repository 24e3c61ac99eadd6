using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Two active products with one SKU: both are kept, since the shop's own ids tell them apart, and it is reported because
/// people and suppliers go by the SKU. Heals when one of them is given another.
/// </summary>
static class DoubledSkus
{
    /// <summary>Looks at the SKUs that the products in this context have and had; they are not saved yet.</summary>
    public static async Task ReportAsync(HubContext hub, DateTimeOffset now, CancellationToken ct)
    {
        var skus = hub.ChangeTracker.Entries<Product>().Where(p => p.State is EntityState.Added or EntityState.Modified)
            .SelectMany(p => new[] { p.Entity.Sku, p.State is EntityState.Added ? null : p.OriginalValues.GetValue<string?>(nameof(Product.Sku)) })
            .OfType<string>().Distinct().ToList();
        if (skus.Count == 0) return;
        await hub.Products.Where(p => p.Sku != null && skus.Contains(p.Sku)).LoadAsync(ct);
        foreach (var sku in skus)
        {
            var holders = hub.Products.Local.Where(p => p.Active && p.Sku == sku).Select(p => p.FullName).Order(StringComparer.Ordinal).ToList();
            if (holders.Count > 1) await hub.ReportAsync(Key(sku), $"The SKU {sku} belongs to more than one product: {string.Join("; ", holders)}. Give each its own in Shopify.", now, ct);
            else await hub.HealAsync(Key(sku), now, ct);
        }
    }

    static string Key(string sku) => $"shopify/doubled-sku/{sku}";
}
