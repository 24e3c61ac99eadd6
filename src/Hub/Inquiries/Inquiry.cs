namespace MyCavoodle.Hub;

public enum InquiryStatus { New, InProgress, Resolved, Escalated, Closed }

public enum InquiryCategory { General, ProductInfo, Shipping, Returns, Complaints }

public enum Urgency { Low, Medium, High, Urgent }

/// <summary>Where it was asked; Shopify is the shop's own form.</summary>
public enum Platform { Gmail, Instagram, Facebook, Shopify, Sms }

/// <summary>One question of a customer, from asking to answer. Every field, its owner and its formula: docs/hub.md.</summary>
public sealed class Inquiry
{
    public long Id { get; set; }
    public required long ConversationId { get; set; }
    public Conversation? Conversation { get; set; }
    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }
    /// <summary>The address it was written from, or the proven customer's; lower case.</summary>
    public string? CustomerEmail { get; set; }
    public required Platform Platform { get; set; }
    public string? Subject { get; set; }
    /// <summary>The customer's own words, cut at 2,000 characters.</summary>
    public required string Message { get; set; }
    public InquiryCategory Category { get; set; }
    public Urgency Urgency { get; set; }
    /// <summary>−5 (angry) to +5 (delighted), of the latest message; null: not measured.</summary>
    public int? SentimentScore { get; set; }
    /// <summary>What its messages name: "order number 1042, size 500 ml"; null: nothing.</summary>
    public string? Slots { get; set; }
    public InquiryStatus Status { get; set; }
    /// <summary>Null: the assistant has it.</summary>
    public StaffName? AssignedTo { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? RespondedAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    /// <summary>1 to 5, as the customer gave it.</summary>
    public int? SatisfactionScore { get; set; }
    /// <summary>The team's.</summary>
    public string? ResolutionNotes { get; set; }
    /// <summary>What the editor of the mirror is told about this row.</summary>
    public string? SyncNote { get; set; }

    public bool ResponseSent => RespondedAt is not null;

    /// <summary>Minutes from asking to the first answer; null before it.</summary>
    public decimal? ResponseMinutes => (decimal?)(RespondedAt - CreatedAt)?.TotalMinutes;

    /// <summary>Whole Sydney days from asking to resolving, or to today.</summary>
    public int DaysOpen(DateOnly today) => (ResolvedAt is { } at ? Sydney.DateOf(at) : today).DayNumber - Sydney.DateOf(CreatedAt).DayNumber;

    /// <summary>How its service level stands; see <see cref="ServiceLevel"/>.</summary>
    public SlaStatus SlaStatusAt(DateTimeOffset now) => ServiceLevel.StatusOf(this, now);

    /// <summary>
    /// What one of its messages says: the latest tells what it is about and how it is meant, unless that was a mere
    /// "thanks"; the urgency only ever rises.
    /// </summary>
    public void Understand(Reading reading)
    {
        (reading.Inquiry, SentimentScore) = (this, reading.Sentiment);
        if (reading.Category != InquiryCategory.General) Category = reading.Category;
        if (reading.Urgency > Urgency) Urgency = reading.Urgency;
        if (reading.Slots is { } named && Slots?.Contains(named, StringComparison.Ordinal) != true)
            Slots = (Slots is null ? named : $"{Slots}; {named}").CutAt(1000);
    }

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

    /// <summary>The platform behind a channel. <see cref="ChannelNames"/></summary>
    public static Platform PlatformOf(string channel) => channel switch
    {
        ChannelNames.Instagram => Platform.Instagram,
        ChannelNames.Messenger => Platform.Facebook,
        _ => Platform.Gmail,
    };
}
