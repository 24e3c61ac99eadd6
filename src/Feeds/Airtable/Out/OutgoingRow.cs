using System.Text.Json.Nodes;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>A row on its way to the base, as it is in the hub now.</summary>
/// <param name="Change">The note that it changed.</param>
/// <param name="Kept">Where it lies and what was known of it; null: as far as we know it is not there yet.</param>
/// <param name="Cells">By field id.</param>
/// <param name="After">What will be known once it is written.</param>
/// <param name="IsSame">It is there as it would be written.</param>
/// <param name="WaitsFor">The table in which a linked row is not written yet: this one goes out again when it is.</param>
public sealed record OutgoingRow(MirrorChange Change, MirrorRow? Kept, JsonObject Cells, SentState After, bool IsSame, Sheet? WaitsFor)
{
    /// <param name="row">The noun.</param>
    /// <param name="kept">Where it lies and what is known of it; null for a new one.</param>
    /// <param name="linked">The record of a linked row; null: it has none yet.</param>
    public static OutgoingRow Of(BaseView view, LiveTable table, MirrorChange change, object row, MirrorRow? kept, Moment at, Func<MirrorTable, long, string?> linked)
    {
        var known = kept is null ? null : SentState.Read(kept.SentHash, table.Sheet) ?? SentState.Nothing(table.Sheet);
        Sheet? waitsFor = null;
        var cells = new JsonObject();
        List<string?> system = [];
        var team = (known ?? SentState.Nothing(table.Sheet)).Team.ToArray();
        var (isTeamSame, place) = (true, -1);
        foreach (var field in table.Sheet.Written)
        {
            if (field.Owner == FieldOwner.Team) place++;
            if (!table.Writable.TryGetValue(field, out var id)) continue;
            var cell = Cell(field);
            if (field.Owner != FieldOwner.Team)
            {
                cells[id] = cell;
                system.AddRange([id, Airtable.Cells.Canonical(cell)]);
                continue;
            }
            var hash = Airtable.Cells.Hash(Airtable.Cells.Canonical(cell));
            if (hash == team[place]) continue;
            team[place] = hash;
            // Where a record is there all the same, what the team has entered in it is worth more than nothing.
            if (known is null && cell is null) continue;
            (cells[id], isTeamSame) = (cell, false);
        }
        // A new row is found by its key, also where that is the team's.
        if (known is null) cells[table.KeyId] = Cell(table.Sheet.Key);
        var sent = Airtable.Cells.Hash(system);
        return new(change, kept, cells, new(sent, SentState.None, team), isTeamSame && sent == known?.Sent, waitsFor);

        JsonNode? Cell(SchemaField field)
        {
            var value = field.Read(row, at);
            if (field.Cell.LinksTo is not { } to || value is not long id) return field.Cell.Encode(value);
            var record = linked(to, id);
            if (record is null && view[to] is { } target) waitsFor = target.Sheet;
            return field.Cell.Encode(record);
        }
    }

    /// <summary>What is known once Airtable has answered with the record as it is now.</summary>
    public SentState Seen(LiveTable table, AirtableRecord record) => After with { Seen = SeenHash(table, record.Fields) };

    /// <summary>The system's cells of a record as Airtable gives them.</summary>
    public static string SeenHash(LiveTable table, JsonObject cells) => Airtable.Cells.Hash(
        table.Sheet.Systems.Where(table.Writable.ContainsKey).SelectMany(f => new[] { table.Writable[f], Airtable.Cells.Canonical(cells[table.Writable[f]]) }));
}
