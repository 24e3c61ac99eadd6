using System.Text.Json.Nodes;

namespace MyCavoodle.Clients.Airtable;

/// <summary>What happened in a table or view. Cells by field id; selects come as <c>{id,name,color}</c>, unlike in records.</summary>
public sealed record AirtableTableChange
{
    /// <summary>By record id.</summary>
    public IReadOnlyDictionary<string, AirtableCreatedRecord> CreatedRecordsById { get; init => field = value ?? AirtablePayload.Nothing<AirtableCreatedRecord>(); } = AirtablePayload.Nothing<AirtableCreatedRecord>();
    /// <summary>By record id.</summary>
    public IReadOnlyDictionary<string, AirtableChangedRecord> ChangedRecordsById { get; init => field = value ?? AirtablePayload.Nothing<AirtableChangedRecord>(); } = AirtablePayload.Nothing<AirtableChangedRecord>();
    public IReadOnlyList<string> DestroyedRecordIds { get; init => field = value ?? []; } = [];
    /// <summary>By field id, with name and type.</summary>
    public IReadOnlyDictionary<string, AirtableField> CreatedFieldsById { get; init => field = value ?? AirtablePayload.Nothing<AirtableField>(); } = AirtablePayload.Nothing<AirtableField>();
    /// <summary>By field id, with the name or type that changed.</summary>
    public IReadOnlyDictionary<string, AirtableChangedField> ChangedFieldsById { get; init => field = value ?? AirtablePayload.Nothing<AirtableChangedField>(); } = AirtablePayload.Nothing<AirtableChangedField>();
    public IReadOnlyList<string> DestroyedFieldIds { get; init => field = value ?? []; } = [];
    /// <summary>By view id; only for webhooks that watch a view.</summary>
    public IReadOnlyDictionary<string, AirtableTableChange> ChangedViewsById { get; init => field = value ?? AirtablePayload.Nothing<AirtableTableChange>(); } = AirtablePayload.Nothing<AirtableTableChange>();
}

public sealed record AirtableCreatedRecord
{
    public DateTimeOffset? CreatedTime { get; init; }
    public JsonObject CellValuesByFieldId { get; init => field = value ?? []; } = [];
}

/// <summary>The changed cells as they are and, where the webhook asked for them, as they were, and the other cells.</summary>
public sealed record AirtableChangedRecord
{
    public AirtableCells Current { get; init => field = value ?? new(); } = new();
    public AirtableCells? Previous { get; init; }
    public AirtableCells? Unchanged { get; init; }
}

public sealed record AirtableCells
{
    /// <summary>A cell that was emptied is null here.</summary>
    public JsonObject CellValuesByFieldId { get; init => field = value ?? []; } = [];
}

public sealed record AirtableChangedField
{
    public AirtableField? Current { get; init; }
    public AirtableField? Previous { get; init; }
}
