using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Flow;

public sealed class TurnTests : IDisposable
{
    readonly FlowBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_turn_given_up_and_replayed_is_answered()
    {
        var turn = await GivenUpAsync(await bench.HeardAsync("amy", "How much is shipping?"));
        bench.Model.Answer = _ => Task.FromResult("Hello!");

        await ReplayAsync(turn);

        await bench.UntilAsync(hub => hub.Turns.AnyAsync(t => t.Id == turn.Id && t.State == WorkState.Done));
        await bench.Turns.StopAsync(default);
        Assert.Equal("replied", (await bench.ReadAsync(hub => hub.Turns.SingleAsync(t => t.Id == turn.Id))).Outcome);
    }

    [Fact]
    public async Task A_turn_given_up_replayed_and_given_up_again_is_dead_and_not_tried_for_ever()
    {
        var turn = await GivenUpAsync(await bench.HeardAsync("amy", "How much is shipping?"));
        var asked = bench.Model.Asked;

        await ReplayAsync(turn);

        await bench.UntilAsync(hub => hub.Turns.AnyAsync(t => t.Id == turn.Id && t.State == WorkState.Dead));
        await bench.Turns.StopAsync(default);
        Assert.Equal(asked * 2, bench.Model.Asked);
        Assert.Equal(2, await bench.ReadAsync(hub => hub.Escalations.CountAsync()));
    }

    [Fact]
    public async Task A_handoff_and_the_notice_of_it_become_true_together()
    {
        var turn = await bench.HeardAsync("amy", "I want a person");
        await using var hub = bench.Hubs.CreateDbContext();
        var conversation = await hub.Conversations.Include(c => c.Contact).SingleAsync(c => c.Id == turn.ConversationId);

        await bench.Escalations.RaiseAsync(hub, conversation, null, EscalationReason.AskedForPerson, "A person, please.", "turn-1", null, default);

        // Killed here, nothing of it has happened, and the turn is tried anew.
        Assert.False(await bench.ReadAsync(other => other.Escalations.AnyAsync()));
        Assert.False(await bench.ReadAsync(other => other.Outbox.AnyAsync()));
        await hub.SaveChangesAsync();
        Assert.Equal(["notice-turn-1", "turn-1"], await bench.ReadAsync(other => other.Outbox.Select(o => o.Key).Order().ToListAsync()));
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task Bellas_line_is_opened_once_however_many_need_it_at_once(StoreProvider store)
    {
        using var there = new FlowBench(store);
        var lines = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => there.Lines.OpenAsync(StaffName.Bella, default))));
        Assert.Single(lines.Distinct());
        Assert.Null(await there.Lines.OpenAsync(StaffName.Va, default));
    }

    [Fact]
    public async Task A_takeover_while_the_model_thinks_keeps_the_assistant_silent()
    {
        var turn = await bench.HeardAsync("amy", "Hello?");
        bench.Model.Answer = async _ =>
        {
            await bench.ChangeAsync(async hub => (await hub.Conversations.SingleAsync(c => c.Id == turn.ConversationId)).HandOff(StaffName.Va));
            return "Hello!";
        };
        await bench.Turns.StartAsync(default);
        await bench.UntilAsync(hub => hub.Turns.AnyAsync(t => t.State == WorkState.Done));
        await bench.Turns.StopAsync(default);

        Assert.Equal(1, bench.Model.Asked);
        Assert.False(await bench.ReadAsync(hub => hub.Outbox.AnyAsync()));
    }

    [Fact]
    public async Task The_second_of_two_quick_messages_is_read_after_the_answer_to_the_first()
    {
        await bench.HeardAsync("amy", "How much is shipping?");
        await bench.HeardAsync("amy", "And returns?");
        List<string> read = [];
        bench.Model.Answer = messages =>
        {
            read = [.. messages.Where(m => m.Role != ChatRole.System).Select(m => m.Text)];
            return Task.FromResult($"Answer {bench.Model.Asked}");
        };
        await bench.Turns.StartAsync(default);
        await bench.UntilAsync(hub => hub.Turns.AllAsync(t => t.State == WorkState.Done));
        await bench.Turns.StopAsync(default);

        Assert.Equal(["How much is shipping?", "Answer 1", "And returns?"], read);
    }

    async Task<Turn> GivenUpAsync(Turn turn)
    {
        bench.Model.Answer = _ => throw new InvalidOperationException("The model is broken.");
        await bench.Turns.StartAsync(default);
        await bench.UntilAsync(hub => hub.Turns.AnyAsync(t => t.Id == turn.Id && t.State == WorkState.Dead));
        return turn;
    }

    async Task ReplayAsync(Turn turn)
    {
        await bench.ChangeAsync(async hub =>
        {
            (await hub.Conversations.SingleAsync(c => c.Id == turn.ConversationId)).HandBack();
            (await hub.Turns.SingleAsync(t => t.Id == turn.Id)).Replay(bench.Time.GetUtcNow());
        });
        bench.Bell.Ring<Turn>();
    }
}
