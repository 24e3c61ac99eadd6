using System.Text.Json.Serialization;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// Money or goods given back. May have no line items (an amount only) or no transactions (a restock only).
/// https://shopify.dev/docs/api/admin-rest/2026-07/resources/refund
/// </summary>
public sealed record ShopifyRefund
{
    public long Id { get; init; }
    public long OrderId { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; init; }
    /// <summary>All money of this refund in the shop's currency; GraphQL only, and instead of <see cref="Transactions"/>.</summary>
    public decimal? TotalRefunded { get; init; }
    public IReadOnlyList<ShopifyRefundLineItem> RefundLineItems { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ShopifyTransaction> Transactions { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ShopifyOrderAdjustment> OrderAdjustments { get; init => field = value ?? []; } = [];

    /// <summary>What the customer got back, whichever way the refund was read.</summary>
    [JsonIgnore]
    public decimal GivenBack => TotalRefunded ?? Transactions.Where(t => t is { Kind: "refund", Status: "success" }).Sum(t => t.Amount ?? 0);
}

public sealed record ShopifyRefundLineItem
{
    public long Id { get; init; }
    public long? LineItemId { get; init; }
    public int Quantity { get; init; }
    public string? RestockType { get; init; }
    public decimal? Subtotal { get; init; }
    public decimal? TotalTax { get; init; }
    public ShopifyMoneySet? SubtotalSet { get; init; }
    public ShopifyMoneySet? TotalTaxSet { get; init; }
    public ShopifyLineItem? LineItem { get; init; }
}

/// <summary>Count it as money given back when <see cref="Kind"/> is refund and <see cref="Status"/> success.</summary>
public sealed record ShopifyTransaction
{
    public long Id { get; init; }
    public long? OrderId { get; init; }
    public long? ParentId { get; init; }
    public string? Kind { get; init; }
    public string? Status { get; init; }
    public string? Gateway { get; init; }
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }
    public bool? Test { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; init; }
}

/// <summary>The part of a refund that belongs to no line: shipping, or a difference.</summary>
public sealed record ShopifyOrderAdjustment
{
    public long Id { get; init; }
    public string? Kind { get; init; }
    public string? Reason { get; init; }
    public decimal? Amount { get; init; }
    public decimal? TaxAmount { get; init; }
    public ShopifyMoneySet? AmountSet { get; init; }
    public ShopifyMoneySet? TaxAmountSet { get; init; }
}
