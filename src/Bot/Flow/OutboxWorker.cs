using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Delivers what the outbox holds; nothing else ever speaks to a customer. What an earlier try, or a process that is no
/// more, may have sent without recording it is looked for at the provider before anything is sent again. A send that has
/// begun is brought to its end and recorded also while the host stops.
/// </summary>
public sealed class OutboxWorker(
    IDbContextFactory<HubContext> hubs, IEnumerable<IChannel> channels, Escalations escalations, WorkBell bell, FlowMeter meter,
    IOptions<FlowOptions> options, TimeProvider time, ILogger<OutboxWorker> logger)
    : FlowWorker<OutboxItem>(hubs, bell, meter, options.Value.Poll, options.Value.Delivering, time, logger)
{
    readonly DateTimeOffset started = time.GetUtcNow();
    /// <summary>What this process has sent, or tried to, and not recorded: the provider's id where it gave one.</summary>
    readonly ConcurrentDictionary<long, string?> unrecorded = new();
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
        var providerId = unrecorded.GetValueOrDefault(id) ?? await SendOnceAsync(hub, item, channel, ct);
        item.Sent(providerId, Time.GetUtcNow());
        await hub.SaveChangesAsync(CancellationToken.None);
        unrecorded.TryRemove(id, out _);
        Meter.Delivered(Time.GetUtcNow() - item.CreatedAt);
    }

    async Task<string> SendOnceAsync(HubContext hub, OutboxItem item, IChannel channel, CancellationToken ct)
    {
        var message = await ComposeAsync(hub, item, ct);
        // A replayed item has no attempts any more, but it was tried.
        var mayBeThere = item.Attempts > 0 || item.CreatedAt < started || unrecorded.ContainsKey(item.Id);
        if (mayBeThere && await FoundAsync(hub, item, channel, message, ct) is { } found) return found;
        unrecorded[item.Id] = null;
        var sent = await channel.SendAsync(message, CancellationToken.None);
        unrecorded[item.Id] = sent;
        return sent;
    }

    /// <summary>A message at the provider that no other reply of this conversation is known to be.</summary>
    static async Task<string?> FoundAsync(HubContext hub, OutboxItem item, IChannel channel, Outgoing message, CancellationToken ct)
    {
        var there = await channel.FindSentAsync(message, ct);
        var others = await hub.Outbox.Where(o => o.ConversationId == item.ConversationId && o.ProviderId != null).Select(o => o.ProviderId!).ToListAsync(ct);
        return there.Except(others).FirstOrDefault();
    }

    /// <summary>What cannot be delivered becomes a matter for staff; the desk shows which words did not arrive, and why.</summary>
    protected override async Task GiveUpAsync(HubContext hub, OutboxItem item, CancellationToken ct)
    {
        var conversation = await hub.Conversations.Include(c => c.Contact).SingleAsync(c => c.Id == item.ConversationId, ct);
        var inquiry = await hub.Inquiries.FirstOrDefaultAsync(i => i.ConversationId == conversation.Id && i.ResolvedAt == null, ct);
        foreach (var rest in await hub.Outbox.Where(o => o.State == WorkState.Waiting && o.Id > item.Id && o.Key.StartsWith(item.Key + "-")).ToListAsync(ct))
            rest.Bury("The part before it was not delivered.", Time.GetUtcNow());
        if (!conversation.HeldByStaff) await escalations.ReportUndeliveredAsync(hub, conversation, inquiry, item, ct);
        Bell.Ring<OutboxItem>();
    }

    static async Task<Outgoing> ComposeAsync(HubContext hub, OutboxItem item, CancellationToken ct)
    {
        var conversation = item.Conversation!;
        var mailIds = conversation.Contact!.Channel == ChannelNames.Email
            ? await hub.Messages.Where(m => m.ConversationId == conversation.Id && m.MailId != null).OrderBy(m => m.Id).Select(m => m.MailId!).ToListAsync(ct)
            : [];
        return new(item.Key, conversation.Contact.Address, item.Text, item.CreatedAt)
        {
            ThreadKey = conversation.ThreadKey,
            Subject = conversation.Subject,
            MailIds = mailIds,
            ByStaff = item.Key.StartsWith("staff-", StringComparison.Ordinal),
        };
    }
}
