using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>https://shopify.dev/docs/api/admin-graphql/2026-01/objects/Order</summary>
sealed class OrderTypes(AdminSchema schema)
{
    readonly OrderPartTypes parts = new(schema);

    public OrderPartTypes Parts => parts;
    public ObjectType<Order> Order => field ??= Dates(Amounts(Whole(new ObjectType<Order>("Order"))));

    DateTimeOffset Now => schema.Now;

    ObjectType<Order> Whole(ObjectType<Order> type) => type
        .Value("id", o => Gid.Of("Order", o.Id))
        .Value("legacyResourceId", o => o.Id)
        .Value("name", o => o.Name)
        .Value("number", o => o.Number)
        .Value("confirmationNumber", o => OrderDocument.Confirmation(o))
        .Value("email", o => o.Email.Length > 0 ? o.Email : null)
        .Value("phone", _ => null)
        .Value("note", o => o.Note)
        .Value("tags", o => o.Tags)
        .Value("test", o => o.Test)
        .Value("confirmed", _ => true)
        .Value("closed", o => o.ClosedAt(Now) is not null)
        .Value("edited", o => o.Edits.Any(e => e.At <= Now))
        .Value("fullyPaid", o => o.IsPaid(Now))
        .Value("unpaid", o => !o.IsPaid(Now))
        .Value("sourceName", _ => "web")
        .Value("customerLocale", _ => "en-AU")
        .Value("discountCode", o => o.DiscountCode)
        .Many("customAttributes", () => schema.Money.Attribute, _ => [], "")
        .Value("discountCodes", o => o.DiscountCode is { } code ? [code] : Array.Empty<string>())
        .Value("paymentGatewayNames", o => new[] { OrderParts.GatewayOf(o) })
        .Value("currencyCode", _ => Money.Currency)
        .Value("presentmentCurrencyCode", o => o.Presentment?.Currency ?? Money.Currency)
        .Value("displayFinancialStatus", o => o.FinancialStatus(Now).ToUpperInvariant())
        .Value("displayFulfillmentStatus", o => o.IsShipped(Now) ? "FULFILLED" : "UNFULFILLED")
        .Value("returnStatus", _ => "NO_RETURN")
        .Value("cancelReason", o => o.IsCancelled(Now) ? o.CancelReason?.ToUpperInvariant() : null)
        .Value("taxesIncluded", _ => true)
        .Value("subtotalLineItemsQuantity", o => o.LinesBy(Now).Sum(l => l.Quantity))
        .Value("currentSubtotalLineItemsQuantity", o => o.LinesBy(Now).Sum(l => o.Kept(l, Now)))
        .One("customer", () => schema.Customers.Customer, o => o.Customer)
        .One("shippingAddress", () => schema.Customers.Address, o => Place(o))
        .One("billingAddress", () => schema.Customers.Address, o => o.Customer is { Address: { } own } buyer ? new Addressed(buyer, own) : null)
        .One("shippingLine", () => parts.ShippingLine, o => new OrderPart<Shipping>(o, o.Shipping))
        .Connection("shippingLines", () => parts.ShippingLine, (o, _) => [new Row(0, Ids.Line(o.Number, 90), new OrderPart<Shipping>(o, o.Shipping))], "includeRemovals")
        .Connection("lineItems", () => parts.LineItem, (o, _) => o.LinesBy(Now).Select(l => new Row(0, l.Id, new OrderPart<OrderLine>(o, l))))
        .Many("fulfillments", () => parts.Fulfillment, o => o.IsShipped(Now) ? [new OrderPart<Shipment>(o, o.Shipment!)] : [], "first query")
        .Many("refunds", () => parts.Refund, o => o.RefundsBy(Now).Select(r => new OrderPart<Refund>(o, r)))
        .Many("transactions", () => parts.Transaction, o => Payment.Of(o, Now), "first capturable manuallyResolvable");

    static Addressed? Place(Order order) => (order.ShipTo ?? order.Customer?.Address) is { } address ? new Addressed(order.Customer, address) : null;

    ObjectType<Order> Dates(ObjectType<Order> type) => type
        .Value("createdAt", o => o.PlacedAt)
        .Value("processedAt", o => o.PlacedAt)
        .Value("updatedAt", o => o.UpdatedAt(Now))
        .Value("cancelledAt", o => o.IsCancelled(Now) ? o.CancelledAt : null)
        .Value("closedAt", o => o.ClosedAt(Now));

