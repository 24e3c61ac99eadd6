namespace MyCavoodle.Hub;

/// <summary>Where a row lies in the mirror, and as what it was written there last.</summary>
public sealed class MirrorRow
{
    public required MirrorTable Table { get; set; }
    /// <summary>As in <see cref="MirrorChange"/>.</summary>
    public required long RowId { get; set; }
    /// <summary>Airtable's id of the record; unique.</summary>
    public required string RecordId { get; set; }
    /// <summary>Hashes of the fields as they were written and seen; a row that would be written the same is not written. Null: nothing is known.</summary>
    public string? SentHash { get; set; }
    public DateTimeOffset SentAt { get; set; }
}
