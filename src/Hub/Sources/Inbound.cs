namespace MyCavoodle.Hub;

/// <summary>One thing a delivery of talk holds.</summary>
public abstract record Inbound;

/// <summary>Something a person wrote to the shop.</summary>
/// <param name="Address">The provider's id of the person on that channel; on email the address in any case.</param>
/// <param name="Key">The provider's id of the message, unique on the channel.</param>
/// <param name="At">When it was written, UTC.</param>
public sealed record InboundMessage(string Channel, string Address, string Text, string Key, DateTimeOffset At) : Inbound
{
    public string? Name { get; init; }
    /// <summary>The provider's thread (Gmail); empty on channels without threads.</summary>
    public string ThreadKey { get; init; } = "";
    public string? Subject { get; init; }
    /// <summary>The RFC 5322 Message-ID of a mail.</summary>
    public string? MailId { get; init; }
    /// <summary>The provider vouches for the sender's address.</summary>
    public bool SenderProven { get; init; }
    /// <summary>False for machine-made mail (auto-replies, bounces, lists): it is kept and never answered.</summary>
    public bool ExpectsAnswer { get; init; } = true;
}

/// <summary>The provider shows one of our own messages back: it arrived.</summary>
/// <param name="OutboxKey">The key it carried.</param>
public sealed record SentEcho(string OutboxKey, string ProviderId) : Inbound;

/// <summary>A part nobody understood; it is set aside with the reason, and the rest goes on.</summary>
public sealed record NotUnderstood(string Reason, string Fragment) : Inbound;

/// <summary>How far the source has been read; stored in the same commit as what was read before it.</summary>
public sealed record ReadUpTo(string Cursor, string Value) : Inbound;
