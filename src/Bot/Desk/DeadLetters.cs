using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>The three durable queues a piece of work can die in.</summary>
public enum WorkQueue { Inbox, Turns, Outbox }

/// <summary>Work that was given up and kept.</summary>
/// <param name="What">What it is, without anybody's words: "instagram delivery", "answer to a message".</param>
public sealed record DeadLetter(WorkQueue Queue, long Id, string What, string? Reason, DateTimeOffset At, long? ConversationId);

/// <summary>What was given up, for the desk to see and replay.</summary>
public sealed class DeadLetters(IDbContextFactory<HubContext> hubs, StaffDesk desk)
{
    const int Longest = 200;

    public async Task<int> CountAsync(CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.Inbox.CountAsync(w => w.State == WorkState.Dead, ct)
            + await hub.Turns.CountAsync(w => w.State == WorkState.Dead, ct)
            + await hub.Outbox.CountAsync(w => w.State == WorkState.Dead, ct);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var deliveries = await Newest(hub.Inbox).Select(d => new { d.Id, d.Source, d.Topic, d.Reason, At = d.FinishedAt ?? d.CreatedAt }).ToListAsync(ct);
        var turns = await Newest(hub.Turns).Select(t => new { t.Id, t.Reason, At = t.FinishedAt ?? t.CreatedAt, t.ConversationId }).ToListAsync(ct);
        var replies = await Newest(hub.Outbox).Select(o => new { o.Id, o.Channel, o.Reason, At = o.FinishedAt ?? o.CreatedAt, o.ConversationId }).ToListAsync(ct);
        return [.. deliveries.Select(d => new DeadLetter(WorkQueue.Inbox, d.Id, $"{d.Source} delivery{(d.Topic is null ? "" : $" ({d.Topic})")}", d.Reason, d.At, null))
            .Concat(turns.Select(t => new DeadLetter(WorkQueue.Turns, t.Id, "answer of the assistant", t.Reason, t.At, t.ConversationId)))
            .Concat(replies.Select(o => new DeadLetter(WorkQueue.Outbox, o.Id, $"{ChannelNames.Spoken(o.Channel)} message to a contact", o.Reason, o.At, o.ConversationId)))
            .OrderByDescending(l => l.At).Take(Longest)];
    }

    public Task<Deed> ReplayAsync(DeadLetter letter, CancellationToken ct = default) => letter.Queue switch
    {
        WorkQueue.Inbox => desk.ReplayAsync<Delivery>(letter.Id, ct),
        WorkQueue.Turns => desk.ReplayAsync<Turn>(letter.Id, ct),
        _ => desk.ReplayAsync<OutboxItem>(letter.Id, ct),
    };

    static IQueryable<T> Newest<T>(DbSet<T> queue) where T : WorkItem =>
        queue.Where(w => w.State == WorkState.Dead).OrderByDescending(w => w.Id).Take(Longest);
}
