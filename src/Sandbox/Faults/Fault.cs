namespace MyCavoodle.Sandbox.Faults;

/// <summary>Something that shall go wrong, asked for by a test or by somebody curious.</summary>
public sealed class Fault
{
    public static readonly IReadOnlyList<string> Providers = ["shopify", "meta", "gmail", "telegram", "airtable", "llm"];
    /// <summary>Of API calls: an error answer, a late one, none, or none although the deed was done.</summary>
    public static readonly IReadOnlyList<string> CallKinds = ["status", "slow", "drop", "accept-then-hang"];
    /// <summary>Of webhooks.</summary>
    public static readonly IReadOnlyList<string> WebhookKinds = ["duplicate", "lose", "reorder", "delay"];

    /// <summary>Of Shopify's bulk queries: one that ends in FAILED, or takes its time.</summary>
    public static readonly IReadOnlyList<string> BulkKinds = ["bulk-fail", "bulk-slow"];

    public required string Provider { get; init; }
    public required string Kind { get; init; }
    /// <value>The HTTP status of kind "status". Default 500.</value>
    public int Status { get; init; } = 500;
    /// <value>Milliseconds, for slow, delay, bulk-slow and accept-then-hang. Default 1,000.</value>
    public int DelayMs { get; init; } = 1000;
    /// <summary>How often it strikes; null means until it is removed.</summary>
    public int? Times { get; set; }
    /// <summary>Strikes only where the path (or the webhook's topic) contains this.</summary>
    public string? Path { get; init; }

    public TimeSpan Delay => TimeSpan.FromMilliseconds(DelayMs);
}
