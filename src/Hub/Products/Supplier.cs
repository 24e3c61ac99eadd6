namespace MyCavoodle.Hub;

/// <summary>Whom the shop buys from. All of it is the team's.</summary>
public sealed class Supplier
{
    public long Id { get; set; }
    public required string Name { get; set; }
    /// <summary>Who to write to, and where.</summary>
    public string? Contact { get; set; }
    /// <summary>Days from ordering to having.</summary>
    public int? LeadTimeDays { get; set; }
    /// <summary>ISO 4217: AUD.</summary>
    public string? Currency { get; set; }
    public string? Notes { get; set; }
    /// <summary>What the editor of the mirror is told about this row.</summary>
    public string? SyncNote { get; set; }
}
