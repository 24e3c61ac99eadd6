namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// Shopify's bucket of points as its answers describe it, so that we slow down before it throttles. What a query costs is estimated
/// for its first call and known from then on. https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits
/// </summary>
sealed class CostBucket(TimeProvider time)
{
    readonly Lock gate = new();
    readonly Dictionary<string, double> asked = [];
    double size = 1000;
    double available = 1000;
    double restoredPerSecond = 50;
    long notedAt = time.GetTimestamp();

    /// <summary>Takes what a query may cost, waiting until that much is there.</summary>
    public async Task EnterAsync(GraphQlQuery query, CancellationToken ct)
    {
        TimeSpan wait;
        lock (gate)
        {
            Restore();
            available -= Math.Min(asked.GetValueOrDefault(query.Name, query.Cost), size);
            wait = TimeSpan.FromSeconds(Math.Max(0, -available / restoredPerSecond));
        }
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, ct);
    }

    public void Note(GraphQlQuery query, GraphQlCost? cost)
    {
        if (cost is null)
            return;
        lock (gate)
        {
            if (cost.RequestedQueryCost is { } points)
                asked[query.Name] = points;
            if (cost.ThrottleStatus is not { MaximumAvailable: > 0, RestoreRate: > 0 } status)
                return;
            (size, available, restoredPerSecond, notedAt) = (status.MaximumAvailable, status.CurrentlyAvailable, status.RestoreRate, time.GetTimestamp());
        }
    }

    void Restore()
    {
        var now = time.GetTimestamp();
        available = Math.Min(size, available + time.GetElapsedTime(notedAt, now).TotalSeconds * restoredPerSecond);
        notedAt = now;
    }
}

/// <summary>What an answer says about its price.</summary>
sealed record GraphQlCost
{
    public double? RequestedQueryCost { get; set; }
    public Throttle? ThrottleStatus { get; set; }

    /// <summary>How long until a throttled query fits.</summary>
    public TimeSpan WaitForRoom => ThrottleStatus is { RestoreRate: > 0 } status
        ? TimeSpan.FromSeconds(Math.Max(0, ((RequestedQueryCost ?? 0) - status.CurrentlyAvailable) / status.RestoreRate))
        : TimeSpan.FromSeconds(1);

    public sealed record Throttle
    {
        public double MaximumAvailable { get; set; }
        public double CurrentlyAvailable { get; set; }
        public double RestoreRate { get; set; }
    }
}
