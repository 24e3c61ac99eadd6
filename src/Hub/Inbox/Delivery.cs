namespace MyCavoodle.Hub;

/// <summary>
/// One delivery of a provider, kept as it came before anybody understood it: a row of the inbox.
/// (<see cref="Source"/>, <see cref="Key"/>) is unique, so a delivery sent a hundred times is stored once.
/// </summary>
public sealed class Delivery : WorkItem
{
    /// <summary>The topic of a delivery of our own that only says: look whether there is something new.</summary>
    public const string Check = "check";

    /// <summary>The source's name: shopify, meta, gmail, telegram.</summary>
    public required string Source { get; set; }
    /// <summary>The idempotency key the source gave it.</summary>
    public required string Key { get; set; }
    /// <summary>What it is about, in the source's words (orders/create); null where the source has none.</summary>
    public string? Topic { get; set; }
    /// <summary>The raw body as it was signed.</summary>
    public required byte[] Body { get; set; }

    /// <summary>When it happened, by the source's own clock, UTC; null where it does not say.</summary>
    public DateTimeOffset? HappenedAt { get; set; }

    public static Delivery From(string source, VerifiedEnvelope envelope, DateTimeOffset now) => new()
    {
        Source = source,
        Key = envelope.Key,
        Topic = envelope.Topic,
        Body = envelope.Body,
        HappenedAt = envelope.HappenedAt,
        Lane = source,
        CreatedAt = now,
        DueAt = now,
    };

    /// <summary>A part that was set aside and is replayed: it speaks for itself alone.</summary>
    public bool IsPart => Key.Contains('#', StringComparison.Ordinal);

    /// <summary>Sets one part of this delivery aside that nobody understood; the rest goes on.</summary>
    public Delivery SetAside(int part, NotUnderstood what, DateTimeOffset now)
    {
        var aside = new Delivery
        {
            Source = Source,
            Key = $"{Key}#{part}",
            Topic = Topic,
            Body = System.Text.Encoding.UTF8.GetBytes(what.Fragment),
            Lane = Lane,
            CreatedAt = now,
            DueAt = now,
        };
        aside.Bury(what.Reason, now);
        return aside;
    }
}
