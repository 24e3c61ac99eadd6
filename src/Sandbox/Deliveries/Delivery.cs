namespace MyCavoodle.Sandbox.Deliveries;

/// <summary>A webhook on its way to the bot, and what came of it.</summary>
public sealed class Delivery
{
    readonly Lock gate = new();
    readonly List<int> statuses = [];

    public required string Id { get; init; }
    public required string Provider { get; init; }
    public required string Topic { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>One per try; 0 where nobody answered.</summary>
    public IReadOnlyList<int> Statuses { get { lock (gate) return [.. statuses]; } }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    /// <summary>How long the acknowledged try took.</summary>
    public double? DurationMs { get; private set; }
    /// <summary>waiting, acknowledged, lost (a fault) or given-up.</summary>
    public string State { get; internal set; } = "waiting";

    internal bool Record(int status, DateTimeOffset at, TimeSpan took)
    {
        lock (gate)
        {
            statuses.Add(status);
            if (status is < 200 or > 299) return false;
            (AcknowledgedAt, DurationMs, State) = (AcknowledgedAt ?? at, Math.Round(took.TotalMilliseconds, 1), "acknowledged");
            return true;
        }
    }
}
