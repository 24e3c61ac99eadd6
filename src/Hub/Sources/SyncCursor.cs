namespace MyCavoodle.Hub;

/// <summary>How far a pull has come, by name: the last seen update of orders, the mailbox's history id.</summary>
public sealed class SyncCursor
{
    public required string Name { get; set; }
    public required string Value { get; set; }
    public required DateTimeOffset MovedAt { get; set; }
}
