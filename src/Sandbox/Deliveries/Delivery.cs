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

    /// <returns>Which try it was, from 1.</returns>
    internal int Record(int status, bool accepted, DateTimeOffset at, TimeSpan took)
    {
        lock (gate)
        {
            statuses.Add(status);
            if (accepted) (AcknowledgedAt, DurationMs, State) = (AcknowledgedAt ?? at, Math.Round(took.TotalMilliseconds, 1), "acknowledged");
            return statuses.Count;
        }
    }
}
