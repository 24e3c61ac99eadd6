using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Jobs;

/// <summary>
/// Removes deliveries that were done long ago: what they said is in the hub, and no provider repeats one after so long.
/// Dead letters stay. Safe to run twice.
/// </summary>
public sealed class ForgetOldDeliveries(IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    /// <summary>The longest any provider repeats a delivery is 7 days (Pub/Sub).</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var old = time.GetUtcNow() - Kept;
        await hub.Inbox.Where(d => d.State == WorkState.Done && d.FinishedAt < old).ExecuteDeleteAsync(ct);
    }
}
