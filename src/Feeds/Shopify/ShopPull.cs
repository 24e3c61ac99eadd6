using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Reads from the shop what changed since the last pull: products with costs and stock, customers, orders. Webhooks get
/// lost; this is what makes that harmless. The cursor moves only after everything before it is stored.
/// </summary>
public sealed class ShopPull(ShopifyClient shop, ShopIntake intake, IDbContextFactory<HubContext> hubs, IOptions<ShopifyOptions> options, TimeProvider time)
{
    /// <summary>The name of its cursor: an instant of the shop, ISO 8601. Present once a pull has run to its end.</summary>
    public const string Cursor = "shopify-pull";

    /// <summary>Read again each time: the shop may write a change late, and its clock is not ours.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);
    const int Batch = 250;

    /// <summary>Does nothing when no shop is configured.</summary>
    public async Task PullAsync(CancellationToken ct)
    {
        if (!options.Value.IsConfigured) return;
        var started = time.GetUtcNow();
        var since = await SinceAsync(ct);
        await PullProductsAsync(since, ct);
        await foreach (var customers in shop.CustomersUpdatedSinceAsync(since, ct).Chunk(Batch, ct)) await intake.TakeCustomersAsync(customers, ct);
        await foreach (var orders in shop.OrdersUpdatedSinceAsync(since, ct).Chunk(Batch, ct)) await intake.TakeOrdersAsync(orders, ct);
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await hub.MoveCursorAsync(Cursor, started.ToString("O", CultureInfo.InvariantCulture), started, ct);
        await hub.SaveChangesAsync(ct);
    }

    async Task PullProductsAsync(DateTimeOffset? since, CancellationToken ct)
    {
        var products = await shop.ProductsAsync(since, ct).ToListAsync(ct);
        await intake.TakeProductsAsync(products, ct);
        foreach (var product in products)
        {
            var fields = await shop.ProductMetafieldsAsync(product.Id, ct).ToListAsync(ct);
            var items = await shop.InventoryItemsAsync(product.Variants.Select(v => v.InventoryItemId).OfType<long>(), ct).ToListAsync(ct);
            await intake.TakeDetailsAsync(product.Id, fields, items, ct);
        }
        // A sale changes the stock without touching the product, so all levels are read.
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var stocked = await hub.Products.Where(p => p.Active).Select(p => p.InventoryItemId).Distinct().ToListAsync(ct);
        await intake.TakeStockAsync(await shop.InventoryLevelsAsync(stocked, ct).ToListAsync(ct), ct);
    }

    async Task<DateTimeOffset?> SinceAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.CursorAsync(Cursor, ct) is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) - Overlap : null;
    }
}
