using System.Text.Json;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// The ids by which Airtable knows our tables and fields, remembered under their names in the schema: a field that somebody
/// renames is still ours. Kept in the hub as a cursor.
/// </summary>
public sealed record BaseMap(string BaseId)
{
    const string Cursor = "airtable-base";

    public Dictionary<MirrorTable, TableIds> Tables { get; init; } = [];

    /// <summary>What is known of this base; nothing of another one counts.</summary>
    public static async Task<BaseMap> LoadAsync(HubContext hub, string baseId, CancellationToken ct) =>
        await hub.CursorAsync(Cursor, ct) is { } kept && JsonSerializer.Deserialize<BaseMap>(kept) is { } map && map.BaseId == baseId ? map : new(baseId);

    /// <summary>Becomes true with the caller's commit.</summary>
    public Task SaveAsync(HubContext hub, DateTimeOffset now, CancellationToken ct) => hub.MoveCursorAsync(Cursor, JsonSerializer.Serialize(this), now, ct);
}

/// <summary>One table's ids.</summary>
public sealed record TableIds(string Id)
{
    /// <summary>The rows that were there have been looked through, and all of the hub's have been noted.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>Field ids by name in the schema.</summary>
    public Dictionary<string, string> Fields { get; init; } = [];
}
