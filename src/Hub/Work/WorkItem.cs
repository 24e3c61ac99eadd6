namespace MyCavoodle.Hub;

/// <summary>Where a piece of work stands. <see cref="Dead"/> is kept with its reason and can be replayed.</summary>
public enum WorkState { Waiting, Done, Dead }

/// <summary>
/// A durable piece of work: a delivery to read, a turn to answer, a reply to send. It is tried, tried again with
/// growing pauses, and in the end done or dead; it is never dropped.
/// </summary>
public abstract class WorkItem
{
    /// <summary>How often work is tried again after its first failure.</summary>
    public const int Retries = 3;

    public long Id { get; set; }

    /// <summary>Work of one lane is done one after the other, in the order of <see cref="Id"/>.</summary>
    public required string Lane { get; set; }

    /// <summary>Instant, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; set; }
    /// <summary>Not before this instant, UTC.</summary>
    public required DateTimeOffset DueAt { get; set; }
    /// <summary>Instant of success or of giving up, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
    public WorkState State { get; set; }
    public int Attempts { get; set; }
    /// <summary>Why the last try failed; null when none did.</summary>
    public string? Reason { get; set; }

    public void Complete(DateTimeOffset now) => (State, FinishedAt) = (WorkState.Done, now);

    /// <summary>Gives up at once: trying again could not help.</summary>
    public void Bury(string reason, DateTimeOffset now) =>
        (State, Reason, FinishedAt) = (WorkState.Dead, reason.CutAt(1000), now);

    /// <summary>
    /// Records a failed try: due again after 1 s, 2 s, 4 s (each 75-125 % by <paramref name="jitter"/>) or after
    /// <paramref name="retryAfter"/> when that is longer; dead after the third retry.
    /// </summary>
    /// <param name="jitter">0 to 1, drawn by the caller.</param>
    public void Fail(string reason, DateTimeOffset now, double jitter, TimeSpan? retryAfter = null)
    {
        if (++Attempts > Retries)
        {
            Bury(reason, now);
            return;
        }
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Attempts - 1) * (0.75 + jitter / 2));
        DueAt = now + (retryAfter > pause ? retryAfter.Value : pause);
        Reason = reason.CutAt(1000);
    }

    /// <summary>Brings dead work back, with all its tries.</summary>
    public void Replay(DateTimeOffset now) =>
        (State, Attempts, DueAt, FinishedAt) = (WorkState.Waiting, 0, now, null);
}
