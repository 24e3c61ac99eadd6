namespace MyCavoodle.Hub;

public enum InquiryStatus { New, InProgress, Resolved, Escalated, Closed }

public enum InquiryCategory { General, ProductInfo, Shipping, Returns, Complaints }

public enum Urgency { Low, Medium, High, Urgent }

/// <summary>One question of a customer, from asking to answer.</summary>
public sealed class Inquiry
{
    public long Id { get; set; }
    public required long ConversationId { get; set; }
    public Conversation? Conversation { get; set; }
    public long? CustomerId { get; set; }
    /// <summary>The channel it came by.</summary>
    public required string Platform { get; set; }
    public string? Subject { get; set; }
    /// <summary>The customer's own words, cut at 2,000 characters.</summary>
    public required string Message { get; set; }
    public InquiryCategory Category { get; set; }
    public Urgency Urgency { get; set; }
    public InquiryStatus Status { get; set; }
    /// <summary>Null: the assistant has it.</summary>
    public StaffName? AssignedTo { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? RespondedAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>
    /// The assistant answered: resolved, or in progress while we wait for what it asked back. A further question later
    /// is a new inquiry.
    /// </summary>
    public void Answer(DateTimeOffset now, bool asksBack)
    {
        RespondedAt ??= now;
        if (asksBack) Status = InquiryStatus.InProgress;
        else Resolve(now);
    }

    public void Escalate(StaffName assignee) => (Status, AssignedTo) = (InquiryStatus.Escalated, assignee);

    public void Resolve(DateTimeOffset now) => (Status, ResolvedAt) = (InquiryStatus.Resolved, now);
}
