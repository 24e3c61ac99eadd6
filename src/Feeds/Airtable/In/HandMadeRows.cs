using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Rows that somebody made in the base. In Suppliers each becomes a supplier as soon as it has a name; in the other tables it is
/// told in its sync note where rows come from, and left alone. May be repeated.
/// </summary>
public sealed class HandMadeRows(AirtableClient client, IDbContextFactory<HubContext> hubs, FactWriter facts, TimeProvider time)
{
    public const string LeftAlone = "This row was made by hand. Rows of this table come from the shop, so it is not kept in step; delete it when you like.";

    public async Task MeetAsync(LiveTable table, IReadOnlyList<RecordEdit> strangers, CancellationToken ct)
    {
        foreach (var id in strangers.Select(s => s.RecordId).Distinct())
            if (table.IsUsable && await client.Base.Records.GetAsync(table.Id, id, byFieldId: true, ct) is { } record)
                await MeetAsync(table, record, ct);
    }

    async Task MeetAsync(LiveTable table, AirtableRecord record, CancellationToken ct)
    {
        var key = Cells.Canonical(record.Fields[table.KeyId]);
        if (table.Sheet.Table == MirrorTable.Suppliers)
        {
            if (key is not null) await TakeSupplierAsync(table, record, key, ct);
            return;
        }
        await using var hub = await hubs.CreateDbContextAsync(ct);
        // One of ours whose record is not written down yet: its own row will be, and nothing is amiss.
        if (key is not null && (await table.Sheet.FindAsync(hub, [key], ct)).TryGetValue(key, out var row)
            && !await hub.MirrorRows.AnyAsync(r => r.Table == table.Sheet.Table && r.RowId == row, ct)) return;
        var note = table.Sheet.Written.Last();
        if (table.Writable.TryGetValue(note, out var id) && Cells.Canonical(record.Fields[id]) != LeftAlone)
            await client.Base.Records.UpdateAsync(table.Id, [new(record.Id, new JsonObject { [id] = LeftAlone })], AirtableWriting.Plain, ct);
    }

    Task TakeSupplierAsync(LiveTable table, AirtableRecord record, string name, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        if (await hub.MirrorRows.AnyAsync(r => r.RecordId == record.Id, ct)) return;
        var supplier = new Supplier { Name = name };
        var lines = new NoteLines(null);
        var state = SentState.Nothing(table.Sheet);
        foreach (var (id, cell) in RecordEdit.OfTeam(table, record).Cells)
        {
            var field = table.Fields[id];
            if (field.Take!(supplier, cell) is { Fault: { } fault }) lines.Put(field, fault);
            else state = state.With(table.Sheet, field, Cells.Hash(Cells.Canonical(cell)));
        }
        supplier.SyncNote = lines.Text;
        hub.Suppliers.Add(supplier);
        await hub.SaveChangesAsync(ct);
        hub.MirrorRows.Add(new() { Table = MirrorTable.Suppliers, RowId = supplier.Id, RecordId = record.Id, SentHash = state.ToString(), SentAt = time.GetUtcNow() });
    }, ct);
}
