namespace MyCavoodle.Clients.Shopify;

/// <summary>An order to be made for a customer, e.g. a replacement. Null is left to Shopify. https://shopify.dev/docs/api/admin-rest/latest/resources/order#post-orders</summary>
public sealed record ShopifyNewOrder
{
    public string? Email { get; init; }
    public ShopifyCustomerId? Customer { get; init; }
    public required IReadOnlyList<ShopifyNewLine> LineItems { get; init; }
    public ShopifyAddress? ShippingAddress { get; init; }
    public string? Note { get; init; }
    /// <summary>Comma-separated.</summary>
    public string? Tags { get; init; }
    /// <summary>pending, authorized, partially_paid, paid; unset: paid.</summary>
    public string? FinancialStatus { get; init; }
    /// <summary>bypass (unset), decrement_ignoring_policy, decrement_obeying_policy.</summary>
    public string? InventoryBehaviour { get; init; }
    public bool? SendReceipt { get; init; }
    public bool? Test { get; init; }
}

public sealed record ShopifyCustomerId(long Id);

/// <summary>A variant of the shop, or a title and price of its own.</summary>
public sealed record ShopifyNewLine
{
    public long? VariantId { get; init; }
    public string? Title { get; init; }
    public decimal? Price { get; init; }
    public required int Quantity { get; init; }
}

/// <summary>What may be changed in an order that exists. Null stays as it is.</summary>
public sealed record ShopifyOrderChange
{
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Note { get; init; }
    /// <summary>Comma-separated, the whole list.</summary>
    public string? Tags { get; init; }
    public ShopifyAddress? ShippingAddress { get; init; }
}
