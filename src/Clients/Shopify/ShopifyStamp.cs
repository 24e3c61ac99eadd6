namespace MyCavoodle.Clients.Shopify;

/// <summary>That something is there, and when it changed last: enough to see what is missing or outdated here.</summary>
public sealed record ShopifyStamp(long Id, DateTimeOffset UpdatedAt);
