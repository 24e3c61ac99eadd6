namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// So many requests in any second; one more, and nothing succeeds until the penalty is over.
/// https://airtable.com/developers/web/api/rate-limits
/// </summary>
sealed class Throttle
{
    static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    readonly Queue<DateTimeOffset> arrivals = [];
    DateTimeOffset freeAt = DateTimeOffset.MinValue;

    /// <param name="arrivedAt">When the request came, however long it then waited its turn here.</param>
    /// <param name="perSecond">How many may come in one second.</param>
    /// <param name="penalty">How long everything is refused after one too many.</param>
    public bool TryEnter(DateTimeOffset arrivedAt, int perSecond, TimeSpan penalty)
    {
        if (arrivedAt < freeAt) return false;
        while (arrivals.TryPeek(out var oldest) && arrivedAt - oldest >= Window) arrivals.Dequeue();
        if (arrivals.Count >= perSecond)
        {
            freeAt = arrivedAt + penalty;
            arrivals.Clear();
            return false;
        }
        arrivals.Enqueue(arrivedAt);
        return true;
    }
}
