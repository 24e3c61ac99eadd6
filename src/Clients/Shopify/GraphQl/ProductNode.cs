namespace MyCavoodle.Clients.Shopify;

/// <summary>A product as GraphQL gives it. https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Product</summary>
sealed class ProductNode
{
    public string? Id { get; set; }
    public string? Title { get; set; }
    public string? DescriptionHtml { get; set; }
    public string? Vendor { get; set; }
    public string? ProductType { get; set; }
    public string? Handle { get; set; }
    public string? Status { get; set; }
    public List<string>? Tags { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public MetafieldNode? Ingredients { get; set; }
    public MetafieldNode? ReorderPoint { get; set; }
    public Connection<VariantNode>? Variants { get; set; }

    public ShopifyProduct ToProduct(IReadOnlyList<VariantNode> variants)
    {
        var id = Gid.Number(Id);
        return new()
        {
            Id = id, Title = Title, BodyHtml = DescriptionHtml, Vendor = Vendor, ProductType = ProductType, Handle = Handle, Status = Words.Lower(Status),
            Tags = Words.Joined(Tags), CreatedAt = CreatedAt, UpdatedAt = UpdatedAt, PublishedAt = PublishedAt,
            Metafields = [.. new[] { Ingredients, ReorderPoint }.OfType<MetafieldNode>().Select(m => m.ToMetafield())],
            Variants = [.. variants.Select(v => v.ToVariant(id))],
        };
    }
}

sealed class MetafieldNode
{
    public string? Id { get; set; }
    public string? Namespace { get; set; }
    public string? Key { get; set; }
    public string? Value { get; set; }
    public string? Type { get; set; }

    public ShopifyMetafield ToMetafield() => new() { Id = Gid.Number(Id), Namespace = Namespace, Key = Key, Value = Value, Type = Type };
}

sealed class VariantNode
{
    public string? Id { get; set; }
    public string? Title { get; set; }
    public string? Sku { get; set; }
    public string? Barcode { get; set; }
    public decimal? Price { get; set; }
    public decimal? CompareAtPrice { get; set; }
    public int? Position { get; set; }
    public int? InventoryQuantity { get; set; }
    public string? InventoryPolicy { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public List<OptionNode>? SelectedOptions { get; set; }
    public InventoryItemNode? InventoryItem { get; set; }

    public ShopifyVariant ToVariant(long productId) => new()
    {
        Id = Gid.Number(Id), ProductId = productId, Title = Title, Sku = Sku, Barcode = Barcode, Price = Price, CompareAtPrice = CompareAtPrice,
        Option1 = Option(0), Option2 = Option(1), Option3 = Option(2), Position = Position,
        InventoryItemId = Gid.NumberOrNull(InventoryItem?.Id), InventoryItem = InventoryItem?.ToItem(),
        InventoryQuantity = InventoryQuantity, InventoryPolicy = Words.Lower(InventoryPolicy), UpdatedAt = UpdatedAt,
    };

    string? Option(int at) => SelectedOptions is { } options && options.Count > at ? options[at].Value : null;

    public sealed class OptionNode
    {
        public string? Value { get; set; }
    }
}
