using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Delivers what the outbox holds; nothing else ever speaks to a customer. Before the first try the item is marked, so
/// that after a crash between sending and recording the provider is asked before anything is sent again.
/// </summary>
public sealed class OutboxWorker(
    IDbContextFactory<HubContext> hubs, IEnumerable<IChannel> channels, WorkBell bell, FlowMeter meter,
    IOptions<FlowOptions> options, TimeProvider time, ILogger<OutboxWorker> logger)
    : FlowWorker<OutboxItem>(hubs, bell, meter, options.Value.Poll, options.Value.Delivering, time, logger)
{
    readonly List<string> doors = [.. channels.Select(c => c.Name)];

    protected override bool KeepsOrder => true;

    /// <summary>Only the doors this process serves: a terminal chat's replies are none of the host's.</summary>
    protected override IQueryable<OutboxItem> Mine(IQueryable<OutboxItem> items) => items.Where(o => doors.Contains(o.Channel));

    protected override async Task DoAsync(long id, CancellationToken ct)
    {
        await using var hub = await Hubs.CreateDbContextAsync(ct);
        var item = await hub.Outbox.Include(o => o.Conversation).ThenInclude(c => c!.Contact).SingleAsync(o => o.Id == id, ct);
        if (item.State != WorkState.Waiting) return;
        var channel = channels.Single(c => c.Name == item.Channel);
        var triedBefore = item.TriedAt is not null;
        item.TriedAt ??= Time.GetUtcNow();
        if (!triedBefore) await hub.SaveChangesAsync(ct);
        var message = await ComposeAsync(hub, item, ct);
        var providerId = (triedBefore ? await channel.FindSentAsync(message, ct) : null) ?? await channel.SendAsync(message, ct);
        item.Sent(providerId, Time.GetUtcNow());
        await hub.SaveChangesAsync(ct);
        Meter.Delivered(Time.GetUtcNow() - item.CreatedAt);
    }

    static async Task<Outgoing> ComposeAsync(HubContext hub, OutboxItem item, CancellationToken ct)
    {
        var conversation = item.Conversation!;
        var mailIds = conversation.Contact!.Channel == ChannelNames.Email
            ? await hub.Messages.Where(m => m.ConversationId == conversation.Id && m.MailId != null).OrderBy(m => m.Id).Select(m => m.MailId!).ToListAsync(ct)
            : [];
        return new(item.Key, conversation.Contact.Address, item.Text, item.TriedAt!.Value)
        {
            ThreadKey = conversation.ThreadKey,
            Subject = conversation.Subject,
            MailIds = mailIds,
            ByStaff = item.Key.StartsWith("staff-", StringComparison.Ordinal),
        };
    }
}
