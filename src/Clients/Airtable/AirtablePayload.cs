using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MyCavoodle.Clients.Airtable;

/// <summary>A stretch of changes. Ask on with the cursor while there might be more.</summary>
public sealed record AirtablePayloadPage
{
    public IReadOnlyList<AirtablePayload> Payloads { get; init => field = value ?? []; } = [];
    /// <summary>Where the next reading begins.</summary>
    public long Cursor { get; init; }
    public bool MightHaveMore { get; init; }
}

/// <summary>
/// One change of the base. The same may come twice: <see cref="BaseTransactionNumber"/> grows, skip what was processed.
/// https://airtable.com/developers/web/api/model/webhooks-payload
/// </summary>
public sealed record AirtablePayload
{
    public DateTimeOffset? Timestamp { get; init; }
    public long BaseTransactionNumber { get; init; }
    public AirtableAction? ActionMetadata { get; init; }
    /// <summary>By table id.</summary>
    public IReadOnlyDictionary<string, AirtableTableChange> ChangedTablesById { get; init => field = value ?? Nothing<AirtableTableChange>(); } = Nothing<AirtableTableChange>();
    /// <summary>By table id, as Airtable describes them.</summary>
    public JsonObject? CreatedTablesById { get; init; }
    public IReadOnlyList<string> DestroyedTableIds { get; init => field = value ?? []; } = [];
    /// <summary>Set when Airtable could not tell what changed: then the base is read anew.</summary>
    public string? Error { get; init; }
    public string? Code { get; init; }

    /// <summary>client, publicApi, automation, formSubmission, sync, …</summary>
    [JsonIgnore] public string? Source => ActionMetadata?.Source;

    /// <summary>Who did it; null for automations, syncs and strangers' forms.</summary>
    [JsonIgnore] public string? UserId => ActionMetadata?.SourceMetadata?.User?.Id;

    /// <summary>Whether this is the echo of a write with our own token, which must not be written back.</summary>
    public bool IsEchoOf(string userId) => Source == "publicApi" && UserId == userId;

    internal static IReadOnlyDictionary<string, T> Nothing<T>() => System.Collections.ObjectModel.ReadOnlyDictionary<string, T>.Empty;
}

public sealed record AirtableAction
{
    public string? Source { get; init; }
    public AirtableActor? SourceMetadata { get; init; }
}

public sealed record AirtableActor
{
    public AirtableUser? User { get; init; }
}
