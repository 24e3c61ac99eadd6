using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>A field somebody wants: checked as far as it can be without its table.</summary>
sealed record FieldSpec(string Name, string Type, string? Description, JsonObject? Options)
{
    /// <param name="home">Where the other table of a link must be.</param>
    /// <param name="byHand">A person can make computed fields, the API cannot.</param>
    /// <exception cref="AirtableRefusal">It cannot be made.</exception>
    public static FieldSpec Read(JsonNode? node, Base? home, bool byHand = false)
    {
        if (node is not JsonObject json) throw AirtableRefusal.BadRequest();
        var (name, type) = (json.Text("name"), json.Text("type"));
        if (string.IsNullOrWhiteSpace(name)) throw NameTaken();
        if (type is null || !FieldType.IsKnown(type)) throw AirtableRefusal.Invalid($"Invalid field type: {type}", "INVALID_REQUEST_UNKNOWN");
        if (!(byHand ? FieldType.IsCreatableByHand(type) : FieldType.IsCreatable(type)))
            throw AirtableRefusal.Invalid($"Creating {type} fields is not supported at this time", "UNSUPPORTED_FIELD_TYPE_FOR_CREATE");
        var options = new FieldOptions(name, type, json.Object("options")).Checked();
        if (type == "multipleRecordLinks" && (home?.FindById(options?.Text("linkedTableId")) is null || options!.Any(o => o.Key is not ("linkedTableId" or "viewIdForRecordSelection"))))
            throw AirtableRefusal.Invalid($"Invalid options for {name}: linkedTableId must be the id of a table in this base", "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE");
        return new FieldSpec(name.Trim(), type, json.Text("description"), options);
    }

    public static AirtableRefusal NameTaken() => AirtableRefusal.Invalid("Field names must be unique within a table and cannot be empty", "DUPLICATE_OR_EMPTY_FIELD_NAME");
}
