namespace MyCavoodle.Clients.Shopify;

/// <summary>An order as GraphQL gives it, and its translation into the words of REST. https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Order</summary>
sealed class OrderNode
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public long? Number { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public DateTimeOffset? ProcessedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }
    public string? CancelReason { get; set; }
    public string? CurrencyCode { get; set; }
    public string? PresentmentCurrencyCode { get; set; }
    public string? DisplayFinancialStatus { get; set; }
    public string? DisplayFulfillmentStatus { get; set; }
    public bool? Test { get; set; }
    public bool? TaxesIncluded { get; set; }
    public List<string>? Tags { get; set; }
    public string? Note { get; set; }
    public string? SourceName { get; set; }
    public List<string>? DiscountCodes { get; set; }
    public List<AttributeNode>? CustomAttributes { get; set; }
    public MoneyBagNode? SubtotalPriceSet { get; set; }
    public MoneyBagNode? TotalPriceSet { get; set; }
    public MoneyBagNode? TotalTaxSet { get; set; }
    public MoneyBagNode? TotalDiscountsSet { get; set; }
    public MoneyBagNode? TotalShippingPriceSet { get; set; }
    public MoneyBagNode? CurrentTotalPriceSet { get; set; }
    public CustomerNode? Customer { get; set; }
    public AddressNode? ShippingAddress { get; set; }
    public AddressNode? BillingAddress { get; set; }
    public List<FulfillmentNode>? Fulfillments { get; set; }
    public List<RefundNode>? Refunds { get; set; }
    public Connection<LineItemNode>? LineItems { get; set; }
    public Connection<ShippingLineNode>? ShippingLines { get; set; }

    public ShopifyOrder ToOrder(IReadOnlyList<LineItemNode> lines, IReadOnlyList<ShippingLineNode> shipping)
    {
        var id = Gid.Number(Id);
        var parcels = Fulfillments?.ConvertAll(f => f.ToFulfillment(id)) ?? [];
        return new()
        {
            Id = id, Name = Name, OrderNumber = Number, Email = Email, Phone = Phone,
            CreatedAt = CreatedAt, UpdatedAt = UpdatedAt, ProcessedAt = ProcessedAt, ClosedAt = ClosedAt, CancelledAt = CancelledAt, CancelReason = Words.Lower(CancelReason),
            Currency = CurrencyCode, PresentmentCurrency = PresentmentCurrencyCode,
            FinancialStatus = Words.Lower(DisplayFinancialStatus), FulfillmentStatus = FulfillmentOf(DisplayFulfillmentStatus, parcels),
            Test = Test, TaxesIncluded = TaxesIncluded, Tags = Words.Joined(Tags), Note = Note, SourceName = SourceName,
            SubtotalPrice = SubtotalPriceSet?.Amount, SubtotalPriceSet = SubtotalPriceSet?.ToSet(),
            TotalPrice = TotalPriceSet?.Amount, TotalPriceSet = TotalPriceSet?.ToSet(),
            TotalTax = TotalTaxSet?.Amount, TotalTaxSet = TotalTaxSet?.ToSet(),
            TotalDiscounts = TotalDiscountsSet?.Amount, TotalDiscountsSet = TotalDiscountsSet?.ToSet(), TotalShippingPriceSet = TotalShippingPriceSet?.ToSet(),
            CurrentTotalPrice = CurrentTotalPriceSet?.Amount, CurrentTotalPriceSet = CurrentTotalPriceSet?.ToSet(),
            Customer = Customer?.ToCustomer(), ShippingAddress = ShippingAddress?.ToAddress(), BillingAddress = BillingAddress?.ToAddress(),
            LineItems = [.. lines.Select(l => l.ToLineItem())], ShippingLines = [.. shipping.Select(s => s.ToShippingLine())],
            Fulfillments = parcels, Refunds = Refunds?.ConvertAll(r => r.ToRefund(id)) ?? [],
            DiscountCodes = DiscountCodes?.ConvertAll(c => new ShopifyDiscountCode { Code = c }) ?? [], NoteAttributes = AttributeNode.ToSet(CustomAttributes),
        };
    }

    // REST knows null, partial, fulfilled and restocked; what GraphQL adds (ON_HOLD, SCHEDULED, IN_PROGRESS, ...) says nothing of what was sent.
    static string? FulfillmentOf(string? status, List<ShopifyFulfillment> parcels) => status switch
    {
        "FULFILLED" => "fulfilled",
        "RESTOCKED" => "restocked",
        "PARTIALLY_FULFILLED" => "partial",
        "UNFULFILLED" => null,
        _ => parcels.Any(p => p.Status == "success") ? "partial" : null,
    };
}

sealed class LineItemNode
{
    public string? Id { get; set; }
    public string? Title { get; set; }
    public string? VariantTitle { get; set; }
    public string? Name { get; set; }
    public string? Sku { get; set; }
    public string? Vendor { get; set; }
    public int Quantity { get; set; }
    public int? CurrentQuantity { get; set; }
    public int? UnfulfilledQuantity { get; set; }
    public bool? IsGiftCard { get; set; }
    public bool? RequiresShipping { get; set; }
    public IdNode? Product { get; set; }
    public IdNode? Variant { get; set; }
    public MoneyBagNode? OriginalUnitPriceSet { get; set; }
    public MoneyBagNode? TotalDiscountSet { get; set; }
    public List<AttributeNode>? CustomAttributes { get; set; }

    public ShopifyLineItem ToLineItem() => new()
    {
        Id = Gid.Number(Id), ProductId = Gid.NumberOrNull(Product?.Id), VariantId = Gid.NumberOrNull(Variant?.Id),
        Title = Title, VariantTitle = VariantTitle, Name = Name, Sku = Sku, Vendor = Vendor,
        Quantity = Quantity, CurrentQuantity = CurrentQuantity, FulfillableQuantity = UnfulfilledQuantity, FulfillmentStatus = Sent,
        Price = OriginalUnitPriceSet?.Amount, PriceSet = OriginalUnitPriceSet?.ToSet(), TotalDiscount = TotalDiscountSet?.Amount, TotalDiscountSet = TotalDiscountSet?.ToSet(),
        GiftCard = IsGiftCard, RequiresShipping = RequiresShipping, Properties = AttributeNode.ToSet(CustomAttributes),
    };

    string? Sent => (UnfulfilledQuantity, CurrentQuantity) switch
    {
        (0, > 0) => "fulfilled",
        ({ } left, { } ordered) when left < ordered => "partial",
        _ => null,
    };
}

sealed class ShippingLineNode
{
    public string? Id { get; set; }
    public string? Title { get; set; }
    public string? Code { get; set; }
    public MoneyBagNode? OriginalPriceSet { get; set; }

    public ShopifyShippingLine ToShippingLine() => new()
    {
        Id = Gid.NumberOrNull(Id), Title = Title, Code = Code, Price = OriginalPriceSet?.Amount, PriceSet = OriginalPriceSet?.ToSet(),
    };
}

sealed class RefundNode
{
    public string? Id { get; set; }
    public string? Note { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? ProcessedAt { get; set; }
    public MoneyBagNode? TotalRefundedSet { get; set; }

    public ShopifyRefund ToRefund(long orderId) => new()
    {
        Id = Gid.Number(Id), OrderId = orderId, Note = Note, CreatedAt = CreatedAt, ProcessedAt = ProcessedAt, TotalRefunded = TotalRefundedSet?.Amount ?? 0,
    };
}
