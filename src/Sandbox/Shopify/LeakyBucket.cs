namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Each call adds a drop; drops leak out steadily; a full bucket refuses. https://shopify.dev/docs/api/usage/limits</summary>
sealed class LeakyBucket(TimeProvider time)
{
    double level;
    long last = time.GetTimestamp();

    public int Size { get; set; }
    public double LeakPerSecond { get; set; }

    public bool TryAdd()
    {
        var now = time.GetTimestamp();
        level = Math.Max(0, level - time.GetElapsedTime(last, now).TotalSeconds * LeakPerSecond);
        last = now;
        if (level + 1 > Size) return false;
        level++;
        return true;
    }

    /// <summary>As in X-Shopify-Shop-Api-Call-Limit: 32/40.</summary>
    public override string ToString() => $"{(int)Math.Ceiling(level)}/{Size}";

    public double SecondsToNext => LeakPerSecond <= 0 ? 60 : Math.Max(0.1, (level + 1 - Size) / LeakPerSecond);
}
