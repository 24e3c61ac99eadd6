using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Hub;

namespace MyCavoodle.Jobs;

/// <summary>
/// Has the mailbox read although nothing was pushed: pushes come late or get lost, and there may be none at all. Puts the
/// same note into the inbox that a push would; the mailbox is read from where it was read last. Safe to run twice.
/// </summary>
public sealed class CheckMailbox(IDbContextFactory<HubContext> hubs, IOptions<GmailOptions> options, TimeProvider time)
{
    const string Source = "gmail";

    public async Task RunAsync(CancellationToken ct)
    {
        if (!options.Value.IsConfigured) return;
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        hub.Inbox.Add(Delivery.From(Source, new($"check-{now.UtcTicks}", Delivery.Check, "{}"u8.ToArray()), now));
        await hub.SaveChangesAsync(ct);
    }
}
