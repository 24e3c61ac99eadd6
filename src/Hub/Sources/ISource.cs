namespace MyCavoodle.Hub;

/// <summary>A delivery as it arrived, before anybody trusted it.</summary>
/// <param name="Headers">Names compared without case.</param>
public sealed record WebhookRequest(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>A delivery whose sender is proven.</summary>
/// <param name="Key">Idempotency key, unique within the source: a repeated delivery has the same.</param>
/// <param name="Topic">What it is about in the source's words; null where the source has none.</param>
public sealed record VerifiedEnvelope(string Key, string? Topic, byte[] Body)
{
    /// <summary>When it happened, by the source's own clock, finer than anything in the body; null where it does not say.</summary>
    public DateTimeOffset? HappenedAt { get; init; }
}

/// <summary>Proves who sent something. One webhook address each: <c>/webhooks/{Name}</c>.</summary>
public interface ISource
{
    string Name { get; }

    /// <summary>Null when the signature fails, over the raw bytes. Reads and writes nothing of ours, and may be repeated.</summary>
    ValueTask<VerifiedEnvelope?> VerifyAsync(WebhookRequest request, CancellationToken ct);
}

/// <summary>A source of facts (orders, stock): brings the hub up to date. May be repeated, late and out of order.</summary>
public interface IFeed : ISource
{
    /// <exception cref="NotUnderstoodException">The delivery can never be absorbed; it becomes a dead letter.</exception>
    Task AbsorbAsync(Delivery delivery, CancellationToken ct);
}

/// <summary>A source of talk: reads what people wrote. May be repeated; the keys of what it yields stay the same.</summary>
public interface ITalk : ISource
{
    /// <summary>True: a delivery only says that there is something new, and reading one reads for all that wait.</summary>
    bool OneSpeaksForAll => false;

    /// <exception cref="NotUnderstoodException">The delivery can never be read; it becomes a dead letter.</exception>
    IAsyncEnumerable<Inbound> ReadAsync(Delivery delivery, CancellationToken ct);
}

/// <summary>What came in cannot be understood, and trying again would not help.</summary>
public sealed class NotUnderstoodException : Exception
{
    public NotUnderstoodException() { }
    public NotUnderstoodException(string message) : base(message) { }
    public NotUnderstoodException(string message, Exception inner) : base(message, inner) { }
}
