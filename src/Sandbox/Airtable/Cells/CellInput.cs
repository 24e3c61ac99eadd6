using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// Reads a cell's JSON as its field's type demands, with the best-effort conversion Airtable calls typecast or without.
/// https://airtable.com/developers/web/api/field-model
/// </summary>
sealed class CellInput(Draft draft, bool typecast)
{
    const int LongestText = 100_000;

    /// <returns>Null for an empty cell.</returns>
    /// <exception cref="AirtableRefusal">The field does not take that.</exception>
    public object? Read(Field field, JsonNode? node)
    {
        if (field.IsComputed) throw AirtableRefusal.Invalid($"Field \"{field.Name}\" cannot accept a value because the field is computed", "INVALID_VALUE_FOR_COLUMN");
        if (node is null) return null;
        return field.Type switch
        {
            _ when FieldType.IsText(field.Type) => Text(field, node),
            _ when FieldType.IsNumber(field.Type) => Number(field, node),
            "checkbox" => Tick(field, node) ? true : null,
            "singleSelect" => String(field, node) is { Length: > 0 } name ? Choice(field, name).Id : null,
            "multipleSelects" => CellValue.OrEmpty([.. Items(field, node).Select(i => Choice(field, String(field, i)).Id).Distinct()]),
            "date" => Day(field, node),
            "dateTime" => Time(field, node),
            "multipleRecordLinks" => CellValue.OrEmpty([.. Items(field, node).Select(i => Link(field, i)).Distinct()]),
            "multipleAttachments" => new Attachments(field).Read(node),
            "singleCollaborator" => Collaborator(field, node),
            "multipleCollaborators" => CellValue.OrEmpty([.. Items(field, node).Select(i => Collaborator(field, i)).Distinct()]),
            "barcode" => Barcode(field, node),
            _ => throw AirtableRefusal.BadValue(field.Name),
        };
    }

    string? Text(Field field, JsonNode node)
    {
        var text = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
            : typecast ? node is JsonArray list ? string.Join(", ", list.Select(i => i?.ToString())) : node.ToString()
            : throw AirtableRefusal.BadValue(field.Name);
        if (text.Length > LongestText) throw AirtableRefusal.BadValue(field.Name);
        return text.Length == 0 ? null : text;
    }

    double? Number(Field field, JsonNode node)
    {
        double? number = node.GetValueKind() switch
        {
            JsonValueKind.Number => node.GetValue<double>(),
            JsonValueKind.String when typecast => NumberText.Read(field.Type, node.GetValue<string>()),
            _ => throw AirtableRefusal.BadValue(field.Name),
        };
        if (number is { } given && !double.IsFinite(given)) throw AirtableRefusal.BadValue(field.Name);
        if (field.Type != "rating") return number;
        var most = (int?)field.Options?["max"] ?? 5;
        if (number is not null && (number != Math.Floor(number.Value) || number < 0 || number > most)) throw AirtableRefusal.BadValue(field.Name);
        return number is 0 ? null : number;
    }

    bool Tick(Field field, JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when typecast => node.GetValue<string>().ToLowerInvariant() is "true" or "checked" or "1" or "yes",
        JsonValueKind.Number when typecast => node.GetValue<double>() != 0,
        _ => throw AirtableRefusal.BadValue(field.Name),
    };

    Choice Choice(Field field, string name) => field.ChoiceById(name) ?? field.ChoiceByName(name)
        ?? (typecast ? field.Choices.FirstOrDefault(c => string.Equals(c.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)) ?? draft.ChoiceNamed(field, name.Trim())
            : throw AirtableRefusal.Invalid($"Insufficient permissions to create new select option \"\"{name}\"\"", "INVALID_MULTIPLE_CHOICE_OPTIONS"));

    DateOnly? Day(Field field, JsonNode node)
    {
        var text = String(field, node);
        return text.Length == 0 && typecast ? null : Moment.ReadDay(text, typecast) ?? throw AirtableRefusal.BadValue(field.Name);
    }

    DateTimeOffset? Time(Field field, JsonNode node)
    {
        var text = String(field, node);
        return text.Length == 0 && typecast ? null : Moment.Read(text, Moment.Zone((string?)field.Options?["timeZone"]), typecast) ?? throw AirtableRefusal.BadValue(field.Name);
    }

    string Link(Field field, JsonNode item)
    {
        var table = draft.Home.FindById(field.LinkedTableId)!;
        var text = item is JsonObject row ? row.Text("id") ?? "" : String(field, item);
        if (table.Row(text) is not null) return text;
        if (AirtableId.Is("rec", text)) throw AirtableRefusal.NoRow(text);
        if (!typecast) throw AirtableRefusal.Invalid($"Value \"{text}\" is not a valid record ID.", "INVALID_RECORD_ID");
        return draft.RowNamed(table, text, Read(table.Primary, JsonValue.Create(text)));
    }

    string Collaborator(Field field, JsonNode node)
    {
        var who = node is JsonObject person ? person.Text("id") ?? person.Text("email") : typecast ? String(field, node) : null;
        return User.Find(who)?.Id ?? throw AirtableRefusal.BadValue(field.Name);
    }

    static JsonObject Barcode(Field field, JsonNode node)
    {
        if (node is not JsonObject code || code["text"]?.GetValueKind() != JsonValueKind.String) throw AirtableRefusal.BadValue(field.Name);
        var kept = new JsonObject { ["text"] = code["text"]!.DeepClone() };
        if (code["type"] is { } type) kept["type"] = type.DeepClone();
        return kept;
    }

    IEnumerable<JsonNode> Items(Field field, JsonNode node) => node switch
    {
        JsonArray list => list.Select(i => i ?? throw AirtableRefusal.BadValue(field.Name)),
        _ when typecast && node.GetValueKind() == JsonValueKind.String =>
            node.GetValue<string>().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(i => (JsonNode)i),
        _ => throw AirtableRefusal.BadValue(field.Name),
    };

    string String(Field field, JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
        : typecast && node is JsonValue ? node.ToString() : throw AirtableRefusal.BadValue(field.Name);
}
