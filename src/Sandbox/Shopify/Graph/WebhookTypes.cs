namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>https://shopify.dev/docs/api/admin-graphql/2026-01/objects/WebhookSubscription</summary>
sealed class WebhookTypes
{
    public ObjectType<Subscription> Subscription { get; }

    public WebhookTypes() => Subscription = new ObjectType<Subscription>("WebhookSubscription")
        .Value("id", s => Gid.Of("WebhookSubscription", s.Id))
        .Value("legacyResourceId", s => s.Id)
        .Value("topic", s => Topics.Enumeration(s.Topic))
        .Value("uri", s => s.Address)
        .Value("callbackUrl", s => s.Address)
        .Value("format", _ => "JSON")
        .Value("filter", s => s.Filter)
        .Value("includeFields", s => s.Fields)
        .Value("metafieldNamespaces", s => s.MetafieldNamespaces)
        .Value("createdAt", s => s.CreatedAt)
        .Value("updatedAt", s => s.UpdatedAt)
        .One("apiVersion", () => Version, s => s);

    static readonly ObjectType<Subscription> Version = new ObjectType<Subscription>("ApiVersion") { IsFree = true }
        .Value("handle", s => s.ApiVersion).Value("displayName", s => s.ApiVersion).Value("supported", _ => true);
}
