namespace MyCavoodle.Hub;

/// <summary>One comparison of the hub with its source, or of rollups with their facts, and how much had to be put right.</summary>
public sealed class Reconciliation
{
    public long Id { get; set; }
    /// <summary>orders, customers, products, rollups, mirror.</summary>
    public required string What { get; set; }
    public required DateTimeOffset At { get; set; }
    public int Compared { get; set; }
    /// <summary>Not here at all.</summary>
    public int Missing { get; set; }
    /// <summary>Here, but not as it should be.</summary>
    public int Outdated { get; set; }
    /// <summary>A few of them by name, for Josh; null when none.</summary>
    public string? Examples { get; set; }
}
