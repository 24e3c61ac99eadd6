using MyCavoodle.Feeds.Airtable;

namespace MyCavoodle.Jobs;

/// <summary>Takes in what the team changed in Airtable, although nothing pinged: pings get lost, and there may be no webhook. Safe to run twice.</summary>
public sealed class TakeAirtableEdits(AirtableEdits edits)
{
    public Task RunAsync(CancellationToken ct) => edits.TakeAsync(ct);
}
