using Microsoft.EntityFrameworkCore;
using MyCavoodle.Bot.Desk;
using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Desk;

public sealed class StaffDeskTests : IDisposable
{
    readonly DeskBench bench = new();

    [Fact]
    public async Task A_reply_is_written_for_the_outbox_and_takes_the_conversation_over()
    {
        var conversation = await bench.HeardAsync("amy");

        Assert.Equal(Deed.Done, await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", " Hi Amy! ", StaffName.Va));

        var now = await bench.NowAsync(conversation);
        Assert.Equal((ConversationState.Open, StaffName.Va), (now.State, now.Assignee));
        var item = await bench.ReadAsync(hub => hub.Outbox.SingleAsync());
        Assert.Equal(("staff-1", "Hi Amy!", "instagram"), (item.Key, item.Text, item.Channel));
        var said = await bench.ReadAsync(hub => hub.Messages.SingleAsync(m => m.Key == "staff-1"));
        Assert.Equal((Author.Staff, StaffName.Va), (said.Author, said.Staff));
    }

    [Fact]
    public async Task The_outbox_is_woken_by_a_reply()
    {
        var conversation = await bench.HeardAsync("amy");
        var rung = bench.Bell.WaitAsync<OutboxItem>(TimeSpan.FromMinutes(5), bench.Time, default);

        await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va);

        await rung.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_double_click_sends_once()
    {
        var conversation = await bench.HeardAsync("amy");

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va))));

        Assert.Contains(Deed.Done, clicks);
        Assert.Equal(1, await bench.ReadAsync(hub => hub.Outbox.CountAsync()));
        Assert.Equal(Deed.Done, await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va));
    }

    [Fact]
    public async Task A_second_click_on_a_conversation_staff_hold_already_sends_once_too()
    {
        var conversation = await bench.EscalatedAsync("amy", EscalationReason.Complaint);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va))));

        Assert.All(clicks, c => Assert.Equal(Deed.Done, c));
        Assert.Equal(1, await bench.ReadAsync(hub => hub.Outbox.CountAsync()));
    }

    [Fact]
    public async Task A_reply_answers_the_inquiry_and_leaves_it_in_progress()
    {
        var conversation = await bench.EscalatedAsync("amy", EscalationReason.Complaint);

        await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Bella);

        var inquiry = await bench.ReadAsync(hub => hub.Inquiries.SingleAsync());
        Assert.Equal((InquiryStatus.InProgress, DeskBench.Now, (StaffName?)StaffName.Va), (inquiry.Status, inquiry.RespondedAt, inquiry.AssignedTo));
    }

    [Fact]
    public async Task Helping_out_with_a_reply_does_not_take_it_from_a_colleague()
    {
        var conversation = await bench.EscalatedAsync("amy", EscalationReason.Complaint);

        await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Bella);

        Assert.Equal(StaffName.Va, (await bench.NowAsync(conversation)).Assignee);
    }

    [Fact]
    public async Task A_deed_meant_for_an_earlier_state_is_not_done()
    {
        var conversation = await bench.HeardAsync("amy");
        Assert.Equal(Deed.Done, await bench.Desk.TakeOverAsync(conversation.Id, conversation.Version, StaffName.Bella));

        Assert.Equal(Deed.Overtaken, await bench.Desk.ResolveAsync(conversation.Id, conversation.Version));
        Assert.Equal(Deed.Overtaken, await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va));

        Assert.Equal(ConversationState.Open, (await bench.NowAsync(conversation)).State);
        Assert.Equal(0, await bench.ReadAsync(hub => hub.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_take_over_at_once_one_does()
    {
        var conversation = await bench.HeardAsync("amy");

        var deeds = await Task.WhenAll(new[] { StaffName.Va, StaffName.Bella, StaffName.Josh }.Select(name =>
            Task.Run(() => bench.Desk.TakeOverAsync(conversation.Id, conversation.Version, name))));

        Assert.Single(deeds, Deed.Done);
    }

    [Fact]
    public async Task Resolving_closes_the_inquiry_and_the_escalation()
    {
        var conversation = await bench.EscalatedAsync("amy", EscalationReason.HarmToAnimal);

        Assert.Equal(Deed.Done, await bench.Desk.ResolveAsync(conversation.Id, conversation.Version));

        Assert.Equal(ConversationState.Resolved, (await bench.NowAsync(conversation)).State);
        Assert.Equal(InquiryStatus.Resolved, (await bench.ReadAsync(hub => hub.Inquiries.SingleAsync())).Status);
        Assert.Equal(DeskBench.Now, (await bench.ReadAsync(hub => hub.Escalations.SingleAsync())).ResolvedAt);
    }

    [Fact]
    public async Task Handing_back_closes_the_escalation_and_leaves_the_inquiry_with_the_assistant()
    {
        var conversation = await bench.EscalatedAsync("amy", EscalationReason.NotUnderstood);

        Assert.Equal(Deed.Done, await bench.Desk.HandBackAsync(conversation.Id, conversation.Version));

        Assert.False((await bench.NowAsync(conversation)).HeldByStaff);
        var inquiry = await bench.ReadAsync(hub => hub.Inquiries.SingleAsync());
        Assert.Equal((InquiryStatus.InProgress, (StaffName?)null), (inquiry.Status, inquiry.AssignedTo));
        Assert.NotNull((await bench.ReadAsync(hub => hub.Escalations.SingleAsync())).ResolvedAt);
    }

    [Fact]
    public async Task A_conversation_and_its_inquiry_are_assigned_together()
    {
        var conversation = await bench.EscalatedAsync("amy", EscalationReason.Complaint);

        Assert.Equal(Deed.Done, await bench.Desk.AssignAsync(conversation.Id, conversation.Version, StaffName.Bella));

        Assert.Equal(StaffName.Bella, (await bench.NowAsync(conversation)).Assignee);
        Assert.Equal(StaffName.Bella, (await bench.ReadAsync(hub => hub.Inquiries.SingleAsync())).AssignedTo);
    }

    [Fact]
    public async Task An_answer_the_assistant_was_still_thinking_about_is_not_sent_after_a_take_over()
    {
        var conversation = await bench.HeardAsync("amy");
        await using var thinking = bench.Hubs.CreateDbContext();
        var held = await thinking.Conversations.SingleAsync(c => c.Id == conversation.Id);

        await bench.Desk.TakeOverAsync(conversation.Id, conversation.Version, StaffName.Va);
        held.LastMessageAt = DeskBench.Now;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => thinking.SaveChangesAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_gone_and_an_empty_reply_is_no_reply()
    {
        var conversation = await bench.HeardAsync("amy");

        Assert.Equal(Deed.Gone, await bench.Desk.ResolveAsync(4711, 0));
        Assert.Equal(Deed.Gone, await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", " \0\n", StaffName.Va));
    }

    [Fact]
    public async Task A_dead_letter_is_listed_with_its_reason_and_replayed_once()
    {
        await using (var hub = bench.Hubs.CreateDbContext())
        {
            var delivery = new Delivery { Source = "meta", Key = "m-1", Body = [], Lane = "meta", CreatedAt = DeskBench.Now, DueAt = DeskBench.Now };
            delivery.Bury("Nobody understood it.", DeskBench.Now);
            hub.Inbox.Add(delivery);
            await hub.SaveChangesAsync();
        }
        var letter = Assert.Single(await bench.Letters.ReadAsync());
        Assert.Equal((WorkQueue.Inbox, "Nobody understood it.", 1), (letter.Queue, letter.Reason, await bench.Letters.CountAsync()));

        Assert.Equal(Deed.Done, await bench.Letters.ReplayAsync(letter));
        Assert.Equal(Deed.Gone, await bench.Letters.ReplayAsync(letter));

        var waiting = await bench.ReadAsync(hub => hub.Inbox.SingleAsync());
        Assert.Equal((WorkState.Waiting, 0, (DateTimeOffset?)null), (waiting.State, waiting.Attempts, waiting.FinishedAt));
    }

    public void Dispose() => bench.Dispose();
}
