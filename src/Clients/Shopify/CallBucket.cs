using System.Globalization;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// Shopify's leaky bucket as its replies describe it (<c>X-Shopify-Shop-Api-Call-Limit: 32/40</c>), so that we slow down before it
/// refuses. It empties within 20 seconds on every plan: 40 calls at 2/s, 80 at 4/s, 400 at 20/s.
/// https://shopify.dev/docs/api/admin-rest/usage/rate-limits
/// </summary>
sealed class CallBucket(TimeProvider time)
{
    readonly Lock gate = new();
    double used;
    int size = 40;
    long notedAt = time.GetTimestamp();

    /// <summary>Takes one place, waiting until about a tenth of the bucket is free: webhook-driven calls want room too.</summary>
    public async Task EnterAsync(CancellationToken ct)
    {
        TimeSpan wait;
        lock (gate)
        {
            Leak();
            used++;
            wait = TimeSpan.FromSeconds(Math.Max(0, (used - size * 0.9) / (size / 20.0)));
        }
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, ct);
    }

    public void Note(string? callLimit)
    {
        if (callLimit?.Split('/') is not [var left, var right] ||
            !int.TryParse(left, CultureInfo.InvariantCulture, out var u) || !int.TryParse(right, CultureInfo.InvariantCulture, out var s) || s <= 0)
            return;
        lock (gate)
            (used, size, notedAt) = (u, s, time.GetTimestamp());
    }

    void Leak()
    {
        var now = time.GetTimestamp();
        used = Math.Max(0, used - time.GetElapsedTime(notedAt, now).TotalSeconds * size / 20.0);
        notedAt = now;
    }
}
