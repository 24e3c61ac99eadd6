namespace MyCavoodle.Hub;

/// <summary>A contact's message that waits for the assistant. One per message; the lane is the conversation.</summary>
public sealed class Turn : WorkItem
{
    public required long ConversationId { get; set; }
    public Conversation? Conversation { get; set; }
    public required long MessageId { get; set; }
    public Message? Message { get; set; }
    /// <summary>What was decided, in short (replied, escalated, silent, held by staff), for the desk and for why.</summary>
    public string? Outcome { get; set; }
}
