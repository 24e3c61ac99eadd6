using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Brings the base in step with the hub: takes the noted changes table by table, oldest first, and writes them ten at a time, as fast
/// as Airtable lets us. A few batches are on their way at once, so that a slow answer does not cost the pace; what is noted
/// stays noted until it is there.
/// </summary>
public sealed class AirtableMirror(LiveBase live, ChangedRows changed, BatchSender sender, Bookkeeping books)
{
    /// <summary>An answer may take this many times the distance between two requests before the pace suffers.</summary>
    const int BatchesAtOnce = 4;

    /// <summary>Runs until nothing is due.</summary>
    /// <exception cref="Clients.ProviderException">Airtable cannot be written to now; everything not yet written stays noted.</exception>
    public async Task PushChangesAsync(CancellationToken ct)
    {
        var hands = new Hands(BatchesAtOnce);
        try
        {
            MirrorTable? last = null;
            while (await live.LookAsync(ct) is { } view)
            {
                var rows = await changed.NextAsync(view, hands.Rows, ct);
                if (rows is null)
                {
                    if (!await hands.OneIsDoneAsync()) return;
                    continue;
                }
                if (last != rows.Table.Sheet.Table)
                {
                    last = rows.Table.Sheet.Table;
                    // What others link to must be there before they are read.
                    if (await hands.OneIsDoneAsync())
                    {
                        await hands.AllAreDoneAsync();
                        continue;
                    }
                }
                await HandOutAsync(rows, hands, ct);
            }
        }
        finally
        {
            await hands.PutDownAsync();
        }
    }

    async Task HandOutAsync(ChangedRows.Rows rows, Hands hands, CancellationToken ct)
    {
        if (rows.There.Where(r => r.IsSame).ToList() is { Count: > 0 } same) await books.SameAsync(same, ct);
        foreach (var alike in rows.There.Where(r => !r.IsSame).GroupBy(r => r.Kept is null))
            foreach (var batch in alike.Chunk(AirtableRecords.LargestBatch))
                await hands.TakeAsync([.. batch.Select(r => (r.Change.Table, r.Change.RowId))], () => sender.SendAsync(rows.Table, batch, ct));
        foreach (var batch in rows.Gone.Chunk(AirtableRecords.LargestBatch))
            await hands.TakeAsync([.. batch.Select(g => (g.Change.Table, g.Change.RowId))], () => sender.DeleteAsync(rows.Table, batch, ct));
    }
}
