using MyCavoodle.Clients.Airtable;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>A table of the schema as it really is in the base.</summary>
/// <param name="Id">tbl….</param>
/// <param name="Fields">Every field that is there, by its id.</param>
/// <param name="Writable">The fields that take values, with their ids; others are left out until they are put right.</param>
public sealed record LiveTable(Sheet Sheet, string Id, IReadOnlyDictionary<string, SchemaField> Fields, IReadOnlyDictionary<SchemaField, string> Writable)
{
    /// <summary>Without its key no row can be told from another.</summary>
    public bool IsUsable => Writable.ContainsKey(Sheet.Key);

    public string KeyId => Writable[Sheet.Key];

    public string? IdOf(SchemaField field) => Fields.FirstOrDefault(f => f.Value == field).Key;

    public AirtableQuery Query => new() { ByFieldId = true, Fields = [.. Fields.Where(f => !f.Value.IsByHand).Select(f => f.Key)] };
}
