using System.Text.Json.Nodes;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// A row. A cell that is empty (no text, no tick, an empty list) is absent from <see cref="Fields"/>: absence means empty. The shapes
/// of cells: https://airtable.com/developers/web/api/field-model
/// </summary>
public sealed record AirtableRecord
{
    public string Id { get; init => field = value ?? ""; } = "";
    public DateTimeOffset? CreatedTime { get; init; }
    /// <summary>By field name, or by id where the call asked for that.</summary>
    public JsonObject Fields { get; init => field = value ?? []; } = [];
}

/// <summary>New cells for a row; cells not named stay as they are, null empties one.</summary>
public sealed record AirtableChange(string Id, JsonObject Fields);

/// <summary>How cells are taken and given back.</summary>
/// <param name="Typecast">Let Airtable convert what does not fit and make missing choices; without it a misfit is a refusal.</param>
/// <param name="ByFieldId">The reply's cells come by field id instead of name.</param>
public sealed record AirtableWriting(bool Typecast = false, bool ByFieldId = false)
{
    public static readonly AirtableWriting Plain = new();
}

/// <summary>The rows after an upsert, in the order they were given, and which of them are new.</summary>
public sealed record AirtableUpserted
{
    public IReadOnlyList<AirtableRecord> Records { get; init => field = value ?? []; } = [];
    /// <summary>Record ids.</summary>
    public IReadOnlyList<string> CreatedRecords { get; init => field = value ?? []; } = [];
    /// <summary>Record ids.</summary>
    public IReadOnlyList<string> UpdatedRecords { get; init => field = value ?? []; } = [];
}
