using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>A conversation with what is still open about it and changes hands with it. Becomes true with the caller's commit.</summary>
public sealed record OpenMatters(Conversation Conversation, IReadOnlyList<Inquiry> Inquiries, IReadOnlyList<Escalation> Escalations)
{
    public static async Task<OpenMatters> OfAsync(HubContext hub, Conversation conversation, CancellationToken ct) => new(conversation,
        await hub.Inquiries.Where(i => i.ConversationId == conversation.Id && i.ResolvedAt == null).ToListAsync(ct),
        await hub.Escalations.Where(e => e.ConversationId == conversation.Id && e.ResolvedAt == null).ToListAsync(ct));

    /// <summary>The assistant stays silent from now on.</summary>
    public void HandOff(StaffName to)
    {
        Conversation.HandOff(to);
        foreach (var inquiry in Inquiries) inquiry.AssignedTo = to;
    }

    /// <summary>The assistant answers again, from the next message on; its open question is in progress once more.</summary>
    public void HandBack(DateTimeOffset now)
    {
        Conversation.HandBack();
        foreach (var escalation in Escalations) escalation.ResolvedAt = now;
        foreach (var inquiry in Inquiries) (inquiry.Status, inquiry.AssignedTo) = (InquiryStatus.InProgress, null);
    }

    public void Resolve(DateTimeOffset now)
    {
        Conversation.Resolve();
        foreach (var escalation in Escalations) escalation.ResolvedAt = now;
        foreach (var inquiry in Inquiries) inquiry.Resolve(now);
    }
}
