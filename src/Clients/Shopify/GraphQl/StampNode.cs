namespace MyCavoodle.Clients.Shopify;

sealed class StampNode
{
    public string? Id { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }

    public ShopifyStamp ToStamp() => new(Gid.Number(Id), UpdatedAt ?? default);
}
