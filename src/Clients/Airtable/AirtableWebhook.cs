using System.Text.Json.Nodes;

namespace MyCavoodle.Clients.Airtable;

/// <summary>A webhook just made.</summary>
public sealed record AirtableMadeWebhook
{
    public string Id { get; init => field = value ?? ""; } = "";
    /// <summary>Proves pings (<see cref="AirtableSignature"/>). Shown this once.</summary>
    public string? MacSecretBase64 { get; init; }
    public DateTimeOffset? ExpirationTime { get; init; }
}

/// <summary>A webhook and how its pings fare.</summary>
public sealed record AirtableWebhook
{
    public string Id { get; init => field = value ?? ""; } = "";
    public AirtableSpecification? Specification { get; init; }
    public string? NotificationUrl { get; init; }
    public long CursorForNextPayload { get; init; }
    public AirtableNotification? LastNotificationResult { get; init; }
    public DateTimeOffset? LastSuccessfulNotificationTime { get; init; }
    /// <summary>False: Airtable gave up after a day of failures, or somebody switched them off.</summary>
    public bool AreNotificationsEnabled { get; init; }
    public bool IsHookEnabled { get; init; }
    public DateTimeOffset? ExpirationTime { get; init; }
}

/// <summary>How the last ping went.</summary>
public sealed record AirtableNotification
{
    public bool Success { get; init; }
    public DateTimeOffset? CompletionTimestamp { get; init; }
    public double DurationMs { get; init; }
    public int RetryNumber { get; init; }
    public bool WillBeRetried { get; init; }
    public AirtableNotificationError? Error { get; init; }
}

public sealed record AirtableNotificationError
{
    public string? Message { get; init; }
}

/// <summary>What a webhook watches and what its payloads hold. https://airtable.com/developers/web/api/model/webhooks-specification</summary>
public sealed record AirtableSpecification
{
    public AirtableWatch Options { get; init => field = value ?? new(); } = new();
}

public sealed record AirtableWatch
{
    public AirtableFilters Filters { get; init => field = value ?? new(); } = new();
    public AirtableIncludes? Includes { get; init; }
}

/// <summary>Which changes count; null: all.</summary>
public sealed record AirtableFilters
{
    /// <summary>tableData, tableFields, tableMetadata.</summary>
    public IReadOnlyList<string> DataTypes { get; init => field = value ?? []; } = ["tableData"];
    /// <summary>One table or view; null: the whole base.</summary>
    public string? RecordChangeScope { get; init; }
    /// <summary>add, remove, update.</summary>
    public IReadOnlyList<string>? ChangeTypes { get; init; }
    /// <summary>client, publicApi, formSubmission, automation, system, sync, anonymousUser.</summary>
    public IReadOnlyList<string>? FromSources { get; init; }
    public IReadOnlyList<string>? WatchDataInFieldIds { get; init; }
}

/// <summary>What payloads hold beside the changed cells.</summary>
public sealed record AirtableIncludes
{
    public bool? IncludePreviousCellValues { get; init; }
    public bool? IncludePreviousFieldDefinitions { get; init; }
    /// <summary>Cells that come along unchanged: a list of field ids, or the word <c>all</c>.</summary>
    public JsonNode? IncludeCellValuesInFieldIds { get; init; }
}
