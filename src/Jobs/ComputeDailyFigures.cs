using Microsoft.EntityFrameworkCore;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Jobs;

/// <summary>
/// Gives every Sydney day since the first order its row of figures, also days on which nothing was sold. Rows of days with
/// facts are written with the facts themselves. Safe to run twice.
/// </summary>
public sealed class ComputeDailyFigures(IDbContextFactory<HubContext> hubs, FactWriter facts, TimeProvider time)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        // A shop that is half pulled would begin too late.
        if (await hub.CursorAsync(ShopPull.Cursor, ct) is null) return;
        if (await hub.Orders.MinAsync(o => (DateOnly?)o.PlacedOn, ct) is not { } first) return;
        var today = Sydney.DateOf(time.GetUtcNow());
        var known = await hub.DailyFigures.Select(d => d.Date).ToHashSetAsync(ct);
        var missing = Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(d => !known.Contains(d)).ToList();
        if (missing.Count > 0) await facts.RecountAsync(new() { Days = missing }, ct);
    }
}
