namespace MyCavoodle.Sandbox.Deliveries;

/// <summary>A webhook to send.</summary>
/// <param name="Lane">Deliveries of one lane (one contact, one order) make their first try one after the other.</param>
/// <param name="Target">Where to; asked anew for each try, null while the bot's address is unknown.</param>
/// <param name="Headers">Signatures and ids, asked for at each try: a token names the target, and ages.</param>
sealed record Webhook(string Provider, string Topic, string Lane, byte[] Body, Func<Uri?> Target, Func<IReadOnlyDictionary<string, string>> Headers)
{
    public Manner Manner { get; init; } = Manner.Usual;
    /// <summary>Called before each try.</summary>
    public Action? Leaving { get; init; }
    /// <summary>Called after each try.</summary>
    public Action<Attempt>? Ended { get; init; }
    /// <summary>Told true when it was acknowledged, false when it was given up.</summary>
    public Action<bool>? Heard { get; init; }
    /// <summary>Asked before each repetition: nobody wants it any more.</summary>
    public Func<bool> IsOver { get; init; } = () => false;
}
