using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>Writes down what has reached the base. A change that came while its row was on its way stays noted.</summary>
public sealed class Bookkeeping(IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromHours(6), WaitForLink = TimeSpan.FromSeconds(15);

    /// <summary>These rows are there as they were in the hub.</summary>
    public Task SentAsync(IReadOnlyList<(OutgoingRow Row, string RecordId, SentState State)> sent, CancellationToken ct) => CommitAsync(async hub =>
    {
        await RememberAsync(hub, sent, ct);
        await DoneAsync(hub, [.. sent.Select(s => s.Row)], ct);
    }, ct);

    /// <summary>These rows are there already as they would be written.</summary>
    public Task SameAsync(IReadOnlyList<OutgoingRow> same, CancellationToken ct) => CommitAsync(hub => DoneAsync(hub, same, ct), ct);

    /// <summary>These rows are gone from the hub and from the base.</summary>
    public Task GoneAsync(IReadOnlyList<MirrorChange> changes, CancellationToken ct) => CommitAsync(async hub =>
    {
        foreach (var some in changes.GroupBy(c => c.Table))
        {
            var ids = some.Select(c => c.RowId).ToList();
            await hub.MirrorRows.Where(r => r.Table == some.Key && ids.Contains(r.RowId)).ExecuteDeleteAsync(ct);
        }
        await RemoveAsync(hub, changes, ct);
    }, ct);

    /// <summary>Somebody deleted the record; the row is written anew.</summary>
    public async Task LostAsync(OutgoingRow row, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await hub.MirrorRows.Where(r => r.RecordId == row.Kept!.RecordId).ExecuteDeleteAsync(ct);
    }

    /// <summary>The base refused the row. It is tried again after 1, 2, 4 … minutes, at most 6 hours, or when it changes.</summary>
    public Task RefusedAsync(Sheet sheet, MirrorChange change, string reason, CancellationToken ct) => CommitAsync(async hub =>
    {
        var now = time.GetUtcNow();
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(change.Attempts, 10)));
        await PostponeAsync(hub, change, now + pause, reason, ct);
        await hub.ReportAsync(KeyOf(change), $"A row of {sheet.Name} cannot be written to Airtable: {reason}", now, ct);
        await hub.SaveChangesAsync(ct);
    }, ct);

    /// <summary>Remembers rows, and keeps the changes of those whose links lead nowhere yet.</summary>
    async Task DoneAsync(HubContext hub, IReadOnlyList<OutgoingRow> rows, CancellationToken ct)
    {
        foreach (var waiting in rows.Where(r => r.WaitsFor is not null))
            await PostponeAsync(hub, waiting.Change, time.GetUtcNow() + WaitForLink * (1 << Math.Min(waiting.Change.Attempts, 8)), $"waits for its row in {waiting.WaitsFor!.Name}", ct);
        await RemoveAsync(hub, [.. rows.Where(r => r.WaitsFor is null).Select(r => r.Change)], ct);
        foreach (var healed in rows.Where(r => r.Change.Reason is not null)) await hub.HealAsync(KeyOf(healed.Change), time.GetUtcNow(), ct);
        await hub.SaveChangesAsync(ct);
    }

    async Task RememberAsync(HubContext hub, IReadOnlyList<(OutgoingRow Row, string RecordId, SentState State)> sent, CancellationToken ct)
    {
        var table = sent[0].Row.Change.Table;
        var ids = sent.Select(s => s.Row.Change.RowId).ToList();
        var kept = await hub.MirrorRows.Where(r => r.Table == table && ids.Contains(r.RowId)).ToDictionaryAsync(r => r.RowId, ct);
        foreach (var (row, record, state) in sent)
        {
            if (!kept.TryGetValue(row.Change.RowId, out var known)) hub.MirrorRows.Add(known = new() { Table = table, RowId = row.Change.RowId, RecordId = record });
            // Something was taken in while it was on its way: it is written once more.
            var isOvertaken = known.SentHash != row.Kept?.SentHash;
            (known.RecordId, known.SentHash, known.SentAt) = (record, (isOvertaken ? state with { Sent = SentState.None } : state).ToString(), time.GetUtcNow());
        }
        await hub.SaveChangesAsync(ct);
    }

    /// <summary>Only as they were read: a row that changed since has a higher version.</summary>
    static async Task RemoveAsync(HubContext hub, IReadOnlyList<MirrorChange> changes, CancellationToken ct)
    {
        foreach (var some in changes.GroupBy(c => (c.Table, c.Version)))
        {
            var ids = some.Select(c => c.RowId).ToList();
            await hub.MirrorChanges.Where(c => c.Table == some.Key.Table && c.Version == some.Key.Version && ids.Contains(c.RowId)).ExecuteDeleteAsync(ct);
        }
    }

    static Task<int> PostponeAsync(HubContext hub, MirrorChange change, DateTimeOffset until, string reason, CancellationToken ct) =>
        hub.MirrorChanges.Where(c => c.Table == change.Table && c.RowId == change.RowId && c.Version == change.Version).ExecuteUpdateAsync(c => c
            .SetProperty(x => x.DueAt, until).SetProperty(x => x.Attempts, change.Attempts + 1).SetProperty(x => x.Reason, reason.CutAt(1000)), ct);

    static string KeyOf(MirrorChange change) => $"airtable/row/{change.Table}/{change.RowId}";

    async Task CommitAsync(Func<HubContext, Task> write, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        await write(hub);
        await transaction.CommitAsync(ct);
    }
}
