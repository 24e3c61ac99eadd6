using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Notes rows whose fields change although nobody writes to them: open inquiries, whose service level runs; and, once on each Sydney
/// day, products, whose pace of sales follows from the day. What turns out the same is not sent. May be repeated.
/// </summary>
public sealed class DayChanges(IOptions<AirtableOptions> options, IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    const string Cursor = "airtable-day";
    /// <summary>How long a put-back edit stays among the discrepancies.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public async Task NoteAsync(CancellationToken ct)
    {
        if (!options.Value.HasBase) return;
        var now = time.GetUtcNow();
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        var open = await hub.Inquiries.Where(i => i.ResolvedAt == null).Select(i => i.Id).ToListAsync(ct);
        await ChangeNotes.NoteAsync(hub, [.. open.Select(id => (MirrorTable.Inquiries, id))], now, ct);
        var day = Sydney.DateOf(now).ToString("O", CultureInfo.InvariantCulture);
        if (await hub.CursorAsync(Cursor, ct) != day)
        {
            await hub.MirrorAllAsync(MirrorTable.Products, now, ct);
            await hub.MoveCursorAsync(Cursor, day, now, ct);
            var old = now - Remembered;
            await hub.Discrepancies.Where(d => (d.Key.StartsWith("airtable/edit/") || d.Key.StartsWith("airtable/deleted/")) && d.HealedAt == null && d.LastSeenAt < old)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.HealedAt, now), ct);
        }
        await hub.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
