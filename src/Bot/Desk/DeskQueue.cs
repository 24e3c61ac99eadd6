using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>The ways to look at the queue.</summary>
public enum QueueTab { Mine, Va, Bella, Open, Assistant, Resolved }

/// <summary>A conversation as the queue shows it.</summary>
/// <param name="Last">
/// What was said last; null: nothing yet. Where staff hold it, the assistant's handoff note is passed over: what the
/// contact wrote says more.
/// </param>
/// <param name="Escalation">The open one, if any.</param>
/// <param name="WaitingSince">Since when the contact waits for an answer; null: they have one.</param>
/// <param name="Customer">The one the contact has proven to be, if any.</param>
public sealed record QueueRow(Conversation Conversation, Message? Last, Escalation? Escalation, DateTimeOffset? WaitingSince, Customer? Customer)
{
    public Contact Contact => Conversation.Contact!;

    /// <summary>Harm first, then legal and press, then the rest.</summary>
    public int Rank => Escalation?.Reason switch
    {
        EscalationReason.HarmToAnimal => 0,
        EscalationReason.Legal or EscalationReason.Press => 1,
        _ => 2,
    };
}

/// <summary>The staff's list of conversations.</summary>
public sealed class DeskQueue(IDbContextFactory<HubContext> hubs, IOptions<StaffOptions> staff)
{
    /// <summary>More rows than this nobody reads; the tabs count them all.</summary>
    public const int Longest = 200;

    public async Task<IReadOnlyList<QueueRow>> ReadAsync(QueueTab tab, StaffName reader, CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var shown = In(VisibleTo(hub, reader), tab, reader).Include(c => c.Contact);
        var conversations = await (IsHeld(tab) ? shown.OrderBy(c => c.LastMessageAt) : shown.OrderByDescending(c => c.LastMessageAt))
            .Take(Longest).AsNoTracking().ToListAsync(ct);
        var rows = await RowsAsync(hub, conversations, ct);
        return IsHeld(tab)
            ? [.. rows.OrderBy(r => r.Rank).ThenBy(r => r.WaitingSince is null).ThenBy(r => r.WaitingSince ?? r.Conversation.LastMessageAt)]
            : rows;
    }

    public async Task<IReadOnlyDictionary<QueueTab, int>> CountAsync(StaffName reader, CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var groups = await VisibleTo(hub, reader).GroupBy(c => new { c.State, c.Assignee })
            .Select(g => new { g.Key.State, g.Key.Assignee, Count = g.Count() }).ToListAsync(ct);
        int Held(StaffName? by) => groups.Where(g => g.State is ConversationState.Open or ConversationState.Snoozed && (by is null || g.Assignee == by)).Sum(g => g.Count);
        int Of(ConversationState state) => groups.Where(g => g.State == state).Sum(g => g.Count);
        return new Dictionary<QueueTab, int>
        {
            [QueueTab.Mine] = Held(reader),
            [QueueTab.Va] = Held(StaffName.Va),
            [QueueTab.Bella] = Held(StaffName.Bella),
            [QueueTab.Open] = Held(null),
            [QueueTab.Assistant] = Of(ConversationState.Pending),
            [QueueTab.Resolved] = Of(ConversationState.Resolved),
        };
    }

    public async Task<bool> MaySeeAsync(long conversationId, StaffName reader, CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await VisibleTo(hub, reader).AnyAsync(c => c.Id == conversationId, ct);
    }

    /// <summary>
    /// All but the other staff's own lines to the assistant: Bella asks there for figures, and those are hers alone
    /// (<see cref="Caller.May"/>).
    /// </summary>
    IQueryable<Conversation> VisibleTo(HubContext hub, StaffName reader)
    {
        var others = Enum.GetValues<StaffName>().Where(n => n != reader).Select(n => staff.Value[n].TelegramId).Where(id => id.Length > 0).ToList();
        return hub.Conversations.Where(c => !(c.Contact!.Channel == ChannelNames.Telegram && others.Contains(c.Contact.Address)));
    }

    static bool IsHeld(QueueTab tab) => tab is not (QueueTab.Assistant or QueueTab.Resolved);

    static IQueryable<Conversation> In(IQueryable<Conversation> all, QueueTab tab, StaffName reader)
    {
        var held = all.Where(c => c.State == ConversationState.Open || c.State == ConversationState.Snoozed);
        return tab switch
        {
            QueueTab.Mine => held.Where(c => c.Assignee == reader),
            QueueTab.Va => held.Where(c => c.Assignee == StaffName.Va),
            QueueTab.Bella => held.Where(c => c.Assignee == StaffName.Bella),
            QueueTab.Open => held,
            QueueTab.Assistant => all.Where(c => c.State == ConversationState.Pending),
            _ => all.Where(c => c.State == ConversationState.Resolved),
        };
    }

    /// <summary>Ids first, texts after: a subquery for whole messages would number every message of the hub.</summary>
    static async Task<List<QueueRow>> RowsAsync(HubContext hub, List<Conversation> conversations, CancellationToken ct)
    {
        var ids = conversations.Select(c => c.Id).ToList();
        var marks = await hub.Conversations.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id,
            Last = c.Messages.Where(m => m.Author != Author.Assistant || c.State == ConversationState.Pending || c.State == ConversationState.Resolved)
                .Max(m => (long?)m.Id),
            Staff = c.Messages.Where(m => m.Author == Author.Staff).Max(m => (long?)m.Id),
            Unanswered = c.Messages.Where(m => m.Author == Author.Contact
                && m.Id > (c.Messages.Where(a => a.Author != Author.Contact).Max(a => (long?)a.Id) ?? 0)).Min(m => (long?)m.Id),
        }).ToDictionaryAsync(m => m.Id, ct);
        var messageIds = marks.Values.SelectMany(m => new[] { m.Last, m.Staff, m.Unanswered }).OfType<long>().Distinct().ToList();
        var messages = await hub.Messages.AsNoTracking().Where(m => messageIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var escalations = (await hub.Escalations.AsNoTracking().Where(e => ids.Contains(e.ConversationId) && e.ResolvedAt == null).ToListAsync(ct))
            .GroupBy(e => e.ConversationId).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Id));
        var proven = conversations.Select(c => c.ProvenCustomerId).OfType<long>().Distinct().ToList();
        var customers = await hub.Customers.AsNoTracking().Where(c => proven.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        Message? Find(long? id) => id is { } known ? messages.GetValueOrDefault(known) : null;
        return [.. conversations.Select(c =>
        {
            var mark = marks[c.Id];
            var escalation = escalations.GetValueOrDefault(c.Id);
            return new QueueRow(c, Find(mark.Last), escalation, WaitingSince(escalation, Find(mark.Staff), Find(mark.Unanswered)),
                c.ProvenCustomerId is { } customer ? customers.GetValueOrDefault(customer) : null);
        })];
    }

    /// <summary>A handoff note is no answer: who was escalated waits until a person has written.</summary>
    static DateTimeOffset? WaitingSince(Escalation? escalation, Message? lastOfStaff, Message? unanswered) =>
        escalation is not null && !(lastOfStaff?.At >= escalation.RaisedAt) ? escalation.RaisedAt : unanswered?.At;
}
