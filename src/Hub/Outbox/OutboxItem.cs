namespace MyCavoodle.Hub;

/// <summary>
/// One text on its way to one person: a row of the outbox, the only way out. <see cref="Key"/> is unique, so the same
/// reply is never written twice; it travels with the message where the provider lets it, so it can be found again there.
/// </summary>
public sealed class OutboxItem : WorkItem
{
    /// <summary>Unique; turn-17, staff-…, notice-5. Long replies have one item a part (turn-17-2).</summary>
    public required string Key { get; set; }
    public required long ConversationId { get; set; }
    public Conversation? Conversation { get; set; }
    /// <summary>The door it leaves by; see <see cref="IChannel.Name"/>.</summary>
    public required string Channel { get; set; }
    public required string Text { get; set; }
    /// <summary>The provider's id of the message; set when it was accepted.</summary>
    public string? ProviderId { get; set; }

    public void Sent(string providerId, DateTimeOffset now)
    {
        ProviderId = providerId;
        Complete(now);
    }
}
