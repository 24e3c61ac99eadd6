using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>
/// Copies a whole hub, row by row as it is, into another database. The rows go over in the order of their keys, a page in
/// a transaction, so what is in the target says how far the copy is: run again after any end, it goes on from there.
/// </summary>
/// <param name="page">Rows in a transaction.</param>
public sealed class HubCopy(CopySide source, CopySide target, IProgress<CopyProgress> progress, int page = HubCopy.Page)
{
    public const int Page = 10_000;

    readonly IReadOnlyList<CopyTable> tables = CopyTable.All(source.Hub);

    /// <returns>The check of every table, read anew on both sides once all is copied.</returns>
    /// <exception cref="ForeignHubException">The target holds rows that the source does not.</exception>
    public async Task<IReadOnlyList<CopyCheck>> RunAsync(CancellationToken ct)
    {
        await source.Hub.Database.OpenConnectionAsync(ct);
        await target.Hub.Database.OpenConnectionAsync(ct);
        try
        {
            await using (await source.Store.SnapshotAsync(source.Connection, ct))
            {
                await CompareAsync(ct);
                await CopyAsync(ct);
                await NumberAsync(ct);
            }
            // Not in the snapshot: what was written to the source meanwhile is to be seen.
            await using (await source.Store.SnapshotAsync(source.Connection, ct)) return await CheckAsync(ct);
        }
        finally
        {
            await target.Hub.Database.CloseConnectionAsync();
            await source.Hub.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What is in the target already must be the source's own, every value of it.</summary>
    async Task CompareAsync(CancellationToken ct)
    {
        var tell = new Told(progress, CopyStep.Comparing, await CountsAsync(target, ct));
        foreach (var table in tables)
        {
            if (await target.LastKeyAsync(table, ct) is not { } last) continue;
            var there = await SumAsync(target, table, null, tell.In(table), ct);
            if (there != await SumAsync(source, table, last, _ => { }, ct))
                throw new ForeignHubException($"{table.Name} of the target has rows that are not the same in the source.");
            tell.Done(there.Rows);
        }
    }

    async Task CopyAsync(CancellationToken ct)
    {
        var tell = new Told(progress, CopyStep.Copying, await CountsAsync(source, ct));
        foreach (var table in tables)
        {
            var copied = await target.CountAsync(table, ct);
            await using var rows = await source.ReadAsync(table, target.Store, after: await target.LastKeyAsync(table, ct), upTo: null, ct);
            for (var written = page; written == page; copied += written)
            {
                tell.In(table)(copied);
                written = await target.Store.WriteAsync(target.Connection, table, rows, page, ct);
            }
            tell.In(table)(copied);
            tell.Done(copied);
        }
    }

    /// <summary>A number that was given out once, also to a row that is gone, is not given out again.</summary>
    async Task NumberAsync(CancellationToken ct)
    {
        foreach (var table in tables.Where(t => t.Numbered is not null))
        {
            var last = await target.LastKeyAsync(table, ct) is [long id] ? id : 0;
            await target.Store.NumberAfterAsync(target.Connection, table, Math.Max(last, await source.Store.LastNumberAsync(source.Connection, table, ct)), ct);
        }
    }

    async Task<IReadOnlyList<CopyCheck>> CheckAsync(CancellationToken ct)
    {
        var tell = new Told(progress, CopyStep.Checking, await CountsAsync(source, ct));
        List<CopyCheck> checks = [];
        foreach (var table in tables)
        {
            var there = await SumAsync(source, table, null, tell.In(table), ct);
            checks.Add(new(table, there, await SumAsync(target, table, null, _ => { }, ct)));
            tell.Done(there.Rows);
        }
        return checks;
    }

    async Task<TableSum> SumAsync(CopySide side, CopyTable table, object[]? upTo, Action<long> counted, CancellationToken ct)
    {
        await using var rows = await side.ReadAsync(table, target.Store, after: null, upTo, ct);
        return await TableSum.OfAsync(table, rows, counted, ct);
    }

    async Task<Dictionary<CopyTable, long>> CountsAsync(CopySide side, CancellationToken ct)
    {
        Dictionary<CopyTable, long> counts = [];
        foreach (var table in tables) counts[table] = await side.CountAsync(table, ct);
        return counts;
    }

    /// <summary>Adds up over the tables what is told of each.</summary>
    sealed class Told(IProgress<CopyProgress> progress, CopyStep step, Dictionary<CopyTable, long> counts)
    {
        readonly long all = counts.Values.Sum();
        long before;

        public Action<long> In(CopyTable table) => rows => progress.Report(new(step, table.Name, rows, counts[table], before + rows, all));

        public void Done(long rows) => before += rows;
    }
}
