using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MyCavoodle.Hub;

namespace MyCavoodle.Jobs;

/// <summary>
/// Adds every rollup up from scratch and reports each that differs from what is kept; there must be none. What differs is
/// put right. Goes through the hub in pieces, so that nobody waits long. Safe to run twice.
/// </summary>
public sealed partial class CheckRollups(IDbContextFactory<HubContext> hubs, FactWriter facts, TimeProvider time, ILogger<CheckRollups> logger)
{
    const int Piece = 1000;
    const int Told = 10;

    public async Task RunAsync(CancellationToken ct)
    {
        var (compared, wrong) = (0, 0);
        List<string> examples = [];
        await foreach (var scope in ScopesAsync(ct))
        {
            compared += scope.Orders.Count + scope.Customers.Count + scope.Variants.Count + scope.Days.Count;
            var differ = await facts.RecountAsync(scope, ct);
            wrong += differ.Count;
            examples.AddRange(differ.Take(Told - examples.Count));
        }
        await using var hub = await hubs.CreateDbContextAsync(ct);
        hub.Reconciliations.Add(new()
        {
            What = "rollups", At = time.GetUtcNow(), Compared = compared, Outdated = wrong,
            Examples = wrong == 0 ? null : string.Join("; ", examples).CutAt(1000),
        });
        await hub.SaveChangesAsync(ct);
        if (wrong > 0) LogWrong(logger, wrong, compared, string.Join("; ", examples));
    }

    async IAsyncEnumerable<RollupScope> ScopesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        // Orders first: what customers and days add up to follows from them.
        await foreach (var ids in PiecesAsync(hub.Orders.Select(o => o.Id), ct)) yield return new() { Orders = ids };
        await foreach (var ids in PiecesAsync(hub.Customers.Select(c => c.Id), ct)) yield return new() { Customers = ids };
        var variants = await hub.Products.Select(p => p.ShopifyVariantId).Union(hub.ProductDays.Select(d => d.ShopifyVariantId)).ToListAsync(ct);
        var days = await hub.DailyFigures.Select(d => d.Date).ToListAsync(ct);
        foreach (var some in days.Chunk(100)) yield return new() { Variants = variants, Days = some };
    }

    static async IAsyncEnumerable<IReadOnlyList<long>> PiecesAsync(
        IQueryable<long> ids, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        long last = 0;
        while (await ids.Where(id => id > last).OrderBy(id => id).Take(Piece).ToListAsync(ct) is { Count: > 0 } piece)
        {
            yield return piece;
            last = piece[^1];
        }
    }

    [LoggerMessage(LogLevel.Error, "{Wrong} of {Compared} rollups differed from their facts and were put right: {Examples}")]
    static partial void LogWrong(ILogger logger, int wrong, int compared, string examples);
}
