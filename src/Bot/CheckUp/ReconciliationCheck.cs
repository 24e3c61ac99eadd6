using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.CheckUp;

/// <summary>What the last comparisons found, what is told differently by two sides, and what customers wait for by law.</summary>
sealed class ReconciliationCheck(IDbContextFactory<HubContext> hubs) : ICheck
{
    const int Shown = 20;

    public string Area => "Accord";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        foreach (var what in await hub.Reconciliations.Select(r => r.What).Distinct().ToListAsync(ct))
        {
            var last = await hub.Reconciliations.AsNoTracking().Where(r => r.What == what).OrderByDescending(r => r.Id).FirstAsync(ct);
            yield return new(Area, what == "rollups" && last.Outdated > 0 ? Health.Ill : Health.Well,
                $"{what}: {last.Compared:N0} compared on {Sydney.Spoken(last.At)}, {last.Missing:N0} were missing, {last.Outdated:N0} outdated{(last.Missing + last.Outdated > 0 ? "; put right" : "")}");
        }
        foreach (var open in await hub.Discrepancies.AsNoTracking().Where(d => d.HealedAt == null).OrderByDescending(d => d.LastSeenAt).Take(Shown).ToListAsync(ct))
            yield return new(Area, Health.Note, open.Message);
        foreach (var wish in await hub.PrivacyRequests.AsNoTracking().Where(r => r.DoneAt == null).OrderBy(r => r.ReceivedAt).Take(Shown).ToListAsync(ct))
            yield return new(Area, Health.Ill, wish.Outcome);
    }
}
