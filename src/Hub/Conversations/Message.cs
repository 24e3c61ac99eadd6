namespace MyCavoodle.Hub;

public enum Author { Contact, Assistant, Staff }

/// <summary>One thing said in a conversation. <see cref="Key"/> is unique, so the same message is never heard or said twice.</summary>
public sealed class Message
{
    public long Id { get; set; }
    public required long ConversationId { get; set; }
    public Conversation? Conversation { get; set; }
    public required Author Author { get; set; }
    /// <summary>Which member of staff; null for the others.</summary>
    public StaffName? Staff { get; set; }
    public required string Text { get; set; }
    /// <summary>When it was said, UTC, by the provider's clock for contacts.</summary>
    public required DateTimeOffset At { get; set; }
    /// <summary>channel:provider id for what came in, the outbox key for what goes out.</summary>
    public required string Key { get; set; }
    /// <summary>The RFC 5322 Message-ID of a mail, to answer in its thread; null elsewhere.</summary>
    public string? MailId { get; set; }
    /// <summary>True when the provider vouches for the sender's address (a mail that passed DMARC).</summary>
    public bool SenderProven { get; set; }
}
