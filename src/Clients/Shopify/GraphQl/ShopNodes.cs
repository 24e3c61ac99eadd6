namespace MyCavoodle.Clients.Shopify;

/// <summary>The shop as GraphQL gives it. https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Shop</summary>
sealed class ShopNode
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? MyshopifyDomain { get; set; }
    public DomainNode? PrimaryDomain { get; set; }
    public string? CurrencyCode { get; set; }
    public string? IanaTimezone { get; set; }

    public ShopifyShop ToShop() => new()
    {
        Id = Gid.Number(Id), Name = Name, Domain = PrimaryDomain?.Host, MyshopifyDomain = MyshopifyDomain, Currency = CurrencyCode, IanaTimezone = IanaTimezone,
    };

    public sealed class DomainNode
    {
        public string? Host { get; set; }
    }
}

/// <summary>A subscription. https://shopify.dev/docs/api/admin-graphql/2026-10/objects/WebhookSubscription</summary>
sealed class WebhookNode
{
    public string? Id { get; set; }
    public string? Topic { get; set; }
    public string? Uri { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public VersionNode? ApiVersion { get; set; }

    public ShopifyWebhook ToWebhook() => new()
    {
        Id = Gid.Number(Id), Topic = Topic is null ? null : Words.Topic(Topic), Address = Uri, ApiVersion = ApiVersion?.Handle, UpdatedAt = UpdatedAt,
    };

    public sealed class VersionNode
    {
        public string? Handle { get; set; }
    }
}
