using System.Net;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Writes up to ten rows of one table. Airtable takes or refuses a batch as a whole: a refused one is halved until the guilty row
/// stands alone and is put off, the others go through.
/// </summary>
public sealed class BatchSender(AirtableClient client, LiveBase live, ChangedRows changed, Bookkeeping books, TeamEdits edits, TimeProvider time)
{
    /// <summary>Rows that are known go by their record, new ones by their key: what was written before a crash is found and not doubled.</summary>
    /// <param name="rows">All known or all new.</param>
    /// <exception cref="ProviderException">A no that is not about these rows: the token, the plan, an outage.</exception>
    public Task SendAsync(LiveTable table, IReadOnlyList<OutgoingRow> rows, CancellationToken ct) => SendAsync(table, rows, isLookedAt: false, ct);

    /// <param name="isLookedAt">The base has been looked at since these were refused as part of more: it is the rows themselves.</param>
    async Task SendAsync(LiveTable table, IReadOnlyList<OutgoingRow> rows, bool isLookedAt, CancellationToken ct)
    {
        var asked = time.GetUtcNow();
        try
        {
            var (written, met) = await WriteAsync(table, rows, ct);
            await books.SentAsync([.. rows.Select((row, i) => (row, written[i].Id, row.Seen(table, written[i])))], ct);
            // A row that was thought to be new and was there: what the team has entered in it is read now.
            await edits.TakeAsync(table, [.. written.Where(r => met.Contains(r.Id)).Select(r => RecordEdit.OfTeam(table, r))], ct);
        }
        catch (ProviderException no) when (IsAboutRows(no))
        {
            await NarrowAsync(table, rows, isLookedAt ? null : asked, no, ct);
        }
    }

    public async Task DeleteAsync(LiveTable table, IReadOnlyList<(MirrorChange Change, string? RecordId)> gone, CancellationToken ct)
    {
        try
        {
            await client.Base.Records.DeleteAsync(table.Id, [.. gone.Select(g => g.RecordId).OfType<string>()], ct);
            await books.GoneAsync([.. gone.Select(g => g.Change)], ct);
        }
        catch (ProviderException no) when (IsAboutRows(no))
        {
            if (gone.Count > 1)
                foreach (var one in gone) await DeleteAsync(table, [one], ct);
            else if (await IsLostAsync(table, gone[0].RecordId!, ct)) await books.GoneAsync([gone[0].Change], ct);
            else await books.RefusedAsync(table.Sheet, gone[0].Change, no.Message, ct);
        }
    }

    async Task<(IReadOnlyList<AirtableRecord> Written, IReadOnlyList<string> Met)> WriteAsync(LiveTable table, IReadOnlyList<OutgoingRow> rows, CancellationToken ct)
    {
        var writing = new AirtableWriting(ByFieldId: true);
        if (rows[0].Kept is not null)
            return (await client.Base.Records.UpdateAsync(table.Id, [.. rows.Select(r => new AirtableChange(r.Kept!.RecordId, r.Cells))], writing, ct), []);
        var upserted = await client.Base.Records.UpsertAsync(table.Id, [table.KeyId], [.. rows.Select(r => r.Cells)], writing, ct);
        return (upserted.Records, upserted.UpdatedRecords);
    }

    async Task NarrowAsync(LiveTable table, IReadOnlyList<OutgoingRow> rows, DateTimeOffset? asked, ProviderException no, CancellationToken ct)
    {
        var view = asked is { } at ? await live.LookAgainAsync(at, ct) : await live.LookAsync(ct);
        if (view?[table.Sheet.Table] is not { } now) return;     // The table is gone: its changes wait until it is back.
        if (!IsSame(now, table))
        {
            var again = await changed.AgainAsync(view, now, [.. rows.Select(r => r.Change)], ct);
            foreach (var alike in again.There.GroupBy(r => r.Kept is null)) await SendAsync(now, [.. alike], isLookedAt: true, ct);
        }
        else if (rows.Count > 1)
        {
            await SendAsync(table, [.. rows.Take(rows.Count / 2)], isLookedAt: true, ct);
            await SendAsync(table, [.. rows.Skip(rows.Count / 2)], isLookedAt: true, ct);
        }
        else if (rows[0].Kept is { } kept && await IsLostAsync(table, kept.RecordId, ct))
        {
            await books.LostAsync(rows[0], ct);
            var again = await changed.AgainAsync(view, table, [rows[0].Change], ct);
            foreach (var row in again.There) await SendAsync(table, [row], isLookedAt: true, ct);
        }
        else await books.RefusedAsync(table.Sheet, rows[0].Change, no.Message, ct);
    }

    async Task<bool> IsLostAsync(LiveTable table, string recordId, CancellationToken ct)
    {
        try
        {
            return await client.Base.Records.GetAsync(table.Id, recordId, byFieldId: true, ct) is null;
        }
        catch (ProviderException no) when (IsAboutRows(no))
        {
            return false;
        }
    }

    static bool IsSame(LiveTable now, LiveTable before) => now.Id == before.Id && now.Writable.Count == before.Writable.Count && now.Writable.All(w => before.Writable.GetValueOrDefault(w.Key) == w.Value);

    static bool IsAboutRows(ProviderException no) => no is
    {
        IsTransient: false,
        Status: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity,
    };
}
