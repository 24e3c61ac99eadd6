namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// So many requests in any second; one more, and nothing succeeds until the penalty is over.
/// https://airtable.com/developers/web/api/rate-limits
/// </summary>
sealed class Throttle(TimeProvider time)
{
    static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    readonly Queue<DateTimeOffset> arrivals = [];
    DateTimeOffset freeAt = DateTimeOffset.MinValue;

    /// <param name="perSecond">How many may come in one second.</param>
    /// <param name="penalty">How long everything is refused after one too many.</param>
    public bool TryEnter(int perSecond, TimeSpan penalty)
    {
        var now = time.GetUtcNow();
        if (now < freeAt) return false;
        while (arrivals.TryPeek(out var oldest) && now - oldest >= Window) arrivals.Dequeue();
        if (arrivals.Count >= perSecond)
        {
            freeAt = now + penalty;
            arrivals.Clear();
            return false;
        }
        arrivals.Enqueue(now);
        return true;
    }
}
