using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>Reads what is due to be written, a bounded page of one table at a time, the rows loaded whole.</summary>
public sealed class ChangedRows(BaseSchema schema, IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    const int Page = 100;

    /// <summary>One table's next rows, and the changes of rows that are gone from the hub.</summary>
    public sealed record Rows(LiveTable Table, IReadOnlyList<OutgoingRow> There, IReadOnlyList<(MirrorChange Change, string? RecordId)> Gone);

    /// <summary>The oldest changes of the first table that has any; null: there are none.</summary>
    /// <param name="inHand">Rows that are on their way.</param>
    public async Task<Rows?> NextAsync(BaseView view, IReadOnlySet<(MirrorTable, long)> inHand, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        foreach (var sheet in schema.Sheets)
        {
            if (view[sheet.Table] is not { } table) continue;
            var due = await hub.MirrorChanges.AsNoTracking().Where(c => c.Table == sheet.Table && c.DueAt <= now)
                .OrderBy(c => c.DueAt).Take(Page + inHand.Count).ToListAsync(ct);
            due.RemoveAll(c => inHand.Contains((c.Table, c.RowId)));
            if (due.Count > 0) return await LoadAsync(hub, view, table, [.. due.Take(Page)], ct);
        }
        return null;
    }

    /// <summary>These rows once more, as they are now and for the base as it is now.</summary>
    public async Task<Rows> AgainAsync(BaseView view, LiveTable table, IReadOnlyList<MirrorChange> changes, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await LoadAsync(hub, view, table, changes, ct);
    }

    async Task<Rows> LoadAsync(HubContext hub, BaseView view, LiveTable table, IReadOnlyList<MirrorChange> changes, CancellationToken ct)
    {
        var at = new Moment(time.GetUtcNow());
        var ids = changes.Select(c => c.RowId).ToList();
        var rows = await table.Sheet.LoadAsync(hub, ids, at, ct);
        var kept = await hub.MirrorRows.AsNoTracking().Where(r => r.Table == table.Sheet.Table && ids.Contains(r.RowId)).ToDictionaryAsync(r => r.RowId, ct);
        var linked = await LinksAsync(hub, table, rows.Values, at, ct);
        return new(table,
            [.. changes.Where(c => rows.ContainsKey(c.RowId)).Select(c => OutgoingRow.Of(view, table, c, rows[c.RowId], kept.GetValueOrDefault(c.RowId), at, (to, id) => linked.GetValueOrDefault((to, id))))],
            [.. changes.Where(c => !rows.ContainsKey(c.RowId)).Select(c => (c, kept.GetValueOrDefault(c.RowId)?.RecordId))]);
    }

    static async Task<Dictionary<(MirrorTable, long), string>> LinksAsync(HubContext hub, LiveTable table, IEnumerable<object> rows, Moment at, CancellationToken ct)
    {
        Dictionary<(MirrorTable, long), string> linked = [];
        foreach (var field in table.Sheet.Written.Where(f => f.Cell.LinksTo is not null))
        {
            var to = field.Cell.LinksTo!.Value;
            var ids = rows.Select(r => field.Read(r, at)).OfType<long>().Distinct().ToList();
            foreach (var row in await hub.MirrorRows.AsNoTracking().Where(r => r.Table == to && ids.Contains(r.RowId)).ToListAsync(ct)) linked[(to, row.RowId)] = row.RecordId;
        }
        return linked;
    }
}
