using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

public static class Discrepancies
{
    /// <summary>Writes it down, or counts it when it is known. Becomes true with the caller's commit.</summary>
    /// <returns>True: it is new, or back after it had healed, and worth telling somebody.</returns>
    public static async Task<bool> ReportAsync(this HubContext hub, string key, string message, DateTimeOffset now, CancellationToken ct)
    {
        var known = hub.Discrepancies.Local.FirstOrDefault(d => d.Key == key) ?? await hub.Discrepancies.SingleOrDefaultAsync(d => d.Key == key, ct);
        if (known is null)
        {
            hub.Discrepancies.Add(new() { Key = key, Message = message.CutAt(1000), FirstSeenAt = now, LastSeenAt = now });
            return true;
        }
        var isNews = known.HealedAt is not null;
        known.SeeAgain(message.CutAt(1000), now);
        return isNews;
    }

    /// <summary>It was put right. Nothing happens when it was never reported.</summary>
    public static async Task HealAsync(this HubContext hub, string key, DateTimeOffset now, CancellationToken ct)
    {
        var known = hub.Discrepancies.Local.FirstOrDefault(d => d.Key == key) ?? await hub.Discrepancies.SingleOrDefaultAsync(d => d.Key == key && d.HealedAt == null, ct);
        if (known is not null) known.HealedAt ??= now;
    }
}
