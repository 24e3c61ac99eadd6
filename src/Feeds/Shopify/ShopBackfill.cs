using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Reads a whole shop: its products by pages, its customers and orders by the exports Shopify makes for that. Ends at any
/// moment and goes on from its last stored line; run again it changes nothing.
/// <see href="https://shopify.dev/docs/api/usage/bulk-operations/queries"/>
/// </summary>
public sealed class ShopBackfill(ShopifyGraphQl shop, BulkExport bulk, ShopIntake intake, IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    public const string Cursor = "shopify-backfill";
    const int Batch = 500;
    /// <summary>Exports asked for, or downloads begun, before it gives up until the next run.</summary>
    const int Tries = 5;

    /// <exception cref="ProviderException">The shop does not give what is asked for; what was stored stays.</exception>
    public async Task RunAsync(IProgress<BackfillProgress>? progress, CancellationToken ct)
    {
        var state = await LoadAsync(ct) is { Part: not BackfillPart.Done } begun ? begun : BackfillState.Begin(time.GetUtcNow());
        while (state.Part != BackfillPart.Done)
        {
            state = state.Part switch
            {
                BackfillPart.Products => await ReadProductsAsync(state, progress, ct),
                BackfillPart.Customers => await ExportAsync(state, await shop.CustomersCountAsync(null, ct), () => bulk.StartCustomersAsync(null, ct),
                    (url, line) => bulk.ReadCustomersAsync(url, line, ct), intake.TakeCustomersAsync, progress, ct),
                _ => await ExportAsync(state, await shop.OrdersCountAsync(null, ct), () => bulk.StartOrdersAsync(null, ct),
                    (url, line) => bulk.ReadOrdersAsync(url, line, ct), (orders, stop) => intake.TakeOrdersAsync(orders, Word.Listed, stop), progress, ct),
            };
            await SaveAsync(state, ct);
        }
    }

    /// <summary>True between the begin and the end of a backfill, also when nobody is at work on it.</summary>
    public static async Task<bool> IsUnderWayAsync(HubContext hub, CancellationToken ct) =>
        BackfillState.Read(await hub.CursorAsync(Cursor, ct)) is { Part: not BackfillPart.Done };

    async Task<BackfillState> ReadProductsAsync(BackfillState state, IProgress<BackfillProgress>? progress, CancellationToken ct)
    {
        var (total, done) = (await shop.ProductsCountAsync(null, ct), 0L);
        await foreach (var products in shop.ProductsAsync(null, ct).Chunk(Batch, ct))
        {
            await intake.TakeProductsAsync(products, ct);
            progress?.Report(new(state.Part, done += products.Count, total, false));
        }
        await foreach (var levels in shop.InventoryLevelsAsync(ct).Chunk(Batch, ct)) await intake.TakeStockAsync(levels, ct);
        return state.Next();
    }

    async Task<BackfillState> ExportAsync<T>(BackfillState state, long total, Func<Task<string>> start, Func<Uri, long, IAsyncEnumerable<(long Line, T Item)>> read,
        Func<IReadOnlyList<T>, CancellationToken, Task> take, IProgress<BackfillProgress>? progress, CancellationToken ct)
    {
        long? tooShort = null;
        for (var attempt = 1; ; attempt++)
        {
            if (state.Operation is null) await SaveAsync(state = state with { Operation = await StartAsync(start, ct) }, ct);
            var export = await WaitAsync(state, total, progress, ct);
            if (export is { IsCompleted: true, Url: null, ObjectCount: 0 }) return state.Next();
            try
            {
                if (export is { IsCompleted: true, Url: { } url })
                {
                    await foreach (var chunk in read(url, state.Line).Chunk(Batch, ct))
                    {
                        await take([.. chunk.Select(c => c.Item)], ct);
                        await SaveAsync(state = state with { Line = chunk[^1].Line, Taken = state.Taken + chunk.Count }, ct);
                        progress?.Report(new(state.Part, state.Taken, total, false));
                    }
                    // A file that ends too soon leaves its last order without some of its lines. One that is as short again is whole.
                    if (state.Line >= export.ObjectCount || state.Line == tooShort) return state.Next();
                    tooShort = state.Line;
                    await SaveAsync(state = state.Again(), ct);
                    continue;
                }
                state = state.Anew();
                if (attempt >= Tries) throw new ProviderException(ShopifyClient.Provider, $"the export of {state.Part} did not succeed: {export?.ToString() ?? "it is not known any more"}", isTransient: true);
            }
            catch (ProviderException e) when (e.IsTransient && attempt < Tries)
            {
                // The download broke off, or its address has expired: asked for its status, the shop names a new one.
            }
        }
    }

    async Task<BulkOperation?> WaitAsync(BackfillState state, long total, IProgress<BackfillProgress>? progress, CancellationToken ct)
    {
        progress?.Report(new(state.Part, 0, total, true));
        return await bulk.WaitAsync(state.Operation!, ct);
    }

    /// <summary>An app may have one export at a time; one that was left running is waited for.</summary>
    async Task<string> StartAsync(Func<Task<string>> start, CancellationToken ct)
    {
        if (await bulk.RunningAsync(ct) is { } other) await bulk.WaitAsync(other.Id, ct);
        return await start();
    }

    async Task<BackfillState?> LoadAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return BackfillState.Read(await hub.CursorAsync(Cursor, ct));
    }

    async Task SaveAsync(BackfillState state, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        await hub.MoveCursorAsync(Cursor, state.Write(), now, ct);
        if (state.Part == BackfillPart.Done) await hub.MoveCursorAsync(ShopPull.Cursor, state.StartedAt.ToString("O", CultureInfo.InvariantCulture), now, ct);
        await hub.SaveChangesAsync(ct);
    }
}
