using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Bot.Desk;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Hub;
using MyCavoodle.Tests.Unit.Assistant;
using MyCavoodle.Tests.Unit.Sandbox;

namespace MyCavoodle.Tests.Unit.Desk;

/// <summary>A desk over a hub of its own, with a conversation or two to work on.</summary>
public sealed class DeskBench : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    public DeskBench()
    {
        Replies = new([], new Prompts(PromptsFolder.Path), Time);
        Desk = new(Hubs, Replies, Bell, Time);
        Queue = new(Hubs, Options.Create(Staff));
        Sheets = new(Hubs, Time);
        Letters = new(Hubs, Desk);
    }

    public TemporaryHub Hubs { get; } = new();
    public ManualTime Time { get; } = new(Now);
    public WorkBell Bell { get; } = new();
    public StaffOptions Staff { get; } = new() { Bella = new() { TelegramId = "1001" }, Va = new() { TelegramId = "1002" } };
    public ReplyWriter Replies { get; }
    public StaffDesk Desk { get; }
    public DeskQueue Queue { get; }
    public ConversationSheets Sheets { get; }
    public DeadLetters Letters { get; }

    /// <summary>A contact who wrote once, some minutes ago.</summary>
    public async Task<Conversation> HeardAsync(string address, int minutesAgo = 10, string channel = ChannelNames.Instagram)
    {
        await using var hub = Hubs.CreateDbContext();
        var at = Now.AddMinutes(-minutesAgo);
        var contact = await hub.ContactAsync(channel, address, null, at, default);
        var conversation = await hub.ConversationAsync(contact, "", null, at, default);
        conversation.Messages.Add(new() { ConversationId = conversation.Id, Author = Author.Contact, Text = "Hello?", At = at, Key = $"{channel}:{address}" });
        await hub.SaveChangesAsync();
        return conversation;
    }

    /// <summary>The same, handed to staff for a reason, with its inquiry.</summary>
    public async Task<Conversation> EscalatedAsync(string address, EscalationReason reason, int minutesAgo = 10, string channel = ChannelNames.Instagram)
    {
        var heard = await HeardAsync(address, minutesAgo, channel);
        await using var hub = Hubs.CreateDbContext();
        var conversation = await hub.Conversations.SingleAsync(c => c.Id == heard.Id);
        var (assignee, at) = (Routing.AssigneeFor(reason), Now.AddMinutes(-minutesAgo));
        conversation.HandOff(assignee);
        hub.Escalations.Add(new() { ConversationId = heard.Id, Reason = reason, Summary = "Please look.", Assignee = assignee, RaisedAt = at });
        hub.Messages.Add(new() { ConversationId = heard.Id, Author = Author.Assistant, Text = "A person will write to you.", At = at, Key = $"handoff-{heard.Id}" });
        var inquiry = new Inquiry { ConversationId = heard.Id, Platform = Inquiry.PlatformOf(channel), Message = "Hello?", CreatedAt = at };
        inquiry.Escalate(assignee);
        hub.Inquiries.Add(inquiry);
        await hub.SaveChangesAsync();
        return conversation;
    }

    public async Task<T> ReadAsync<T>(Func<HubContext, Task<T>> read)
    {
        await using var hub = Hubs.CreateDbContext();
        return await read(hub);
    }

    public Task<Conversation> NowAsync(Conversation conversation) => ReadAsync(hub => hub.Conversations.SingleAsync(c => c.Id == conversation.Id));

    public void Dispose() => Hubs.Dispose();
}
