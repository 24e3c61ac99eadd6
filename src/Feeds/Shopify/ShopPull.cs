using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Reads from the shop what changed since the last pull: products with costs and stock, customers, orders. Webhooks get
/// lost; this is what makes that harmless. The cursor moves only after everything before it is stored. A shop that was
/// never read is read whole first (<see cref="ShopBackfill"/>).
/// </summary>
public sealed class ShopPull(
    ShopifyGraphQl shop, ShopIntake intake, ShopBackfill backfill, ShopVersion version, IDbContextFactory<HubContext> hubs, IOptions<ShopifyOptions> options, TimeProvider time)
{
    /// <summary>The name of its cursor: an instant of the shop, ISO 8601. Present once the whole shop has been read.</summary>
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
        if (since is { } last) await ReadChangesAsync(last, ct);
        else await backfill.RunAsync(null, ct);
        await using var hub = await hubs.CreateDbContextAsync(ct);
        // A backfill sets the cursor itself: to its beginning, which may be days ago.
        if (since is not null) await hub.MoveCursorAsync(Cursor, started.ToString("O", CultureInfo.InvariantCulture), started, ct);
        await version.LookAsync(hub, ct);
        await hub.SaveChangesAsync(ct);
    }

    async Task ReadChangesAsync(DateTimeOffset since, CancellationToken ct)
    {
        await foreach (var products in shop.ProductsAsync(since, ct).Chunk(Batch, ct)) await intake.TakeProductsAsync(products, ct);
        await foreach (var levels in shop.InventoryLevelsAsync(ct).Chunk(Batch, ct)) await intake.TakeStockAsync(levels, ct);
        await foreach (var customers in shop.CustomersUpdatedSinceAsync(since, ct).Chunk(Batch, ct)) await intake.TakeCustomersAsync(customers, ct);
        await foreach (var orders in shop.OrdersUpdatedSinceAsync(since, ct).Chunk(Batch, ct)) await intake.TakeOrdersAsync(orders, Word.Listed, ct);
    }

    async Task<DateTimeOffset?> SinceAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.CursorAsync(Cursor, ct) is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) - Overlap : null;
    }
}
