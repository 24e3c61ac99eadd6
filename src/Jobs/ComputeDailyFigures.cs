using Microsoft.EntityFrameworkCore;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Jobs;

/// <summary>
/// Writes the row of every Sydney day that has facts: days without one, and the last <see cref="Changing"/> days anew,
/// because late orders, refunds and ad figures still change them. Safe to run twice.
/// </summary>
public sealed class ComputeDailyFigures(IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    /// <summary>Days back from today that are computed again. Meta corrects its figures for up to 28 days.</summary>
    public const int Changing = 28;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var today = Sydney.DateOf(now);
        // Half-pulled days would be written down and, once they are old, never looked at again.
        if (await hub.CursorAsync(ShopPull.Cursor, ct) is null) return;
        if (await hub.Orders.MinAsync(o => (DateTimeOffset?)o.PlacedAt, ct) is not { } first) return;
        var rows = await hub.DailyFigures.ToDictionaryAsync(d => d.Date, ct);
        for (var day = Sydney.DateOf(first); day <= today; day = day.AddDays(1))
        {
            if (rows.ContainsKey(day) && day < today.AddDays(-Changing)) continue;
            if (!rows.TryGetValue(day, out var row)) hub.DailyFigures.Add(row = new() { Date = day });
            row.Take(await hub.AddUpAsync(Period.Day("", day), ct), now);
        }
        await hub.SaveChangesAsync(ct);
    }
}
