using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Gmail;

namespace MyCavoodle.Jobs;

/// <summary>Asks Gmail to go on telling us of new mail; a watch dies after 7 days. Safe to run twice.</summary>
public sealed class RenewMailboxWatch(GmailClient gmail, IOptions<GmailOptions> options)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (options.Value.IsPushConfigured) await gmail.WatchAsync(ct);
    }
}
