namespace MyCavoodle.Sandbox.Deliveries;

/// <summary>A webhook to send.</summary>
/// <param name="Lane">Deliveries of one lane (one contact, one order) make their first try one after the other.</param>
/// <param name="Target">Where to; asked anew for each try, null while the bot's address is unknown.</param>
/// <param name="Headers">Signatures and ids, asked for at each try: a token names the target, and ages.</param>
sealed record Webhook(string Provider, string Topic, string Lane, byte[] Body, Func<Uri?> Target, Func<IReadOnlyDictionary<string, string>> Headers);
