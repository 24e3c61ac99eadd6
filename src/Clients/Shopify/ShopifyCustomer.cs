namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// A customer, from REST, a webhook or GraphQL. Since 2025-01 the webhooks leave out orders_count, total_spent, tags and the last order (null here); REST still has
/// them. https://shopify.dev/docs/api/admin-rest/2026-07/resources/customer
/// </summary>
public sealed record ShopifyCustomer
{
    public long Id { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? State { get; init; }
    public string? Note { get; init; }
    public bool? VerifiedEmail { get; init; }
    public string? Currency { get; init; }
    public int? OrdersCount { get; init; }
    public decimal? TotalSpent { get; init; }
    public long? LastOrderId { get; init; }
    public string? LastOrderName { get; init; }
    /// <summary>Comma-separated.</summary>
    public string? Tags { get; init; }
    /// <summary>Null when the customer has no e-mail address, and in webhooks since 2025-01.</summary>
    public ShopifyMarketingConsent? EmailMarketingConsent { get; init; }
    /// <summary>Null when the customer has no phone number, and in webhooks since 2025-01.</summary>
    public ShopifyMarketingConsent? SmsMarketingConsent { get; init; }
    public ShopifyAddress? DefaultAddress { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>Whether marketing may be sent to an address.</summary>
public sealed record ShopifyMarketingConsent
{
    /// <summary>subscribed, not_subscribed, pending, unsubscribed, redacted, invalid.</summary>
    public string? State { get; init; }
    public DateTimeOffset? ConsentUpdatedAt { get; init; }
}
