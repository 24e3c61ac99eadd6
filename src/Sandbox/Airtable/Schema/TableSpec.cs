using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>A table somebody wants: its first field is to name the rows.</summary>
sealed record TableSpec(string Name, string? Description, IReadOnlyList<FieldSpec> Fields)
{
    /// <param name="home">Where links may lead; null while the base is still to be made.</param>
    /// <exception cref="AirtableRefusal">It cannot be made.</exception>
    public static TableSpec Read(JsonNode? node, Base? home)
    {
        if (node is not JsonObject json || json["fields"] is not JsonArray { Count: > 0 } fields) throw AirtableRefusal.BadRequest();
        var name = json.Text("name")?.Trim();
        if (string.IsNullOrEmpty(name)) throw NameTaken();
        FieldSpec[] specs = [.. fields.Select(f => FieldSpec.Read(f, home))];
        if (specs.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1)) throw FieldSpec.NameTaken();
        if (!FieldType.CanBePrimary(specs[0].Type)) throw AirtableRefusal.Invalid($"A field of type {specs[0].Type} cannot be the primary field", "INVALID_PRIMARY_FIELD_TYPE");
        return new TableSpec(name, json.Text("description"), specs);
    }

    public static AirtableRefusal NameTaken() => AirtableRefusal.Invalid("Table names must be unique within a base and cannot be empty", "DUPLICATE_TABLE_NAME");
}
