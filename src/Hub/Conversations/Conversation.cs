namespace MyCavoodle.Hub;

/// <summary>Who holds a conversation: the assistant (pending), staff (open), nobody for now (snoozed), nobody any more (resolved).</summary>
public enum ConversationState { Pending, Open, Snoozed, Resolved }

/// <summary>All that was said with one contact on one thread; on channels without threads, all that was said there.</summary>
public sealed class Conversation
{
    /// <summary>How long a proof of identity given by order number and email counts.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromHours(24);

    public long Id { get; set; }
    public required long ContactId { get; set; }
    public Contact? Contact { get; set; }
    /// <summary>The provider's thread id (Gmail); empty where a contact has one thread only. Unique with the contact.</summary>
    public string ThreadKey { get; set; } = "";
    public string? Subject { get; set; }
    public ConversationState State { get; set; }
    public StaffName? Assignee { get; set; }
    public required DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset LastMessageAt { get; set; }
    /// <summary>The customer this contact proved to be, in this conversation.</summary>
    public long? ProvenCustomerId { get; set; }
    public DateTimeOffset? ProvenAt { get; set; }
    /// <summary>Grows with every change of hands, so that an answer made for an earlier state is not sent.</summary>
    public int Version { get; set; }
    public List<Message> Messages { get; } = [];

    public bool HeldByStaff => State is ConversationState.Open or ConversationState.Snoozed;

    /// <summary>Staff take over; the assistant stays silent until <see cref="HandBack"/> or <see cref="Resolve"/>.</summary>
    public void HandOff(StaffName assignee)
    {
        (State, Assignee) = (ConversationState.Open, assignee);
        Version++;
    }

    /// <summary>The assistant takes over again, from the next message on.</summary>
    public void HandBack()
    {
        (State, Assignee) = (ConversationState.Pending, null);
        Version++;
    }

    public void Resolve()
    {
        (State, Assignee) = (ConversationState.Resolved, null);
        Version++;
    }

    /// <summary>A new message from the contact; it wakes a resolved conversation for the assistant.</summary>
    public void Hear(DateTimeOffset at)
    {
        LastMessageAt = at > LastMessageAt ? at : LastMessageAt;
        if (State == ConversationState.Resolved) HandBack();
    }

    public void Prove(long customerId, DateTimeOffset now) => (ProvenCustomerId, ProvenAt) = (customerId, now);

    /// <summary>The customer proven here and recently enough, or null.</summary>
    public long? CustomerProvenBy(DateTimeOffset now) => now - ProvenAt < ProofLasts ? ProvenCustomerId : null;
}
