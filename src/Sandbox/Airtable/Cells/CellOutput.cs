using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable.Formulas;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Writes cells as JSON. https://airtable.com/developers/web/api/field-model</summary>
sealed class CellOutput(Base home, Table table, DateTimeOffset now)
{
    readonly RowReader reader = new(home, table, now);

    /// <summary>As the records API shows it; null: the cell is empty and goes unmentioned.</summary>
    public JsonNode? Json(Row row, Field field) => field.Type switch
    {
        "createdBy" => row.CreatedBy.Json(),
        "lastModifiedBy" => (row.ModifiedBy ?? row.CreatedBy).Json(),
        "multipleLookupValues" => Looked(row, field),
        _ when field.IsComputed => Worked(reader.Value(row, field), keepLists: field.Type == "rollup"),
        _ => Stored(field, row[field]),
    };

    static JsonNode? Stored(Field field, object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string id when field.Type == "singleSelect" => field.ChoiceById(id)?.Name,
        string id when field.Type == "singleCollaborator" => User.Find(id)?.Json(),
        true => true,
        List<string> ids => new JsonArray([.. ids.Select(id => field.Type switch
        {
            "multipleSelects" => field.ChoiceById(id)?.Name,
            "multipleCollaborators" => User.Find(id)?.Json(),
            _ => (JsonNode?)id,
        })]),
        _ => Worked(value, keepLists: false),
    };

    /// <summary>As webhooks show it: selects and links are objects, an empty cell is null.</summary>
    public JsonNode? ForWebhook(Field field, object? value) => (field.Type, value) switch
    {
        ("singleSelect", string id) => Chosen(field, id),
        ("multipleSelects", List<string> ids) => new JsonArray([.. ids.Select(id => Chosen(field, id))]),
        ("multipleRecordLinks", List<string> ids) => new JsonArray([.. ids.Select(id => (JsonNode)new JsonObject { ["id"] = id, ["name"] = NameOf(field, id) })]),
        _ => Stored(field, value),
    };

    /// <summary>As the column shows it to people in this time zone; null: empty.</summary>
    public string? Text(Row row, Field field, NodaTime.DateTimeZone zone)
    {
        var value = reader.Value(row, field);
        var text = value switch
        {
            bool tick => field.Type != "checkbox" ? tick ? "1" : "0" : tick ? "checked" : "",
            double number => NumberText.Write(field, number),
            DateTimeOffset at => DateFormat.Write(at.ToOffset(zone.GetUtcOffset(NodaTime.Instant.FromDateTimeOffset(at)).ToTimeSpan()),
                (string?)field.Options?["timeFormat"]?["name"] == "24hour" ? "YYYY-MM-DD HH:mm" : "YYYY-MM-DD h:mma"),
            IReadOnlyList<object?> when row[field] is JsonArray files => string.Join(", ", files.Select(f => $"{f!["filename"]} ({f["url"]})")),
            _ => Plain.Text(value),
        };
        return text.Length == 0 ? null : text;
    }

    JsonArray? Looked(Row row, Field field)
    {
        if (table.FindById(field.FollowedFieldId) is not { } link || home.FindById(link.LinkedTableId) is not { } other || other.FindById(field.TakenFieldId) is not { } taken) return null;
        // A lookup of a lookup is worked out as values: it may lead round in a circle.
        if (taken.Type == "multipleLookupValues") return Worked(reader.Value(row, field), keepLists: true) as JsonArray;
        var output = new CellOutput(home, other, now);
        var values = (row[link] as List<string> ?? []).Select(other.Row).OfType<Row>().Select(r => output.Json(r, taken)).OfType<JsonNode>();
        var flat = values.SelectMany(v => v is JsonArray list ? list.Select(i => i!.DeepClone()) : [v]).ToList();
        return flat.Count == 0 ? null : new JsonArray([.. flat]);
    }

    static JsonNode? Worked(object? value, bool keepLists) => value switch
    {
        null or "" => null,
        string text => text,
        bool truth => truth ? 1 : 0,
        double.NaN => Special("NaN"),
        double.PositiveInfinity => Special("Infinity"),
        double.NegativeInfinity => Special("-Infinity"),
        double number => number,
        DateOnly day => Moment.Write(day),
        DateTimeOffset at => Moment.Write(at),
        IReadOnlyList<object?> { Count: 0 } => null,
        IReadOnlyList<object?> list when keepLists => new JsonArray([.. list.Select(v => Worked(v, true))]),
        IReadOnlyList<object?> list => Plain.Text(list),
        _ => new JsonObject { ["error"] = "#ERROR!" },
    };

    static JsonObject Special(string value) => new() { ["specialValue"] = value };

    static JsonObject? Chosen(Field field, string id) => field.ChoiceById(id) is not { } choice ? null
        : new JsonObject { ["id"] = choice.Id, ["name"] = choice.Name, ["color"] = choice.Color };

    string NameOf(Field link, string id) => home.FindById(link.LinkedTableId) is { } other && other.Row(id) is { } row ? new RowReader(home, other, now).Name(row) : "";
}
