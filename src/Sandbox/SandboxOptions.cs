namespace MyCavoodle.Sandbox;

/// <summary>What a sandbox is made from. Everything else about it follows from the seed and the clock.</summary>
public sealed class SandboxOptions
{
    /// <value>Chooses the made-up customers and orders; the same seed gives the same shop. Default 2024.</value>
    public int Seed { get; set; } = 2024;

    /// <value>About how many orders the shop has today, up to 450,000; null for the demo's few thousand.</value>
    public int? Orders { get; set; }

    /// <value>How many customers it has; null for 400, or a fifth of <see cref="Orders"/> where that is more.</value>
    public int? Customers { get; set; }

    /// <value>Where the bot listens, e.g. http://127.0.0.1:5080/. Webhooks wait until it is known.</value>
    public Uri? Bot { get; set; }

    /// <value>Calls the Shopify bucket holds. Shopify's standard plan has 40; the demo starts faster with 400.</value>
    public int ShopifyBucketSize { get; set; } = 400;

    /// <value>Calls per second that leak out of the bucket. Shopify's standard plan has 2; here 200.</value>
    public double ShopifyLeakPerSecond { get; set; } = 200;

    /// <value>GraphQL points at most. Shopify's standard plan has 2,000; the demo is quicker with 20,000.</value>
    public double ShopifyPoints { get; set; } = 20_000;

    /// <value>GraphQL points that come back per second. Shopify's standard plan has 100; here 1,000.</value>
    public double ShopifyPointsPerSecond { get; set; } = 1_000;

    /// <value>Bulk queries at a time. One before 2026-01, five since; here one, which a client for either can live with.</value>
    public int ShopifyBulkQueries { get; set; } = 1;

    /// <value>Whether the app may read orders older than 60 days (the scope read_all_orders). Default true.</value>
    public bool ShopifyReadAllOrders { get; set; } = true;

    /// <value>The API version of webhooks nobody subscribed to by API. Default 2026-10; before 2025-01, customers come with counts, tags and consent.</value>
    public string ShopifyWebhookVersion { get; set; } = "2026-10";

    /// <value>How long a failed webhook waits for its first repetition; the pauses double up to 25 times that. Default 0.2 s.</value>
    public TimeSpan WebhookPause { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <value>Whether Meta has approved the HUMAN_AGENT tag, which widens the window to 7 days. Default true.</value>
    public bool HumanAgentApproved { get; set; } = true;

    /// <value>Requests per second each Airtable base answers. Default 5, as in life.</value>
    public int AirtableRequestsPerSecond { get; set; } = 5;

    /// <value>Requests per second an Airtable token may make over all bases. Default 50, as in life.</value>
    public int AirtableRequestsPerSecondPerToken { get; set; } = 50;

    /// <value>How long Airtable refuses everything after one request too many. Default 30 s, as in life.</value>
    public TimeSpan AirtablePenalty { get; set; } = TimeSpan.FromSeconds(30);

    /// <value>Real time before a refused Airtable ping is repeated; doubles up to 25 times this. Default 0.2 s; in life 10 s.</value>
    public TimeSpan AirtableFirstRetryPause { get; set; } = TimeSpan.FromMilliseconds(200);
}
