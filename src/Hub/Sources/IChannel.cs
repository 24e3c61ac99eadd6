namespace MyCavoodle.Hub;

/// <summary>A door texts leave by. Sends only; what comes in is read by its <see cref="ITalk"/>.</summary>
public interface IChannel
{
    /// <summary>See <see cref="ChannelNames"/>.</summary>
    string Name { get; }

    /// <summary>Cuts a text into pieces the platform takes, at sentence ends where it can.</summary>
    IReadOnlyList<string> Split(string text);

    /// <returns>The provider's id of the message.</returns>
    Task<string> SendAsync(Outgoing message, CancellationToken ct);

    /// <summary>
    /// Asks the provider for what an earlier try may have sent: the ids of our messages there that can be this one, oldest
    /// first. None: it is not there, send it. A platform that has no way to tell answers none, and a repeat is possible
    /// there; the channel's summary says so.
    /// </summary>
    Task<IReadOnlyList<string>> FindSentAsync(Outgoing message, CancellationToken ct);
}

/// <summary>A text on its way, with what its channel needs to place it.</summary>
/// <param name="Key">The outbox key; travels with the message where the platform lets it.</param>
/// <param name="WrittenAt">When it was written to the outbox, UTC: it cannot have been sent before.</param>
public sealed record Outgoing(string Key, string Address, string Text, DateTimeOffset WrittenAt)
{
    public string ThreadKey { get; init; } = "";
    public string? Subject { get; init; }
    /// <summary>Message-IDs of the mails of the thread, oldest first; the last one is answered.</summary>
    public IReadOnlyList<string> MailIds { get; init; } = [];
    /// <summary>A person wrote it; else the assistant did.</summary>
    public bool ByStaff { get; init; }
}
