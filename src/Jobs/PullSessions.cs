using MyCavoodle.Feeds;

namespace MyCavoodle.Jobs;

/// <summary>Reads store sessions a day from the shop's analytics, or from files that were dropped. Safe to run twice.</summary>
public sealed class PullSessions(SessionPull sessions)
{
    public Task RunAsync(CancellationToken ct) => sessions.PullAsync(ct);
}
