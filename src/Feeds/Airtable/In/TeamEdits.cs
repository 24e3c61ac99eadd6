using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Takes what the team changed in the base into the hub. An entry in a field of the team is checked and taken over, or refused
/// with a line in the row's sync note; an edit of any other field is put back, and reported once. May be repeated.
/// </summary>
public sealed class TeamEdits(BaseSchema schema, FactWriter facts, HandMadeRows handMade, TimeProvider time)
{
    const int AtOnce = 50;

    public async Task TakeAsync(LiveTable table, IReadOnlyList<RecordEdit> edits, CancellationToken ct)
    {
        foreach (var some in edits.Where(e => e.Cells.Count > 0).Chunk(AtOnce))
        {
            IReadOnlyList<(long Variant, decimal Cost)> costs = [];
            IReadOnlyList<RecordEdit> strangers = [];
            await facts.WriteAsync(async hub => (costs, strangers) = await TakeAsync(hub, table, some, ct), ct);
            foreach (var (variant, cost) in costs) await facts.FillUnknownCostsAsync(variant, cost, ct);
            await handMade.MeetAsync(table, strangers, ct);
        }
    }

    async Task<(IReadOnlyList<(long, decimal)> Costs, IReadOnlyList<RecordEdit> Strangers)> TakeAsync(HubContext hub, LiveTable table, RecordEdit[] edits, CancellationToken ct)
    {
        var ids = edits.Select(e => e.RecordId).ToList();
        var kept = await hub.MirrorRows.Where(r => r.Table == table.Sheet.Table && ids.Contains(r.RecordId)).ToDictionaryAsync(r => r.RecordId, ct);
        var open = await table.Sheet.OpenAsync(hub, [.. kept.Values.Select(k => k.RowId)], ct);
        var links = await LinksAsync(hub, table, edits, ct);
        List<(long, decimal)> costs = [];
        List<(MirrorTable, long)> again = [];
        foreach (var edit in edits)
        {
            if (!kept.TryGetValue(edit.RecordId, out var row) || !open.TryGetValue(row.RowId, out var noun)) continue;
            if (await TakeAsync(hub, table, edit, row, noun, links, ct)) again.Add((table.Sheet.Table, row.RowId));
            if (noun is StockedProduct { Product: { CostPrice: { } cost, ShopifyVariantId: var variant } } && edit.Cells.Keys.Any(id => table.Fields.GetValueOrDefault(id)?.Name == "Cost Price"))
                costs.Add((variant, cost));
            if (noun is Supplier)
                again.AddRange((await hub.Products.Where(p => p.SupplierId == row.RowId).Select(p => p.Id).ToListAsync(ct)).Select(id => (MirrorTable.Products, id)));
        }
        await ChangeNotes.NoteAsync(hub, again, time.GetUtcNow(), ct);
        return (costs, [.. edits.Where(e => !kept.ContainsKey(e.RecordId))]);
    }

    /// <returns>Whether the row must be written again although nothing of it changed in the hub.</returns>
    async Task<bool> TakeAsync(HubContext hub, LiveTable table, RecordEdit edit, MirrorRow kept, object noun, Dictionary<string, long> links, CancellationToken ct)
    {
        var state = SentState.Read(kept.SentHash, table.Sheet) ?? SentState.Nothing(table.Sheet);
        var before = state.ToString();
        var note = table.Sheet.NoteOf(noun);
        var lines = new NoteLines(note);
        if (edit.Cells.Any(IsNews)) lines.ClearPutBacks(table.Sheet);
        foreach (var (id, cell) in edit.Cells)
        {
            if (!table.Fields.TryGetValue(id, out var field) || field.IsByHand) continue;
            if (field.Take is null)
            {
                state = state with { Sent = SentState.None };
                if (field.Name == Sheet.SyncNote) continue;
                lines.Put(field, $"{field.Name}: is {Owner(field)}; the edit of {Sydney.Spoken(time.GetUtcNow())} was put back.");
                await hub.ReportAsync($"airtable/edit/{table.Sheet.Table}/{field.Name}", $"{table.Sheet.Name}: somebody edited {field.Name}, which is {Owner(field)}. It was put back.", time.GetUtcNow(), ct);
            }
            else if (field.Take(noun, field.Cell.LinksTo is null ? cell : Linked(cell, links)) is { Fault: { } fault }) lines.Put(field, fault);
            else
            {
                lines.Clear(field);
                state = state.With(table.Sheet, field, Cells.Hash(Cells.Canonical(cell)));
            }
        }
        if (lines.Text != note) table.Sheet.Note(noun, lines.Text);
        if (state.ToString() == before) return false;
        kept.SentHash = state.ToString();
        return true;

        // A poll reads entries again that are long known.
        bool IsNews(KeyValuePair<string, JsonNode?> cell) => table.Fields.TryGetValue(cell.Key, out var field) && !field.IsByHand
            && (field.Take is null || state.Of(table.Sheet, field) != Cells.Hash(Cells.Canonical(cell.Value)));
    }

    static string Owner(SchemaField field) => field.Owner == FieldOwner.Shop ? "the shop's" : "kept by the system";

    /// <summary>The hub's ids of the rows that are linked in cells of the team.</summary>
    async Task<Dictionary<string, long>> LinksAsync(HubContext hub, LiveTable table, RecordEdit[] edits, CancellationToken ct)
    {
        Dictionary<string, long> links = [];
        foreach (var to in table.Sheet.Teams.Select(f => f.Cell.LinksTo).OfType<MirrorTable>())
        {
            var records = edits.SelectMany(e => e.Cells.Values).OfType<JsonArray>().SelectMany(items => items).Select(Cells.Canonical).OfType<string>().Distinct().ToList();
            foreach (var row in await hub.MirrorRows.AsNoTracking().Where(r => r.Table == schema[to].Table && records.Contains(r.RecordId)).ToListAsync(ct))
                links[row.RecordId] = row.RowId;
        }
        return links;
    }

    /// <summary>Records as the hub's ids, those that are not known as they are.</summary>
    static JsonNode? Linked(JsonNode? cell, Dictionary<string, long> links) => cell is not JsonArray items ? cell
        : new JsonArray([.. items.Select(i => Cells.Canonical(i) is { } record && links.TryGetValue(record, out var row) ? JsonValue.Create(row) : i?.DeepClone())]);
}
