using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>Something of an order, with the order it belongs to.</summary>
sealed record OrderPart<T>(Order Order, T Part)
{
    public Bag Bag(decimal amount) => new(amount, Order.Presentment);
}

/// <summary>Line items, parcels, refunds and payments. https://shopify.dev/docs/api/admin-graphql/2026-01/objects/LineItem</summary>
sealed class OrderPartTypes(AdminSchema schema)
{
    DateTimeOffset Now => schema.Now;
    ObjectType<Bag> Bag => schema.Money.MoneyBag;

    public ObjectType<OrderPart<OrderLine>> LineItem => field ??= new ObjectType<OrderPart<OrderLine>>("LineItem")
        .Value("id", l => Gid.Of("LineItem", l.Part.Id))
        .Value("title", l => l.Part.Variant.Product.Title)
        .Value("name", l => l.Part.Variant.Name)
        .Value("variantTitle", l => l.Part.Variant.Product.HasOptions ? l.Part.Variant.Title : null)
        .Value("sku", l => l.Part.Sku)
        .Value("vendor", _ => GroomingShop.Name)
        .Value("quantity", l => l.Part.Quantity)
        .Value("currentQuantity", l => l.Order.Kept(l.Part, Now))
        .Value("refundableQuantity", l => l.Order.Kept(l.Part, Now))
        .Value("unfulfilledQuantity", l => l.Order.IsShipped(Now) ? 0 : l.Order.Kept(l.Part, Now))
        .Value("nonFulfillableQuantity", l => l.Part.Quantity - l.Order.Kept(l.Part, Now))
        .Value("requiresShipping", _ => true)
        .Value("taxable", _ => true)
        .Value("isGiftCard", _ => false)
        .Many("customAttributes", () => schema.Money.Attribute, _ => [], "")
        .One("originalUnitPriceSet", () => Bag, l => l.Bag(l.Part.Price))
        .One("originalTotalSet", () => Bag, l => l.Bag(l.Part.Price * l.Part.Quantity))
        // Codes of a whole order are allocated below, not taken off the unit price.
        .One("discountedUnitPriceSet", () => Bag, l => l.Bag(l.Part.Price))
        .One("discountedUnitPriceAfterAllDiscountsSet", () => Bag, l => l.Bag(Math.Round(l.Part.Net / l.Part.Quantity, 2)))
        .One("discountedTotalSet", () => Bag, "withCodeDiscounts", (l, a) => l.Bag(a.Flag("withCodeDiscounts") ? l.Part.Net : l.Part.Price * l.Part.Quantity))
        .One("totalDiscountSet", () => Bag, l => l.Bag(0))
        .Many("discountAllocations", () => DiscountAllocation, l => l.Part.Discount == 0 ? [] : [l], "")
        .One("variant", () => schema.Goods.Variant, l => l.Part.Variant.Product.IsDeleted ? null : l.Part.Variant)
        .One("product", () => schema.Goods.Product, l => l.Part.Variant.Product.IsDeleted ? null : l.Part.Variant.Product);

    ObjectType<OrderPart<OrderLine>> DiscountAllocation => field ??= new ObjectType<OrderPart<OrderLine>>("DiscountAllocation")
        .One("allocatedAmountSet", () => Bag, l => l.Bag(l.Part.Discount));

    public ObjectType<OrderPart<Shipping>> ShippingLine => field ??= new ObjectType<OrderPart<Shipping>>("ShippingLine")
        .Value("id", s => Gid.Of("ShippingLine", Ids.Line(s.Order.Number, 90)))
        .Value("title", s => s.Part.Title)
        .Value("code", s => s.Part.Code)
        .Value("source", _ => "shopify")
        .Value("isRemoved", _ => false)
        .One("originalPriceSet", () => Bag, s => s.Bag(s.Part.Price))
        .One("discountedPriceSet", () => Bag, s => s.Bag(s.Part.Price))
        .One("currentDiscountedPriceSet", () => Bag, s => s.Bag(s.Part.Price));

    public ObjectType<OrderPart<Shipment>> Fulfillment => field ??= new ObjectType<OrderPart<Shipment>>("Fulfillment")
        .Value("id", f => Gid.Of("Fulfillment", Ids.Fulfilment(f.Order.Number)))
        .Value("legacyResourceId", f => Ids.Fulfilment(f.Order.Number))
        .Value("name", f => $"{f.Order.Name}-F1")
        .Value("createdAt", f => f.Part.At)
        .Value("updatedAt", f => f.Part.DeliveredAt <= Now ? f.Part.DeliveredAt : f.Part.At)
        .Value("status", _ => "SUCCESS")
        .Value("displayStatus", f => f.Part.Status(Now).ToUpperInvariant())
        .Value("deliveredAt", f => f.Part.DeliveredAt <= Now ? f.Part.DeliveredAt : null)
        .Value("inTransitAt", f => f.Part.Status(Now) == "confirmed" ? null : f.Part.InTransitAt)
        .Value("estimatedDeliveryAt", _ => null)
        .Value("requiresShipping", _ => true)
        .Value("totalQuantity", f => f.Order.Lines.Sum(l => l.Quantity))
        .One("order", () => schema.Orders.Order, f => f.Order)
        .Many("trackingInfo", () => Tracking, f => [f.Part])
        .Connection("fulfillmentLineItems", () => FulfillmentLine, (f, _) => f.Order.Lines.Select(l => new Row(0, l.Id, new OrderPart<OrderLine>(f.Order, l))));

