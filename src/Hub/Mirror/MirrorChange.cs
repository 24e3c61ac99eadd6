namespace MyCavoodle.Hub;

/// <summary>
/// A row that changed and is not in the mirror yet: one entry a row however often it changed. It stays until the row as
/// it was at this <see cref="Version"/> has been written there.
/// </summary>
public sealed class MirrorChange
{
    public required MirrorTable Table { get; set; }
    /// <summary>The row's id in the hub; of a day's figures its day number.</summary>
    public required long RowId { get; set; }
    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;
    public required DateTimeOffset ChangedAt { get; set; }
    /// <summary>Not before this instant: the mirror refused the row, and it is tried again later.</summary>
    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    /// <summary>Why the mirror refused it; null when it did not.</summary>
    public string? Reason { get; set; }
}
