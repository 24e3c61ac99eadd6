using Microsoft.EntityFrameworkCore;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>What came of a deed at the desk.</summary>
public enum Deed
{
    Done,
    /// <summary>Somebody, or the assistant, changed the conversation since it was last looked at. Nothing was done.</summary>
    Overtaken,
    /// <summary>It is not there, or no longer in a state this could be done in. Nothing was done.</summary>
    Gone,
}

/// <summary>
/// What staff do with a conversation, each deed one commit. <c>seen</c> is the <see cref="Conversation.Version"/> the
/// person looked at: a deed meant for an earlier state is not done.
/// </summary>
public sealed class StaffDesk(IDbContextFactory<HubContext> hubs, ReplyWriter replies, WorkBell bell, TimeProvider time)
{
    /// <summary>Longer texts are refused by the composer.</summary>
    public const int LongestReply = 6000;

    /// <summary>One key for one composed reply, however often it is sent off.</summary>
    public static string NewReplyKey() => $"staff-{Guid.NewGuid():n}";

    /// <summary>Writes a reply for the outbox. A conversation nobody of the staff holds is taken over with it.</summary>
    /// <param name="key">From <see cref="NewReplyKey"/>; a key that was written before is done already.</param>
    public async Task<Deed> ReplyAsync(long conversationId, int seen, string key, string text, StaffName by, CancellationToken ct = default)
    {
        if (await IsSaidAsync(key, ct)) return Deed.Done;
        // PostgreSQL's text cannot hold a null character.
        var words = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (words.Length == 0) return Deed.Gone;
        try
        {
            return await ChangeAsync(conversationId, seen, (hub, conversation, open) =>
            {
                if (conversation.State != ConversationState.Open) conversation.HandOff(conversation.Assignee ?? by);
                foreach (var inquiry in open.Inquiries)
                {
                    inquiry.AssignedTo = conversation.Assignee;
                    inquiry.Answer(time.GetUtcNow(), asksBack: true);
                }
                replies.Write(hub, conversation, key, words, Author.Staff, by);
            }, ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The second click of a double click meets the unique key of the first.
            if (!await IsSaidAsync(key, ct)) throw;
            return Deed.Done;
        }
    }

    /// <summary>The assistant stays silent from now on.</summary>
    public Task<Deed> TakeOverAsync(long conversationId, int seen, StaffName by, CancellationToken ct = default) =>
        AssignAsync(conversationId, seen, by, ct);

    public Task<Deed> AssignAsync(long conversationId, int seen, StaffName to, CancellationToken ct = default) =>
        ChangeAsync(conversationId, seen, (_, _, open) => open.HandOff(to), ct);

    /// <summary>The assistant answers again, from the next message on; its open question is in progress once more.</summary>
    public Task<Deed> HandBackAsync(long conversationId, int seen, CancellationToken ct = default) =>
        ChangeAsync(conversationId, seen, (_, _, open) => open.HandBack(time.GetUtcNow()), ct);

    public Task<Deed> ResolveAsync(long conversationId, int seen, CancellationToken ct = default) =>
        ChangeAsync(conversationId, seen, (_, _, open) => open.Resolve(time.GetUtcNow()), ct);

    /// <summary>Brings a dead letter back into its queue, once.</summary>
    public async Task<Deed> ReplayAsync<T>(long id, CancellationToken ct = default) where T : WorkItem
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        // Claimed first: of two who replay it, the slower must not bring back what is already being sent.
        var claimed = await hub.Set<T>().Where(w => w.Id == id && w.State == WorkState.Dead)
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.State, WorkState.Waiting), ct);
        if (claimed == 0) return Deed.Gone;
        var item = await hub.Set<T>().SingleAsync(w => w.Id == id, ct);
        item.Replay(time.GetUtcNow());
        await hub.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        bell.Ring<T>();
        return Deed.Done;
    }

    async Task<Deed> ChangeAsync(long conversationId, int seen, Action<HubContext, Conversation, OpenMatters> change, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var conversation = await hub.Conversations.Include(c => c.Contact).SingleOrDefaultAsync(c => c.Id == conversationId, ct);
        if (conversation is null) return Deed.Gone;
        if (conversation.Version != seen) return Deed.Overtaken;
        change(hub, conversation, await OpenMatters.OfAsync(hub, conversation, ct));
        try
        {
            await hub.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Deed.Overtaken;
        }
        bell.Ring<OutboxItem>();
        return Deed.Done;
    }

    async Task<bool> IsSaidAsync(string key, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.Messages.AnyAsync(m => m.Key == key, ct);
    }
}
