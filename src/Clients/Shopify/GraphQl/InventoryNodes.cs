namespace MyCavoodle.Clients.Shopify;

/// <summary>A variant in the stock room as GraphQL gives it. https://shopify.dev/docs/api/admin-graphql/2026-10/objects/InventoryItem</summary>
sealed class InventoryItemNode
{
    public string? Id { get; set; }
    public string? Sku { get; set; }
    public bool? Tracked { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public MoneyNode? UnitCost { get; set; }
    public Connection<InventoryLevelNode>? InventoryLevels { get; set; }

    public ShopifyInventoryItem ToItem() => new() { Id = Gid.Number(Id), Sku = Sku, Tracked = Tracked, UpdatedAt = UpdatedAt, Cost = UnitCost?.Amount };
}

sealed class InventoryLevelNode
{
    public string? Id { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public IdNode? Location { get; set; }
    public List<QuantityNode>? Quantities { get; set; }

    public ShopifyInventoryLevel ToLevel(long itemId) => new()
    {
        InventoryItemId = itemId, LocationId = Gid.Number(Location?.Id), UpdatedAt = UpdatedAt,
        Available = Of("available"), OnHand = Of("on_hand"), Committed = Of("committed"), Incoming = Of("incoming"),
    };

    int? Of(string name) => Quantities?.Find(q => q.Name == name)?.Quantity;

    public sealed class QuantityNode
    {
        public string? Name { get; set; }
        public int? Quantity { get; set; }
    }
}