    /// <summary>The prices of the day of the order, and the "current" ones after edits and refunds.</summary>
    ObjectType<Order> Amounts(ObjectType<Order> type) => Sets(type, new()
    {
        ["totalPriceSet"] = o => o.Charged(Now),
        ["originalTotalPriceSet"] = o => o.Total,
        ["subtotalPriceSet"] = o => o.Charged(Now) - o.Shipping.Price,
        ["totalTaxSet"] = o => Money.Gst(o.Charged(Now)),
        ["totalDiscountsSet"] = o => o.Discount,
        ["totalShippingPriceSet"] = o => o.Shipping.Price,
        ["currentTotalPriceSet"] = o => o.Worth(Now),
        ["currentSubtotalPriceSet"] = o => o.GoodsWorth(Now),
        ["currentTotalTaxSet"] = o => Money.Gst(o.Worth(Now)),
        ["currentTotalDiscountsSet"] = o => o.IsCancelled(Now) ? 0 : o.Discount,
        ["currentShippingPriceSet"] = o => o.Shipping.Price,
        ["totalRefundedSet"] = o => o.Refunded(Now),
        ["totalRefundedShippingSet"] = _ => 0,
        ["totalReceivedSet"] = o => o.IsPaid(Now) ? o.Charged(Now) : 0,
        ["netPaymentSet"] = o => o.IsPaid(Now) ? o.Charged(Now) - o.Refunded(Now) : 0,
        ["totalOutstandingSet"] = o => o.IsPaid(Now) || o.IsCancelled(Now) ? 0 : o.Charged(Now),
        ["totalTipReceivedSet"] = _ => 0,
    });

    ObjectType<Order> Sets(ObjectType<Order> type, Dictionary<string, Func<Order, decimal>> amounts)
    {
        foreach (var (name, amount) in amounts) type.One(name, () => schema.Money.MoneyBag, o => new Bag(amount(o), o.Presentment));
        return type;
    }

    /// <summary>https://shopify.dev/docs/api/admin-graphql/2026-01/queries/orders#arguments-query</summary>
    public Search<Order> Search => field ??= new(new Dictionary<string, Func<Order, Term, bool>>
    {
        [""] = (o, t) => t.Is(o.Name) || t.Is(o.Name.TrimStart('#')) || t.Is(o.Email),
        ["id"] = (o, t) => t.IsId(o.Id),
        ["name"] = (o, t) => t.Is(o.Name) || t.Is(o.Name.TrimStart('#')),
        ["email"] = (o, t) => t.Is(o.Email),
        ["customer_id"] = (o, t) => o.Customer is { } customer && t.IsId(customer.Id),
        ["created_at"] = (o, t) => t.Is(o.PlacedAt),
        ["processed_at"] = (o, t) => t.Is(o.PlacedAt),
        ["updated_at"] = (o, t) => t.Is(o.UpdatedAt(Now)),
        ["test"] = (o, t) => t.Is(o.Test),
        ["tag"] = (o, t) => o.Tags.Any(t.Is),
        ["sku"] = (o, t) => o.LinesBy(Now).Any(l => t.Is(l.Sku)),
        ["discount_code"] = (o, t) => t.Is(o.DiscountCode),
        ["status"] = (o, t) => t.Text.ToLowerInvariant() switch
        {
            "open" => o.ClosedAt(Now) is null && !o.IsCancelled(Now),
            "closed" => o.ClosedAt(Now) is not null,
            "cancelled" => o.IsCancelled(Now),
            "not_closed" => o.ClosedAt(Now) is null,
            _ => true,
        },
        ["financial_status"] = (o, t) => t.Is(o.FinancialStatus(Now)),
        ["fulfillment_status"] = (o, t) => t.Text.ToLowerInvariant() switch
        {
            "fulfilled" or "shipped" => o.IsShipped(Now),
            "unfulfilled" or "unshipped" => !o.IsShipped(Now),
            _ => false,
        },
    });

    public Func<Order, long> Key(string? sortKey) => sortKey switch
    {
        null or "PROCESSED_AT" or "CREATED_AT" => o => o.PlacedAt.UtcTicks,
        "UPDATED_AT" => o => o.UpdatedAt(Now).UtcTicks,
        "ID" => o => o.Id,
        "ORDER_NUMBER" => o => o.Number,
        "TOTAL_PRICE" => o => (long)(o.Charged(Now) * 100),
        "CURRENT_TOTAL_PRICE" => o => (long)(o.Worth(Now) * 100),
        _ => throw new GraphException($"Argument 'sortKey' on Field 'orders' has an invalid value ({sortKey}). Expected type 'OrderSortKeys'.", "argumentLiteralsIncompatible"),
    };

    public IEnumerable<Row> Rows(IEnumerable<Order> orders, Arguments arguments, string unsorted = "PROCESSED_AT")
    {
        var (key, wanted) = (Key(arguments.Text("sortKey") ?? unsorted), Search.Read(arguments.Text("query")));
        return orders.Where(wanted).Select(o => new Row(key(o), o.Id, o));
    }
}
