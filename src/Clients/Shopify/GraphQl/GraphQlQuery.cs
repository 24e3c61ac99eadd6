namespace MyCavoodle.Clients.Shopify;

/// <summary>A document to send.</summary>
/// <param name="Name">Tells the queries apart in logs and in the bucket.</param>
/// <param name="Text">The document.</param>
/// <param name="Cost">
/// What it may cost before the first answer says so: an object is a point, a connection two and its page times its node, a mutation ten.
/// A single query may cost 1,000.
/// </param>
/// <param name="MayRepeat">False for a mutation that must not be carried out twice.</param>
sealed record GraphQlQuery(string Name, string Text, int Cost, bool MayRepeat = true);
