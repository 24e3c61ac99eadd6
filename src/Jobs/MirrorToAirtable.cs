using MyCavoodle.Feeds.Airtable;

namespace MyCavoodle.Jobs;

/// <summary>Sends changed rows to Airtable, in batches of 10, under 5 requests/s per base, until none is left. Safe to run twice.</summary>
public sealed class MirrorToAirtable(AirtableMirror mirror)
{
    public Task RunAsync(CancellationToken ct) => mirror.PushChangesAsync(ct);
}
