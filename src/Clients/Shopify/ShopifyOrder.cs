namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// An order as REST and the <c>orders/*</c> webhooks send it. Money is in the shop's currency unless it sits in a
/// <see cref="ShopifyMoneySet"/>; times carry the shop's offset. Statuses are Shopify's words, unknown ones included.
/// The customer's key-bearing order_status_url is left out on purpose.
/// https://shopify.dev/docs/api/admin-rest/2026-07/resources/order
/// </summary>
public sealed record ShopifyOrder
{
    public long Id { get; init; }
    /// <summary>What customers call it, e.g. <c>#1042</c>.</summary>
    public string? Name { get; init; }
    public long? OrderNumber { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? ContactEmail { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public string? Currency { get; init; }
    public string? PresentmentCurrency { get; init; }
    public string? FinancialStatus { get; init; }
    /// <summary>Null while nothing is shipped.</summary>
    public string? FulfillmentStatus { get; init; }
    /// <summary>True for orders that must not count as revenue.</summary>
    public bool? Test { get; init; }
    public bool? TaxesIncluded { get; init; }
    /// <summary>Comma-separated.</summary>
    public string? Tags { get; init; }
    public string? Note { get; init; }
    public string? SourceName { get; init; }
    public string? LandingSite { get; init; }
    public string? ReferringSite { get; init; }
    public decimal? SubtotalPrice { get; init; }
    public decimal? TotalPrice { get; init; }
    public decimal? TotalTax { get; init; }
    public decimal? TotalDiscounts { get; init; }
    public decimal? TotalLineItemsPrice { get; init; }
    public decimal? TotalOutstanding { get; init; }
    /// <summary>After edits and refunds.</summary>
    public decimal? CurrentSubtotalPrice { get; init; }
    public decimal? CurrentTotalPrice { get; init; }
    public decimal? CurrentTotalTax { get; init; }
    public decimal? CurrentTotalDiscounts { get; init; }
    public ShopifyMoneySet? SubtotalPriceSet { get; init; }
    public ShopifyMoneySet? TotalPriceSet { get; init; }
    public ShopifyMoneySet? TotalTaxSet { get; init; }
    public ShopifyMoneySet? TotalDiscountsSet { get; init; }
    public ShopifyMoneySet? TotalShippingPriceSet { get; init; }
    public ShopifyMoneySet? CurrentSubtotalPriceSet { get; init; }
    public ShopifyMoneySet? CurrentTotalPriceSet { get; init; }
    public ShopifyMoneySet? CurrentTotalTaxSet { get; init; }
    public ShopifyMoneySet? CurrentTotalDiscountsSet { get; init; }
    /// <summary>Null at the point of sale, and after an erasure.</summary>
    public ShopifyCustomer? Customer { get; init; }
    public ShopifyAddress? ShippingAddress { get; init; }
    public ShopifyAddress? BillingAddress { get; init; }
    public IReadOnlyList<ShopifyLineItem> LineItems { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ShopifyShippingLine> ShippingLines { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ShopifyFulfillment> Fulfillments { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ShopifyRefund> Refunds { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ShopifyDiscountCode> DiscountCodes { get; init => field = value ?? []; } = [];
    public ShopifyPropertySet NoteAttributes { get; init => field = value ?? ShopifyPropertySet.None; } = ShopifyPropertySet.None;
}

public sealed record ShopifyLineItem
{
    public long Id { get; init; }
    /// <summary>Null for custom items and deleted products.</summary>
    public long? ProductId { get; init; }
    public long? VariantId { get; init; }
    public string? Title { get; init; }
    public string? VariantTitle { get; init; }
    public string? Name { get; init; }
    public string? Sku { get; init; }
    public string? Vendor { get; init; }
    public int Quantity { get; init; }
    /// <summary>After edits and refunds; absent from old bodies.</summary>
    public int? CurrentQuantity { get; init; }
    public int? FulfillableQuantity { get; init; }
    public decimal? Price { get; init; }
    public decimal? TotalDiscount { get; init; }
    public ShopifyMoneySet? PriceSet { get; init; }
    public ShopifyMoneySet? TotalDiscountSet { get; init; }
    public string? FulfillmentStatus { get; init; }
    public bool? GiftCard { get; init; }
    public bool? RequiresShipping { get; init; }
    public ShopifyPropertySet Properties { get; init => field = value ?? ShopifyPropertySet.None; } = ShopifyPropertySet.None;
    public IReadOnlyList<ShopifyDiscountAllocation> DiscountAllocations { get; init => field = value ?? []; } = [];
}

public sealed record ShopifyDiscountAllocation
{
    public decimal? Amount { get; init; }
    public ShopifyMoneySet? AmountSet { get; init; }
}

public sealed record ShopifyShippingLine
{
    public long? Id { get; init; }
    public string? Title { get; init; }
    public string? Code { get; init; }
    public decimal? Price { get; init; }
    public decimal? DiscountedPrice { get; init; }
    public ShopifyMoneySet? PriceSet { get; init; }
}

public sealed record ShopifyDiscountCode
{
    public string? Code { get; init; }
    public decimal? Amount { get; init; }
    public string? Type { get; init; }
}

/// <summary>An amount in the shop's currency (use this for figures) and as the buyer saw it.</summary>
public sealed record ShopifyMoneySet
{
    public ShopifyMoney? ShopMoney { get; init; }
    public ShopifyMoney? PresentmentMoney { get; init; }
}

public sealed record ShopifyMoney
{
    public decimal? Amount { get; init; }
    public string? CurrencyCode { get; init; }
}

public sealed record ShopifyAddress
{
    public string? Name { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Company { get; init; }
    public string? Address1 { get; init; }
    public string? Address2 { get; init; }
    public string? City { get; init; }
    public string? Province { get; init; }
    public string? ProvinceCode { get; init; }
    public string? Zip { get; init; }
    public string? Country { get; init; }
    public string? CountryCode { get; init; }
    public string? Phone { get; init; }
}
