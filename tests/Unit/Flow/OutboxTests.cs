using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Flow;

public sealed class OutboxTests : IDisposable
{
    readonly FlowBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_reply_that_was_taken_and_could_not_be_recorded_is_not_sent_again()
    {
        bench.Door.CanBeAsked = false;
        var item = await bench.WrittenAsync("amy", "turn-1");
        // The store takes nothing more from the moment the provider has taken the reply.
        bench.Door.BeforeAnswer = (_, _) => bench.ChangeAsync(hub => hub.Database.ExecuteSqlRawAsync(
            "create trigger full before update on \"Outbox\" begin select raise(abort, 'disk full'); end"));
        await bench.Outbox.StartAsync(default);
        await bench.UntilAsync(_ => Task.FromResult(bench.Door.Sent.Count > 0));
        await Task.Delay(300);

        await bench.ChangeAsync(hub => hub.Database.ExecuteSqlRawAsync("drop trigger full"));
        await bench.UntilAsync(hub => hub.Outbox.AnyAsync(o => o.Id == item.Id && o.State == WorkState.Done));
        await bench.Outbox.StopAsync(default);

        Assert.Equal(["turn-1"], bench.Door.Sent);
    }

    [Fact]
    public async Task A_send_that_has_begun_is_finished_and_recorded_while_the_host_stops()
    {
        bench.Door.CanBeAsked = false;
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        bench.Door.BeforeAnswer = (_, ct) =>
        {
            asked.SetResult();
            return answer.Task.WaitAsync(ct);
        };
        await bench.WrittenAsync("amy", "turn-1");
        await bench.Outbox.StartAsync(default);
        await asked.Task;

        var stopping = bench.Outbox.StopAsync(default);
        answer.SetResult();
        await stopping;

        Assert.Equal(WorkState.Done, await bench.ReadAsync(hub => hub.Outbox.Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task A_replayed_reply_is_looked_for_before_it_is_sent_again()
    {
        // It is taken every time, and every answer gets lost.
        bench.Door.CanBeAsked = false;
        bench.Door.BeforeAnswer = (_, _) => throw new TimeoutException("no answer");
        var item = await bench.WrittenAsync("amy", "turn-1");
        await bench.Outbox.StartAsync(default);
        await bench.UntilAsync(hub => hub.Outbox.AnyAsync(o => o.State == WorkState.Dead));
        var sent = bench.Door.Sent.Count;

        bench.Door.CanBeAsked = true;
        await bench.ChangeAsync(async hub => (await hub.Outbox.SingleAsync(o => o.Id == item.Id)).Replay(bench.Time.GetUtcNow()));
        await bench.UntilAsync(hub => hub.Outbox.AnyAsync(o => o.Id == item.Id && o.State == WorkState.Done));
        await bench.Outbox.StopAsync(default);

        Assert.Equal(sent, bench.Door.Sent.Count);
    }

    [Fact]
    public async Task A_reply_the_provider_showed_back_stays_delivered_whatever_becomes_of_the_try()
    {
        var item = await bench.WrittenAsync("amy", "turn-1");
        var echoed = new TaskCompletionSource();
        bench.Door.BeforeAnswer = async (_, _) =>
        {
            await bench.ChangeAsync(async hub => (await hub.Outbox.SingleAsync(o => o.Id == item.Id)).Sent("ig-echo", bench.Time.GetUtcNow()));
            echoed.SetResult();
            throw new MyCavoodle.Clients.ProviderException("Meta", "refused");
        };
        await bench.Outbox.StartAsync(default);
        await echoed.Task;
        await Task.Delay(300);
        await bench.Outbox.StopAsync(default);

        var now = await bench.ReadAsync(hub => hub.Outbox.Include(o => o.Conversation).SingleAsync(o => o.Id == item.Id));
        Assert.Equal((WorkState.Done, ConversationState.Pending), (now.State, now.Conversation!.State));
    }

    [Fact]
    public async Task A_terminal_chat_that_was_killed_holds_up_no_reply_on_the_contacts_own_channel()
    {
        await bench.WrittenAsync("amy", "turn-terminal-1", channel: "terminal");
        var item = await bench.WrittenAsync("amy", "turn-1");
        await bench.Outbox.StartAsync(default);
        await bench.UntilAsync(hub => hub.Outbox.AnyAsync(o => o.Id == item.Id && o.State == WorkState.Done));
        await bench.Outbox.StopAsync(default);
    }

    [Fact]
    public async Task A_reply_given_up_again_after_a_replay_is_dead_again_and_told_again()
    {
        bench.Door.BeforeAnswer = (_, _) => throw new MyCavoodle.Clients.ProviderException("Meta", "blocked by the person");
        var item = await bench.WrittenAsync("amy", "turn-1");
        await bench.Outbox.StartAsync(default);
        for (var round = 1; round <= 2; round++)
        {
            await bench.UntilAsync(hub => hub.Outbox.AnyAsync(o => o.Id == item.Id && o.State == WorkState.Dead));
            Assert.Equal(round, await bench.ReadAsync(hub => hub.Escalations.CountAsync()));
            if (round == 2) break;
            bench.Door.Sent.Clear();
            await bench.ChangeAsync(async hub =>
            {
                (await hub.Conversations.SingleAsync(c => c.Id == item.ConversationId)).HandBack();
                (await hub.Outbox.SingleAsync(o => o.Id == item.Id)).Replay(bench.Time.GetUtcNow());
            });
            bench.Bell.Ring<OutboxItem>();
        }
        await bench.Outbox.StopAsync(default);
    }
}
