namespace MyCavoodle.Sandbox;

/// <summary>What a sandbox is made from. Everything else about it follows from the seed and the clock.</summary>
public sealed class SandboxOptions
{
    /// <value>Chooses the made-up customers and orders; the same seed gives the same shop. Default 2024.</value>
    public int Seed { get; set; } = 2024;

    /// <value>Where the bot listens, e.g. http://127.0.0.1:5080/. Webhooks wait until it is known.</value>
    public Uri? Bot { get; set; }

    /// <value>Calls the Shopify bucket holds. Shopify's standard plan has 40; the demo starts faster with 400.</value>
    public int ShopifyBucketSize { get; set; } = 400;

    /// <value>Calls per second that leak out of the bucket. Shopify's standard plan has 2; here 200.</value>
    public double ShopifyLeakPerSecond { get; set; } = 200;

    /// <value>Whether Meta has approved the HUMAN_AGENT tag, which widens the window to 7 days. Default true.</value>
    public bool HumanAgentApproved { get; set; } = true;
}
