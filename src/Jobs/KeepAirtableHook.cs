using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Jobs;

/// <summary>
/// Makes the webhook of the base, or gives it another week and switches its pings on again. Does nothing while nobody
/// outside can reach us: edits are then seen by looking. Safe to run twice.
/// </summary>
public sealed class KeepAirtableHook(AirtableEdits edits, PublicAddress address)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (address.WebhookOf("airtable") is { } url) await edits.KeepHookAsync(url, ct);
    }
}
