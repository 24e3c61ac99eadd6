using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Gmail;

namespace MyCavoodle.Channels.Gmail;

/// <summary>
/// Keeps Gmail telling us about new mail: a watch lapses after seven days without a word, so it is renewed every day.
/// https://developers.google.com/workspace/gmail/api/guides/push#renewing_mailbox_watch
/// </summary>
public sealed class MailboxWatch(GmailClient gmail, IOptions<GmailOptions> options)
{
    /// <summary>Safe to run at any time. Does nothing where pushes are not configured.</summary>
    public async Task RenewAsync(CancellationToken ct)
    {
        if (options.Value.IsPushConfigured) await gmail.WatchAsync(ct);
    }
}
