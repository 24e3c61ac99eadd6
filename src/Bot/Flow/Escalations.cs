using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Hands a conversation to the right person: the customer is told who and by when, the desk's queue shows it, Bella
/// gets a Telegram message. All in the caller's commit.
/// </summary>
public sealed class Escalations(
    ReplyWriter replies, StaffLines lines, Prompts prompts, IOptions<SupportHours> hours, IOptions<BotOptions> bot, TimeProvider time)
{
    /// <param name="key">The reply's idempotency key; the notice's follows from it.</param>
    /// <param name="language">The ISO code where the customer does not write English: they are told in it first.</param>
    public async Task RaiseAsync(
        HubContext hub, Conversation conversation, Inquiry? inquiry, EscalationReason reason, string summary, string key, string? via, CancellationToken ct,
        string? language = null)
    {
        if (conversation.Contact!.Channel == ChannelNames.Telegram)
        {
            // Staff themselves: there is nobody to hand them to.
            replies.Write(hub, conversation, key, prompts.Text("replies/trouble-staff"), Author.Assistant, via: via);
            return;
        }
        var assignee = HandOff(hub, conversation, inquiry, reason, summary);
        var words = prompts.Text(WordsFor(reason), ("who", Sentence(Routing.SpokenTo(assignee))), ("by", Sydney.Spoken(hours.Value.AnswerBy(time.GetUtcNow()))));
        var text = prompts.InLanguage(language) is { } theirs ? $"{theirs}\n\n{words}" : words;
        replies.Write(hub, conversation, key, text, Author.Assistant, via: via);
        await NotifyBellaAsync(hub, conversation, reason, summary, assignee, key, ct);
    }

    /// <summary>A reply that its channel will not take: the customer cannot be told there, so staff are.</summary>
    public async Task ReportUndeliveredAsync(HubContext hub, Conversation conversation, Inquiry? inquiry, OutboxItem item, CancellationToken ct)
    {
        if (conversation.Contact!.Channel == ChannelNames.Telegram) return;
        // An item can be replayed and given up again: each time is a notice of its own.
        var summary = $"A reply could not be delivered: {item.Reason}";
        var assignee = HandOff(hub, conversation, inquiry, EscalationReason.Failure, summary);
        await NotifyBellaAsync(hub, conversation, EscalationReason.Failure, summary, assignee, $"{item.Key}-undelivered-{item.FinishedAt:yyyyMMddHHmmssfff}", ct);
    }

    StaffName HandOff(HubContext hub, Conversation conversation, Inquiry? inquiry, EscalationReason reason, string summary)
    {
        var assignee = Routing.AssigneeFor(reason);
        conversation.HandOff(assignee);
        hub.Escalations.Add(new() { ConversationId = conversation.Id, Reason = reason, Summary = summary, Assignee = assignee, RaisedAt = time.GetUtcNow() });
        if (inquiry is not null)
        {
            inquiry.Escalate(assignee);
            if (Routing.UrgencyFor(reason) is var urgency && urgency > inquiry.Urgency) inquiry.Urgency = urgency;
        }
        return assignee;
    }

    async Task NotifyBellaAsync(
        HubContext hub, Conversation conversation, EscalationReason reason, string summary, StaffName assignee, string key, CancellationToken ct)
    {
        if (await lines.OpenAsync(StaffName.Bella, ct) is not { } id) return;
        var line = await hub.Conversations.Include(c => c.Contact).SingleAsync(c => c.Id == id, ct);
        var proven = conversation.CustomerProvenBy(time.GetUtcNow()) is { } customer ? await hub.Customers.FindAsync([customer], ct) : null;
        replies.Write(hub, line, $"notice-{key}", prompts.Text("replies/notice",
            ("reason", Sentence(Spoken(reason))), ("who", assignee == StaffName.Va ? "the VA" : assignee.ToString()),
            ("channel", ChannelNames.Spoken(conversation.Contact!.Channel)), ("contact", conversation.Contact.Who(proven)),
            ("summary", summary), ("link", bot.Value.DeskLink(conversation.Id).ToString())), Author.Assistant);
    }

    static string WordsFor(EscalationReason reason) => reason switch
    {
        EscalationReason.HarmToAnimal => "replies/handoff-harm",
        EscalationReason.Failure => "replies/trouble",
        _ => "replies/handoff",
    };

    static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>As staff read it.</summary>
    public static string Spoken(EscalationReason reason) => reason switch
    {
        EscalationReason.AskedForPerson => "asked for a person",
        EscalationReason.Complaint => "complaint",
        EscalationReason.HarmToAnimal => "possible harm to an animal",
        EscalationReason.Legal => "legal",
        EscalationReason.Press => "press",
        EscalationReason.ProofFailed => "could not prove an order",
        EscalationReason.NotUnderstood => "not understood",
        _ => "the assistant failed",
    };
}
