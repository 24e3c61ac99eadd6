using System.Text.Json.Nodes;
using NodaTime;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>A record as the API shows it. https://airtable.com/developers/web/api/get-record</summary>
sealed class RecordDocument
{
    public required Base Home { get; init; }
    public required Table Table { get; init; }
    public required bool ByFieldId { get; init; }
    /// <summary>Only these; null: all.</summary>
    public IReadOnlyList<Field>? Fields { get; init; }
    /// <summary>Cells as text, as people see them.</summary>
    public bool IsText { get; init; }
    /// <summary>The zone texts tell the time in; null: each field's own.</summary>
    public DateTimeZone? TextZone { get; init; }

    public JsonObject Of(Row row)
    {
        var output = new CellOutput(Home, Table, Home.Now);
        var fields = new JsonObject();
        foreach (var field in Fields ?? Table.Fields)
            if ((IsText ? output.Text(row, field, TextZone ?? Moment.Zone((string?)field.Options?["timeZone"])) : output.Json(row, field)) is { } value)
                fields[ByFieldId ? field.Id : field.Name] = value;
        return new JsonObject { ["id"] = row.Id, ["createdTime"] = Moment.Write(row.CreatedAt), ["fields"] = fields };
    }

    public JsonArray Of(IEnumerable<Row> rows) => new([.. rows.Select(r => (JsonNode)Of(r))]);
}
