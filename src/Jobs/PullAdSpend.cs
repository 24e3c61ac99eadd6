using MyCavoodle.Feeds;

namespace MyCavoodle.Jobs;

/// <summary>Reads the ad spend of the days that may still change, and of those never read. Safe to run twice.</summary>
public sealed class PullAdSpend(AdSpendPull ads)
{
    public Task RunAsync(CancellationToken ct) => ads.PullAsync(ct);
}
