namespace MyCavoodle.Clients.Shopify;

/// <summary>The shop itself; "today" is counted in <see cref="IanaTimezone"/>.</summary>
public sealed record ShopifyShop
{
    public long Id { get; init; }
    public string? Name { get; init; }
    public string? Domain { get; init; }
    public string? MyshopifyDomain { get; init; }
    public string? Currency { get; init; }
    public string? IanaTimezone { get; init; }
}

/// <summary>A subscription to a topic. Shopify deletes it after eight failed deliveries in a row.</summary>
public sealed record ShopifyWebhook
{
    public long Id { get; init; }
    public string? Topic { get; init; }
    public string? Address { get; init; }
    public string? ApiVersion { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}
