using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>Gives every waiting turn to <see cref="Converse"/>: one conversation in order, several at once. A turn that is given up goes to a person.</summary>
public sealed class TurnWorker(
    IDbContextFactory<HubContext> hubs, Converse converse, Escalations escalations, WorkBell bell, FlowMeter meter,
    IOptions<FlowOptions> options, TimeProvider time, ILogger<TurnWorker> logger)
    : FlowWorker<Turn>(hubs, bell, meter, options.Value.Poll, options.Value.Conversing, time, logger)
{
    protected override bool KeepsOrder => true;

    protected override async Task DoAsync(long id, CancellationToken ct)
    {
        await using var hub = await Hubs.CreateDbContextAsync(ct);
        var turn = await WithConversation(hub).SingleAsync(t => t.Id == id, ct);
        turn.Outcome = await converse.AnswerAsync(hub, turn.Conversation!, turn.Message!, Key(turn), via: null, ct);
        turn.Complete(Time.GetUtcNow());
        await hub.SaveChangesAsync(ct);
        Bell.Ring<OutboxItem>();
    }

    protected override async Task GiveUpAsync(HubContext hub, Turn item, CancellationToken ct)
    {
        var turn = await WithConversation(hub).SingleAsync(t => t.Id == item.Id, ct);
        turn.Outcome = "given up";
        if (turn.Conversation!.HeldByStaff) return;
        var inquiry = await hub.Inquiries.FirstOrDefaultAsync(i => i.ConversationId == turn.ConversationId && i.ResolvedAt == null, ct);
        // Not the key of the reply, and another each time: a turn can be replayed, and then answered or given up again.
        await escalations.RaiseAsync(hub, turn.Conversation, inquiry, EscalationReason.Failure, item.Reason ?? "", $"{Key(turn)}-given-up-{item.FinishedAt:yyyyMMddHHmmssfff}", via: null, ct);
        Bell.Ring<OutboxItem>();
    }

    static string Key(Turn turn) => $"turn-{turn.Id}";

    static IQueryable<Turn> WithConversation(HubContext hub) =>
        hub.Turns.Include(t => t.Message).Include(t => t.Conversation).ThenInclude(c => c!.Contact);
}