    ObjectType<Shipment> Tracking => field ??= new ObjectType<Shipment>("FulfillmentTrackingInfo")
        .Value("company", p => p.Carrier).Value("number", p => p.TrackingNumber).Value("url", p => p.TrackingUrl);

    ObjectType<OrderPart<OrderLine>> FulfillmentLine => field ??= new ObjectType<OrderPart<OrderLine>>("FulfillmentLineItem")
        .Value("id", l => Gid.Of("FulfillmentLineItem", l.Part.Id + 500_000_000_000))
        .Value("quantity", l => l.Part.Quantity)
        .One("lineItem", () => LineItem, l => l);

    public ObjectType<OrderPart<Refund>> Refund => field ??= new ObjectType<OrderPart<Refund>>("Refund")
        .Value("id", r => Gid.Of("Refund", r.Part.Id))
        .Value("legacyResourceId", r => r.Part.Id)
        .Value("createdAt", r => r.Part.At)
        .Value("processedAt", r => r.Part.At)
        .Value("updatedAt", r => r.Part.At)
        .Value("note", r => r.Part.Note)
        .One("order", () => schema.Orders.Order, r => r.Order)
        .One("totalRefundedSet", () => Bag, r => r.Bag(r.Part.Amount))
        .Connection("refundLineItems", () => RefundLine, (r, _) => r.Part.Lines.Select((l, i) => new Row(0, r.Part.Id * 10 + i, new OrderPart<(Refund, RefundLine, int)>(r.Order, (r.Part, l, i)))))
        .Connection("orderAdjustments", () => Adjustment, (r, _) => r.Part.Adjustment == 0 ? [] : [new Row(0, r.Part.Id, r)])
        .Connection("transactions", () => Transaction, (r, _) => r.Part.Amount == 0 ? [] : [new Row(0, 0, Payment.OfRefund(r.Order, r.Part))]);

    ObjectType<OrderPart<(Refund Refund, RefundLine Line, int Index)>> RefundLine => field ??= new ObjectType<OrderPart<(Refund Refund, RefundLine Line, int Index)>>("RefundLineItem")
        .Value("id", l => Gid.Of("RefundLineItem", l.Part.Refund.Id * 10 + l.Part.Index))
        .Value("quantity", l => l.Part.Line.Quantity)
        .Value("restocked", l => l.Part.Refund.Restock)
        .Value("restockType", l => l.Part.Refund.Restock ? "RETURN" : "NO_RESTOCK")
        .One("subtotalSet", () => Bag, l => l.Bag(l.Part.Line.Subtotal))
        .One("totalTaxSet", () => Bag, l => l.Bag(Money.Gst(l.Part.Line.Subtotal)))
        .One("lineItem", () => LineItem, l => new OrderPart<OrderLine>(l.Order, l.Part.Line.Line));

    ObjectType<OrderPart<Refund>> Adjustment => field ??= new ObjectType<OrderPart<Refund>>("OrderAdjustment")
        .Value("id", r => Gid.Of("OrderAdjustment", r.Part.Id))
        .Value("reason", _ => "REFUND_DISCREPANCY")
        .One("amountSet", () => Bag, r => r.Bag(r.Part.Adjustment))
        .One("taxAmountSet", () => Bag, r => r.Bag(0));

    public ObjectType<Payment> Transaction => field ??= new ObjectType<Payment>("OrderTransaction")
        .Value("id", p => Gid.Of("OrderTransaction", p.Id))
        .Value("kind", p => p.Kind.ToUpperInvariant())
        .Value("status", _ => "SUCCESS")
        .Value("gateway", p => OrderParts.GatewayOf(p.Order))
        .Value("formattedGateway", p => p.Order.Test ? "Bogus" : "Shopify Payments")
        .Value("test", p => p.Order.Test)
        .Value("createdAt", p => p.At)
        .Value("processedAt", p => p.At)
        .Value("paymentId", p => $"{p.Order.Name}.{p.Index}")
        .Value("errorCode", _ => null)
        .One("amountSet", () => Bag, p => new Bag(p.Amount, p.Order.Presentment))
        .One("order", () => schema.Orders.Order, p => p.Order)
        .One("parentTransaction", () => Transaction, p => p.Kind == "refund" ? Payment.Of(p.Order, Now).First() : null);
}
