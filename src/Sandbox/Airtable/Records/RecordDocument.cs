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
    /// <summary>Given: cells as text, times in this zone.</summary>
    public DateTimeZone? TextZone { get; init; }

    public JsonObject Of(Row row)
    {
        var output = new CellOutput(Home, Table, Home.Now);
        var fields = new JsonObject();
        foreach (var field in Fields ?? Table.Fields)
            if ((TextZone is { } zone ? output.Text(row, field, zone) : output.Json(row, field)) is { } value)
                fields[ByFieldId ? field.Id : field.Name] = value;
        return new JsonObject { ["id"] = row.Id, ["createdTime"] = Moment.Write(row.CreatedAt), ["fields"] = fields };
    }

    public JsonArray Of(IEnumerable<Row> rows) => new([.. rows.Select(r => (JsonNode)Of(r))]);
}
