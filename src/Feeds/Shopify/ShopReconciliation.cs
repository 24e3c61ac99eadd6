using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Compares the hub with the shop's own listing: every order and customer changed in the last two days by its time of
/// change, and the count of all; and every product. What is missing or older is fetched, and how many had to be is written down. Where the
/// counts differ, the whole listing is walked.
/// </summary>
public sealed partial class ShopReconciliation(
    ShopifyGraphQl shop, ShopIntake intake, IDbContextFactory<HubContext> hubs, IOptions<ShopifyOptions> options, TimeProvider time, ILogger<ShopReconciliation> logger)
{
    /// <summary>Webhooks are repeated for 4 hours and may come a day late.</summary>
    static readonly TimeSpan Window = TimeSpan.FromDays(2);
    const int Page = 250;

    /// <summary>Does nothing before the whole shop has been read once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (!options.Value.IsConfigured) return;
        await using var hub = await hubs.CreateDbContextAsync(ct);
        if (await hub.CursorAsync(ShopPull.Cursor, ct) is null) return;
        var since = time.GetUtcNow() - Window;
        var orders = await hub.Orders.CountAsync(ct) < await shop.OrdersCountAsync(null, ct) ? null : (DateTimeOffset?)since;
        await CompareAsync("orders", shop.OrderStampsAsync(orders, ct), ids => hub.Orders.Where(o => ids.Contains(o.ShopifyId))
            .Select(o => new { o.ShopifyId, o.UpdatedAt }).ToDictionaryAsync(o => o.ShopifyId, o => o.UpdatedAt, ct), FetchOrderAsync, hub, ct);
        var customers = await hub.Customers.CountAsync(ct) < await shop.CustomersCountAsync(null, ct) ? null : (DateTimeOffset?)since;
        await CompareAsync("customers", shop.CustomerStampsAsync(customers, ct), ids => hub.Customers.Where(c => ids.Contains(c.ShopifyId))
            .Select(c => new { c.ShopifyId, UpdatedAt = c.ErasedAt == null ? c.UpdatedAt : DateTimeOffset.MaxValue }).ToDictionaryAsync(c => c.ShopifyId, c => c.UpdatedAt, ct),
            FetchCustomerAsync, hub, ct);
        await CompareProductsAsync(hub, ct);
    }

    /// <summary>All products, since a shop has few: what is no longer listed was deleted there.</summary>
    async Task CompareProductsAsync(HubContext hub, CancellationToken ct)
    {
        var run = new Reconciliation { What = "products", At = time.GetUtcNow() };
        var here = (await hub.Products.AsNoTracking().Select(p => new { p.ShopifyProductId, p.UpdatedAt, p.Active }).ToListAsync(ct)).ToLookup(p => p.ShopifyProductId);
        HashSet<long> listed = [];
        await foreach (var products in shop.ProductsAsync(null, ct).Chunk(Page, ct))
        {
            listed.UnionWith(products.Select(p => p.Id));
            run.Missing += products.Count(p => !here.Contains(p.Id));
            run.Outdated += products.Count(p => here[p.Id].Any(h => h.UpdatedAt < p.UpdatedAt));
            await intake.TakeProductsAsync(products, ct);
        }
        foreach (var gone in here.Where(p => !listed.Contains(p.Key) && p.Any(h => h.Active)))
        {
            run.Outdated++;
            await intake.TakeAwayProductAsync(gone.Key, ct);
        }
        run.Compared = listed.Count;
        await WriteDownAsync(run, hub, ct);
    }

    async Task CompareAsync(string what, IAsyncEnumerable<ShopifyStamp> listing, Func<List<long>, Task<Dictionary<long, DateTimeOffset>>> known,
        Func<long, CancellationToken, Task> fetch, HubContext hub, CancellationToken ct)
    {
        var run = new Reconciliation { What = what, At = time.GetUtcNow() };
        await foreach (var page in listing.Chunk(Page, ct))
        {
            var here = await known([.. page.Select(s => s.Id)]);
            run.Compared += page.Count;
            foreach (var stamp in page)
            {
                if (!here.TryGetValue(stamp.Id, out var at)) run.Missing++;
                else if (at < stamp.UpdatedAt) run.Outdated++;
                else continue;
                await fetch(stamp.Id, ct);
            }
        }
        await WriteDownAsync(run, hub, ct);
    }

    async Task WriteDownAsync(Reconciliation run, HubContext hub, CancellationToken ct)
    {
        hub.Reconciliations.Add(run);
        await hub.SaveChangesAsync(ct);
        if (run.Missing + run.Outdated > 0) LogRepaired(logger, run.What, run.Compared, run.Missing, run.Outdated);
    }

    async Task FetchOrderAsync(long id, CancellationToken ct)
    {
        if (await shop.OrderAsync(id, ct) is { } order) await intake.TakeOrdersAsync([order], Word.Listed, ct);
    }

    async Task FetchCustomerAsync(long id, CancellationToken ct)
    {
        if (await shop.CustomerAsync(id, ct) is { } customer) await intake.TakeCustomersAsync([customer], ct);
    }

    [LoggerMessage(LogLevel.Warning, "Of {Compared} {What} in the shop's listing {Missing} were missing here and {Outdated} outdated; they were fetched")]
    static partial void LogRepaired(ILogger logger, string what, int compared, int missing, int outdated);
}
