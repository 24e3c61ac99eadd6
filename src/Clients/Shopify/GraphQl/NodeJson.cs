using System.Text.Json.Serialization;

namespace MyCavoodle.Clients.Shopify;

/// <summary>Readers of GraphQL's shapes, made at build time: a bulk export has millions of them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GraphQlCost))]
[JsonSerializable(typeof(BulkOperationNode))]
[JsonSerializable(typeof(Connection<BulkOperationNode>))]
[JsonSerializable(typeof(Connection<OrderNode>))]
[JsonSerializable(typeof(Connection<LineItemNode>))]
[JsonSerializable(typeof(Connection<CustomerNode>))]
[JsonSerializable(typeof(Connection<ProductNode>))]
[JsonSerializable(typeof(Connection<VariantNode>))]
[JsonSerializable(typeof(Connection<InventoryItemNode>))]
[JsonSerializable(typeof(Connection<InventoryLevelNode>))]
[JsonSerializable(typeof(Connection<WebhookNode>))]
[JsonSerializable(typeof(List<InventoryItemNode>))]
[JsonSerializable(typeof(Connection<StampNode>))]
[JsonSerializable(typeof(ShopNode))]
[JsonSerializable(typeof(ShippingLineNode))]
sealed partial class NodeJson : JsonSerializerContext;

/// <summary>A page of a list.</summary>
sealed class Connection<T>
{
    public List<T>? Nodes { get; set; }
    public PageInfo? PageInfo { get; set; }

    /// <summary>Where the next page begins; null: this is the last.</summary>
    [JsonIgnore]
    public string? Next => PageInfo is { HasNextPage: true } page ? page.EndCursor : null;
}

sealed class PageInfo
{
    public bool HasNextPage { get; set; }
    public string? EndCursor { get; set; }
}

/// <summary>A thing of which only the id is asked.</summary>
sealed class IdNode
{
    public string? Id { get; set; }
}

sealed class MoneyNode
{
    public decimal? Amount { get; set; }
    public string? CurrencyCode { get; set; }
}

sealed class MoneyBagNode
{
    public MoneyNode? ShopMoney { get; set; }

    [JsonIgnore]
    public decimal? Amount => ShopMoney?.Amount;

    public ShopifyMoneySet ToSet() => new() { ShopMoney = new() { Amount = Amount, CurrencyCode = ShopMoney?.CurrencyCode } };
}

sealed class AttributeNode
{
    public string? Key { get; set; }
    public string? Value { get; set; }

    public static ShopifyPropertySet ToSet(List<AttributeNode>? nodes) => nodes is not { Count: > 0 } ? ShopifyPropertySet.None
        : new([.. nodes.Select(n => KeyValuePair.Create(n.Key ?? "", n.Value))]);
}
