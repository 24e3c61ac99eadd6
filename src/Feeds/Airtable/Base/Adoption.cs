using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Meets a table for the first time: rows that are there already are recognised by their keys, and what the team entered in them
/// is taken over before anything of ours is written. Of two rows with one key the first is ours. May be repeated.
/// </summary>
public sealed class Adoption(AirtableClient client, TeamEdits edits, IDbContextFactory<HubContext> hubs)
{
    public async Task AdoptAsync(LiveTable table, CancellationToken ct)
    {
        await using (var hub = await hubs.CreateDbContextAsync(ct))
            await hub.MirrorRows.Where(r => r.Table == table.Sheet.Table).ExecuteDeleteAsync(ct);
        await foreach (var records in client.Base.Records.ListAsync(table.Id, table.Query, ct).Chunk(100, ct)) await AdoptAsync(table, records, ct);
    }

    async Task AdoptAsync(LiveTable table, IReadOnlyList<AirtableRecord> records, CancellationToken ct)
    {
        var keyed = records.Where(r => Cells.Canonical(r.Fields[table.KeyId]) is not null).DistinctBy(r => r.Fields[table.KeyId]!.ToString()).ToList();
        await using (var hub = await hubs.CreateDbContextAsync(ct))
        {
            var rows = await table.Sheet.FindAsync(hub, [.. keyed.Select(r => r.Fields[table.KeyId]!.ToString())], ct);
            keyed.RemoveAll(r => table.Sheet.Table != MirrorTable.Suppliers && !rows.ContainsKey(r.Fields[table.KeyId]!.ToString()));
            var ids = rows.Values.ToList();
            var met = await hub.MirrorRows.Where(r => r.Table == table.Sheet.Table && ids.Contains(r.RowId)).Select(r => r.RowId).ToHashSetAsync(ct);
            foreach (var record in keyed)
                if (rows.TryGetValue(record.Fields[table.KeyId]!.ToString(), out var row) && met.Add(row))
                    hub.MirrorRows.Add(new() { Table = table.Sheet.Table, RowId = row, RecordId = record.Id });
            await hub.SaveChangesAsync(ct);
        }
        // Empty cells say nothing here: the hub may know more than a base that is new. Nor does a row that nobody knows: it may be known later.
        var taken = table.Sheet.Table == MirrorTable.Suppliers ? records : keyed;
        await edits.TakeAsync(table, [.. taken.Select(r => RecordEdit.OfTeam(table, r))], ct);
    }
}
