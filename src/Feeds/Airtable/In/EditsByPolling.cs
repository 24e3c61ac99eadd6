using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Reads what changed in the base without a webhook: the records modified since the last look, held against what was written there.
/// While much is being written only the team's fields are asked for, since most changes are then our own.
/// </summary>
public sealed class EditsByPolling(AirtableClient client, LiveBase live, TeamEdits edits, GoneRows gone, ChangedRows changed, IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    const int Busy = 500;
    /// <summary>Airtable's clock is not ours.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <param name="since">Null: everything is read, whenever it was modified.</param>
    public async Task TakeAsync(DateTimeOffset? since, CancellationToken ct)
    {
        if (await live.LookAsync(ct) is not { } view) return;
        var isBusy = since is not null && await IsBusyAsync(ct);
        foreach (var table in view.Tables.Where(t => t.IsUsable)) await TakeAsync(view, table, since - Overlap, isBusy, ct);
    }

    async Task<bool> IsBusyAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.MirrorChanges.Take(Busy + 1).CountAsync(ct) > Busy;
    }

    async Task TakeAsync(BaseView view, LiveTable table, DateTimeOffset? since, bool isBusy, CancellationToken ct)
    {
        var started = time.GetUtcNow();
        var isSupplier = table.Sheet.Table == MirrorTable.Suppliers;
        var teams = table.Fields.Where(f => f.Value.Owner == FieldOwner.Team).Select(f => AirtableFormula.Field(f.Key)).ToList();
        if (isBusy && teams.Count == 0) return;
        // Suppliers are few and are read whole, so that one which was deleted is missed.
        var query = since is null || isSupplier ? table.Query
            : table.Query with { Filter = AirtableFormula.IsAfter(AirtableFormula.Function("LAST_MODIFIED_TIME", isBusy ? teams : []), since.Value) };
        HashSet<string> met = [];
        await foreach (var records in client.Base.Records.ListAsync(table.Id, query, ct).Chunk(100, ct))
        {
            if (isSupplier) met.UnionWith(records.Select(r => r.Id));
            await edits.TakeAsync(table, await DifferencesAsync(view, table, records, ct), ct);
        }
        if (isSupplier) await gone.TakeAsync(table, await MissedAsync(met, started, ct), ct);
    }

    /// <summary>What in these records is not as it was written or last seen.</summary>
    async Task<IReadOnlyList<RecordEdit>> DifferencesAsync(BaseView view, LiveTable table, IReadOnlyList<AirtableRecord> records, CancellationToken ct)
    {
        var ids = records.Select(r => r.Id).ToList();
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var kept = await hub.MirrorRows.AsNoTracking().Where(r => r.Table == table.Sheet.Table && ids.Contains(r.RecordId)).ToDictionaryAsync(r => r.RecordId, ct);
        var edited = records.Where(r => kept.TryGetValue(r.Id, out var row) && IsSystemEdited(table, r, row)).Select(r => kept[r.Id].RowId).ToList();
        // What is about to be written differs for that reason.
        var waiting = await hub.MirrorChanges.Where(c => c.Table == table.Sheet.Table && edited.Contains(c.RowId)).Select(c => c.RowId).ToListAsync(ct);
        var wanted = await changed.AgainAsync(view, table, [.. edited.Except(waiting).Select(id => new MirrorChange { Table = table.Sheet.Table, RowId = id, ChangedAt = time.GetUtcNow() })], ct);
        var cells = wanted.There.ToDictionary(w => w.Kept!.RecordId, w => w.Cells);
        return [.. records.Select(r => new RecordEdit(r.Id, kept.TryGetValue(r.Id, out var row)
            ? Entered(table, r, row).Concat(Edited(table, r, cells.GetValueOrDefault(r.Id))).ToDictionary()
            : new Dictionary<string, JsonNode?> { [table.KeyId] = r.Fields[table.KeyId] }))];
    }

    static bool IsSystemEdited(LiveTable table, AirtableRecord record, MirrorRow kept) =>
        SentState.Read(kept.SentHash, table.Sheet) is { } state && state.Seen != SentState.None && state.Seen != OutgoingRow.SeenHash(table, record.Fields);

    /// <summary>The team's cells that are new. A row with a note may hold an entry that was refused and is good again.</summary>
    static IEnumerable<KeyValuePair<string, JsonNode?>> Entered(LiveTable table, AirtableRecord record, MirrorRow kept)
    {
        if (SentState.Read(kept.SentHash, table.Sheet) is not { } state) return RecordEdit.OfTeam(table, record).Cells;
        var hasNote = table.Sheet.Written.Last() is var note && table.IdOf(note) is { } noteId && Cells.Canonical(record.Fields[noteId]) is not null;
        return table.Sheet.Teams.Zip(state.Team).Select(f => (Id: table.IdOf(f.First), Hash: f.Second))
            .Where(f => f.Id is not null && (hasNote || Cells.Hash(Cells.Canonical(record.Fields[f.Id])) != f.Hash))
            .Select(f => KeyValuePair.Create(f.Id!, record.Fields[f.Id!]));
    }

    /// <summary>The system's cells that are not as the hub has them.</summary>
    static IEnumerable<KeyValuePair<string, JsonNode?>> Edited(LiveTable table, AirtableRecord record, JsonObject? wanted) => wanted is null ? []
        : table.Writable.Where(f => f.Key.Owner != FieldOwner.Team && Cells.Canonical(record.Fields[f.Value]) != Cells.Canonical(wanted[f.Value]))
            .Select(f => KeyValuePair.Create(f.Value, record.Fields[f.Value]));

    /// <summary>Suppliers that were there when the listing began and are not in it.</summary>
    async Task<IReadOnlyList<string>> MissedAsync(HashSet<string> met, DateTimeOffset started, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var kept = await hub.MirrorRows.Where(r => r.Table == MirrorTable.Suppliers && r.SentAt < started).Select(r => r.RecordId).ToListAsync(ct);
        return [.. kept.Where(r => !met.Contains(r))];
    }
}
