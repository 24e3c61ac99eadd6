namespace MyCavoodle.Sandbox.Shopify;

/// <summary>GraphQL points: taken for what a request may cost, given back for what it did not, restored steadily. https://shopify.dev/docs/api/usage/limits</summary>
sealed class PointBucket(TimeProvider time, double maximum, double perSecond)
{
    double available = maximum;
    long last = time.GetTimestamp();

    public double Maximum { get; private set; } = maximum;
    public double PerSecond { get; private set; } = perSecond;
    public int Available => (int)Math.Floor(Restored());

    public bool TryTake(int points)
    {
        if (Restored() < points) return false;
        available -= points;
        return true;
    }

    public void GiveBack(double points) => available = Math.Min(Maximum, available + points);

    /// <summary>Starts again, full.</summary>
    public void Resize(double maximum, double perSecond) => (Maximum, PerSecond, available) = (maximum, perSecond, maximum);

    double Restored()
    {
        var now = time.GetTimestamp();
        available = Math.Min(Maximum, available + time.GetElapsedTime(last, now).TotalSeconds * PerSecond);
        last = now;
        return available;
    }
}
