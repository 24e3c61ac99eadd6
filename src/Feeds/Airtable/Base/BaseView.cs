using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>The base as it was seen last.</summary>
/// <param name="Tables">Those that are there.</param>
public sealed record BaseView(BaseMap Map, IReadOnlyList<LiveTable> Tables, IReadOnlyList<Difference> Differences)
{
    /// <summary>Null: it is not there, or its rows cannot be told apart.</summary>
    public LiveTable? this[MirrorTable table] => Tables.FirstOrDefault(t => t.Sheet.Table == table && t.IsUsable);

    public LiveTable? WithId(string tableId) => Tables.FirstOrDefault(t => t.Id == tableId);
}
