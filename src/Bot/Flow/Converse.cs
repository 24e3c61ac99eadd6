using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;
using MyCavoodle.Plugins;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Answers one message: who asks, what was said, what the assistant decides, what policy says to it. Everything it
/// leaves behind is in the given context and becomes true in one commit of the caller's; no transaction is open while
/// the model thinks.
/// </summary>
public sealed class Converse(
    Assistant.Assistant assistant, Understand understand, Prompts prompts, Toolbox toolbox, ReplyWriter replies, Escalations escalations, IOptions<StaffOptions> staff, TimeProvider time)
{
    const int MessagesShown = 30;

    /// <param name="conversation">With its contact.</param>
    /// <param name="key">The reply's idempotency key.</param>
    /// <param name="via">The door the reply leaves by; null: the contact's own channel.</param>
    /// <returns>What came of it, in short.</returns>
    public async Task<string> AnswerAsync(HubContext hub, Conversation conversation, Message message, string key, string? via, CancellationToken ct)
    {
        var caller = await IdentifyAsync(hub, conversation, message, ct);
        if (conversation.HeldByStaff)
        {
            // Staff see it too, how it is meant and how soon it must be looked at.
            if (!caller.IsStaff) await understand.ReadAsync(hub, conversation, message, await OpenInquiryAsync(hub, conversation, ct), ct);
            return "held by staff";
        }
        if (caller is { Channel: ChannelNames.Telegram, IsStaff: false })
        {
            replies.Write(hub, conversation, key, prompts.Text("replies/not-staff"), Author.Assistant, via: via);
            return "not staff";
        }
        var inquiry = caller.IsStaff ? null : await InquiryAsync(hub, conversation, message, caller, ct);
        var reading = caller.IsStaff ? null : await understand.ReadAsync(hub, conversation, message, inquiry, ct);
        var notes = new TurnNotes();
        var transcript = await ReadAsync(hub, conversation, message, caller, ct) with { Reading = reading };
        var considered = await assistant.DecideAsync(transcript, toolbox.For(caller, notes, hub), notes, ct);
        if (notes.ProvenCustomerId is { } proven)
        {
            conversation.Prove(proven, time.GetUtcNow());
            if (inquiry is not null) inquiry.CustomerId = proven;
        }
        // What was looked up tells more than a guess.
        if (inquiry is not null && (reading is not { IsSure: true } || reading.Category == InquiryCategory.General)) inquiry.Category = notes.Category ?? inquiry.Category;
        if (reading is not null) Understand.Compare(reading, notes, considered.Decision);
        return await ActAsync(hub, conversation, inquiry, Review(considered, transcript), key, via, ct);
    }

    async Task<string> ActAsync(HubContext hub, Conversation conversation, Inquiry? inquiry, Decision decision, string key, string? via, CancellationToken ct)
    {
        switch (decision)
        {
            case Reply reply:
                replies.Write(hub, conversation, key, reply.Text, Author.Assistant, via: via);
                inquiry?.Answer(time.GetUtcNow(), asksBack: reply.Text.TrimEnd().EndsWith('?'));
                return "replied";
            case Escalate escalate:
                await escalations.RaiseAsync(hub, conversation, inquiry, escalate.Reason, escalate.Summary, key, via, ct, escalate.Language);
                return $"escalated: {escalate.Reason}";
            default:
                return "silent";
        }
    }

    Decision Review(Considered considered, Transcript transcript)
    {
        if (considered.Decision is not Reply reply) return considered.Decision;
        var sources = transcript.Messages.Select(m => m.Text).Concat(considered.Calls.Select(c => c.Result)).Append(prompts.For(transcript.Caller));
        return ReplyPolicy.Review(reply.Text, sources) is { } wrong ? new Escalate(EscalationReason.Failure, wrong) : reply;
    }

    /// <summary>Staff are known by their Telegram id; a customer by a vouched-for address or by an earlier proof here.</summary>
    async Task<Caller> IdentifyAsync(HubContext hub, Conversation conversation, Message message, CancellationToken ct)
    {
        var contact = conversation.Contact!;
        var member = contact.Channel == ChannelNames.Telegram ? staff.Value.WithTelegramId(contact.Address) : null;
        var proven = contact.Channel == ChannelNames.Email && message.SenderProven
            ? await hub.Customers.Where(c => c.Email == contact.Address).Select(c => (long?)c.Id).FirstOrDefaultAsync(ct)
            : null;
        return new(contact.Channel, contact.Id, conversation.Id, member, proven ?? conversation.CustomerProvenBy(time.GetUtcNow()));
    }

    static async Task<Transcript> ReadAsync(HubContext hub, Conversation conversation, Message message, Caller caller, CancellationToken ct)
    {
        // Our answers to what came just before stand before it, though they were written after it arrived.
        var said = await hub.Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversation.Id && (m.Id < message.Id || m.Author != Author.Contact))
            .OrderByDescending(m => m.Id).Take(MessagesShown - 1).ToListAsync(ct);
        said.Reverse();
        return new(caller, conversation.Contact!.Name, conversation.Subject, [.. said, message]);
    }

    static Task<Inquiry?> OpenInquiryAsync(HubContext hub, Conversation conversation, CancellationToken ct) =>
        hub.Inquiries.Where(i => i.ConversationId == conversation.Id && i.ResolvedAt == null).OrderByDescending(i => i.Id).FirstOrDefaultAsync(ct);

    /// <summary>The open inquiry of this conversation, or a new one that begins with this message.</summary>
    static async Task<Inquiry> InquiryAsync(HubContext hub, Conversation conversation, Message message, Caller caller, CancellationToken ct)
    {
        if (await OpenInquiryAsync(hub, conversation, ct) is { } open) return open;
        var address = conversation.Contact!.Channel == ChannelNames.Email ? conversation.Contact.Address : null;
        // For those who take over, not a proof: who the address belongs to may be told to staff, never to the sender.
        var customer = await hub.Customers.Where(c => c.Id == caller.ProvenCustomerId || address != null && c.Email == address)
            .Select(c => new { c.Id, c.Email }).FirstOrDefaultAsync(ct);
        var inquiry = new Inquiry
        {
            ConversationId = conversation.Id,
            CustomerId = customer?.Id,
            CustomerEmail = address ?? customer?.Email,
            Platform = Inquiry.PlatformOf(caller.Channel),
            Subject = conversation.Subject,
            Message = message.Text.CutAt(2000),
            CreatedAt = message.At,
        };
        hub.Inquiries.Add(inquiry);
        return inquiry;
    }
}
