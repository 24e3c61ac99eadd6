using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Reads the ad spend of each day from Meta. Recent figures keep changing for up to 28 days and are read again; a day
/// Meta has no row for had no spend. <see href="https://developers.facebook.com/docs/marketing-api/insights"/>
/// </summary>
public sealed class AdSpendPull(MetaClient meta, IDbContextFactory<HubContext> hubs, FactWriter facts, IOptions<MetaOptions> options, TimeProvider time)
{
    const int ChangingDays = 28;
    /// <summary>How far back the first pull goes; Meta keeps 37 months.</summary>
    const int FirstPullDays = 730;

    /// <summary>Does nothing when no ad account is configured.</summary>
    public async Task PullAsync(CancellationToken ct)
    {
        if (!options.Value.IsConfigured || string.IsNullOrEmpty(options.Value.AdAccountId)) return;
        var now = time.GetUtcNow();
        var today = Sydney.DateOf(now);
        var since = await LatestAsync(ct) is { } day ? Earlier(day, today.AddDays(-ChangingDays)) : today.AddDays(-FirstPullDays);
        var spent = (await meta.AdSpendAsync(since, today, ct)).ToDictionary(d => d.Date, d => d.Spend);
        await facts.WriteAsync(async hub =>
        {
            var known = await hub.AdDays.Where(d => d.Date >= since).ToDictionaryAsync(d => d.Date, ct);
            for (var date = since; date <= today; date = date.AddDays(1))
            {
                var spend = spent.GetValueOrDefault(date);
                if (known.TryGetValue(date, out var row)) (row.Spend, row.ReadAt) = (spend, row.Spend == spend ? row.ReadAt : now);
                else hub.AdDays.Add(new() { Date = date, Spend = spend, ReadAt = now });
            }
        }, ct);
    }

    async Task<DateOnly?> LatestAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.AdDays.MaxAsync(d => (DateOnly?)d.Date, ct);
    }

    static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
