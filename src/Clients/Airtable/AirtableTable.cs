using System.Text.Json.Nodes;

namespace MyCavoodle.Clients.Airtable;

/// <summary>A base among those the token reaches.</summary>
public sealed record AirtableBaseName
{
    public string Id { get; init => field = value ?? ""; } = "";
    public string? Name { get; init; }
    /// <summary>none, read, comment, edit, create.</summary>
    public string? PermissionLevel { get; init; }
}

/// <summary>A base just made, with the ids of its tables and fields.</summary>
public sealed record AirtableMadeBase
{
    public string Id { get; init => field = value ?? ""; } = "";
    public IReadOnlyList<AirtableTable> Tables { get; init => field = value ?? []; } = [];
}

/// <summary>A table as Airtable describes it.</summary>
public sealed record AirtableTable
{
    public string Id { get; init => field = value ?? ""; } = "";
    public string Name { get; init => field = value ?? ""; } = "";
    public string? Description { get; init; }
    public string? PrimaryFieldId { get; init; }
    public IReadOnlyList<AirtableField> Fields { get; init => field = value ?? []; } = [];
    public IReadOnlyList<AirtableView> Views { get; init => field = value ?? []; } = [];
}

/// <summary>A field; its options depend on the type. https://airtable.com/developers/web/api/field-model</summary>
public sealed record AirtableField
{
    public string Id { get; init => field = value ?? ""; } = "";
    public string? Name { get; init; }
    /// <summary>singleLineText, singleSelect, multipleRecordLinks, formula, …</summary>
    public string? Type { get; init; }
    public string? Description { get; init; }
    public JsonObject? Options { get; init; }
}

public sealed record AirtableView
{
    public string Id { get; init => field = value ?? ""; } = "";
    public string? Name { get; init; }
    public string? Type { get; init; }
}

/// <summary>A table to make. Its first field becomes the primary one.</summary>
public sealed record AirtableTableDraft(string Name, IReadOnlyList<AirtableFieldDraft> Fields, string? Description = null);

/// <summary>
/// A field to make. Formulas, rollups, lookups, counts, automatic numbers, times and authors cannot be
/// (<see cref="AirtableRefusal.UncreatableField"/>). Types without options must have none.
/// </summary>
public sealed record AirtableFieldDraft(string Name, string Type, JsonObject? Options = null, string? Description = null);
