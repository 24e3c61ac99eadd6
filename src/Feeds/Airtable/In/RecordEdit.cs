using System.Text.Json.Nodes;
using MyCavoodle.Clients.Airtable;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>What somebody changed in one record.</summary>
/// <param name="Cells">The changed cells by field id; an emptied one is null.</param>
public sealed record RecordEdit(string RecordId, IReadOnlyDictionary<string, JsonNode?> Cells)
{
    /// <summary>All that the team has entered in a record.</summary>
    public static RecordEdit OfTeam(LiveTable table, AirtableRecord record) => new(record.Id, table.Fields
        .Where(f => f.Value.Owner == FieldOwner.Team && Airtable.Cells.Canonical(record.Fields[f.Key]) is not null).ToDictionary(f => f.Key, f => record.Fields[f.Key]));
}
