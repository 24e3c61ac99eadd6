using System.Diagnostics.Metrics;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>Counts what passes through the flow; read at <c>/metrics</c>.</summary>
public sealed class FlowMeter
{
    /// <summary>One name a host: two hosts in one process must not count into one another.</summary>
    public string Name { get; } = $"MyCavoodle.Flow.{Guid.NewGuid():n}";

    readonly Counter<long> received, refused, done, failed;
    readonly Histogram<double> delivered;

    public FlowMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        received = meter.CreateCounter<long>("mycavoodle_deliveries_received", description: "Deliveries stored, by source; repeats are not counted.");
        refused = meter.CreateCounter<long>("mycavoodle_deliveries_refused", description: "Deliveries refused, by source and reason.");
        done = meter.CreateCounter<long>("mycavoodle_work_done", description: "Work finished, by queue.");
        failed = meter.CreateCounter<long>("mycavoodle_work_failed", description: "Failed tries, by queue; dead: given up.");
        delivered = meter.CreateHistogram<double>("mycavoodle_delivery_seconds", "s", "From a reply's commit to the provider's acceptance.");
    }

    public void Received(string source) => received.Add(1, new KeyValuePair<string, object?>("source", source));

    public void Refused(string source, string reason) =>
        refused.Add(1, new KeyValuePair<string, object?>("source", source), new KeyValuePair<string, object?>("reason", reason));

    public void Done<T>() where T : WorkItem => done.Add(1, Queue<T>());

    public void Failed<T>(bool dead) where T : WorkItem => failed.Add(1, Queue<T>(), new KeyValuePair<string, object?>("dead", dead));

    public void Delivered(TimeSpan took) => delivered.Record(took.TotalSeconds);

    static KeyValuePair<string, object?> Queue<T>() => new("queue", typeof(T).Name.ToLowerInvariant());
}
