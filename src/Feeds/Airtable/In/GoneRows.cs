using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Records that somebody deleted in the base. A supplier is the team's and goes; any other row is written again, and it is
/// reported once. May be repeated.
/// </summary>
public sealed class GoneRows(FactWriter facts, TimeProvider time)
{
    public Task TakeAsync(LiveTable table, IReadOnlyList<string> recordIds, CancellationToken ct) => recordIds.Count == 0 ? Task.CompletedTask : facts.WriteAsync(async hub =>
    {
        var kept = await hub.MirrorRows.Where(r => r.Table == table.Sheet.Table && recordIds.Contains(r.RecordId)).ToListAsync(ct);
        if (kept.Count == 0) return;
        hub.MirrorRows.RemoveRange(kept);
        var ids = kept.Select(k => k.RowId).ToList();
        if (table.Sheet.Table == MirrorTable.Suppliers)
        {
            foreach (var product in await hub.Products.Include(p => p.Supplier).Where(p => p.SupplierId != null && ids.Contains(p.SupplierId.Value)).ToListAsync(ct)) product.Supplier = null;
            hub.Suppliers.RemoveRange(await hub.Suppliers.Where(s => ids.Contains(s.Id)).ToListAsync(ct));
            return;
        }
        await ChangeNotes.NoteAsync(hub, [.. ids.Select(id => (table.Sheet.Table, id))], time.GetUtcNow(), ct);
        await hub.ReportAsync($"airtable/deleted/{table.Sheet.Table}", $"{table.Sheet.Name}: somebody deleted rows. Rows come from the shop; they were written again.", time.GetUtcNow(), ct);
    }, ct);
}
