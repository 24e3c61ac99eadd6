using MyCavoodle.Bot.Desk;
using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Desk;

public sealed class DeskQueueTests : IDisposable
{
    readonly DeskBench bench = new();

    [Fact]
    public async Task Harm_comes_first_then_legal_and_press_then_who_waits_longest()
    {
        await bench.EscalatedAsync("complaint", EscalationReason.Complaint, minutesAgo: 90);
        await bench.EscalatedAsync("older complaint", EscalationReason.Complaint, minutesAgo: 120);
        await bench.EscalatedAsync("press", EscalationReason.Press, minutesAgo: 30);
        await bench.EscalatedAsync("legal", EscalationReason.Legal, minutesAgo: 60);
        await bench.EscalatedAsync("harm", EscalationReason.HarmToAnimal, minutesAgo: 1);

        var rows = await bench.Queue.ReadAsync(QueueTab.Open, StaffName.Josh);

        Assert.Equal(["harm", "legal", "press", "older complaint", "complaint"], rows.Select(r => r.Contact.Address));
    }

    [Fact]
    public async Task A_handoff_note_is_no_answer_and_a_reply_is_one()
    {
        var conversation = await bench.EscalatedAsync("amy", EscalationReason.Complaint, minutesAgo: 10);
        var waiting = Assert.Single(await bench.Queue.ReadAsync(QueueTab.Va, StaffName.Va));
        Assert.Equal((DeskBench.Now.AddMinutes(-10), "Hello?"), (waiting.WaitingSince, waiting.Last!.Text));

        await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va);

        var answered = Assert.Single(await bench.Queue.ReadAsync(QueueTab.Va, StaffName.Va));
        Assert.Null(answered.WaitingSince);
        Assert.Equal("Hi", answered.Last!.Text);
    }

    [Fact]
    public async Task Every_tab_counts_what_it_shows()
    {
        await bench.EscalatedAsync("amy", EscalationReason.Complaint);
        await bench.EscalatedAsync("ben", EscalationReason.HarmToAnimal);
        await bench.HeardAsync("cleo");
        var done = await bench.HeardAsync("dan");
        await bench.Desk.ResolveAsync(done.Id, done.Version);

        var counts = await bench.Queue.CountAsync(StaffName.Va);

        foreach (var tab in Enum.GetValues<QueueTab>())
            Assert.Equal(counts[tab], (await bench.Queue.ReadAsync(tab, StaffName.Va)).Count);
        Assert.Equal([1, 1, 1, 2, 1, 1], Enum.GetValues<QueueTab>().Select(t => counts[t]));
    }

    [Fact]
    public async Task Bellas_own_line_to_the_assistant_is_shown_to_nobody_else()
    {
        var bella = await bench.HeardAsync("1001", channel: ChannelNames.Telegram);
        var stranger = await bench.HeardAsync("77", channel: ChannelNames.Telegram);

        Assert.Equal([stranger.Id], (await bench.Queue.ReadAsync(QueueTab.Assistant, StaffName.Va)).Select(r => r.Conversation.Id));
        Assert.False(await bench.Queue.MaySeeAsync(bella.Id, StaffName.Josh));
        Assert.True(await bench.Queue.MaySeeAsync(bella.Id, StaffName.Bella));
        Assert.Equal(1, (await bench.Queue.CountAsync(StaffName.Va))[QueueTab.Assistant]);
    }

    public void Dispose() => bench.Dispose();
}
