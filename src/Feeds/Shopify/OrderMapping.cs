using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>The shop's order in the hub's words. Amounts in the shop's own currency, whatever the buyer saw.</summary>
static class OrderMapping
{
    public static void Apply(HubContext hub, Dictionary<long, Order> known, ShopifyOrder from, Word word, Customer? customer, KnownCosts costs)
    {
        var changed = from.UpdatedAt ?? from.CreatedAt ?? default;
        if (!known.TryGetValue(from.Id, out var order))
            hub.Orders.Add(known[from.Id] = order = new() { ShopifyId = from.Id, Number = "", PlacedAt = default, UpdatedAt = default });
        if (changed < order.UpdatedAt || changed == order.UpdatedAt && IsOlder(word, order)) return;
        (order.UpdatedAt, order.ToldAt) = (changed, word.ToldAt);
        order.Number = Order.NormaliseNumber(from.Name) ?? $"#{from.OrderNumber ?? from.Id}";
        order.Customer = customer ?? order.Customer;
        // What was erased at the customer's wish is not filled again.
        if (order.Customer?.ErasedAt is null) ApplyPerson(order, from, customer);
        order.PlacedAt = from.ProcessedAt ?? from.CreatedAt ?? changed;
        order.CancelledAt = from.CancelledAt;
        order.IsTest = from.Test ?? false;
        order.Status = StatusOf(from);
        order.Payment = PaymentOf(from.FinancialStatus);
        ApplyAmounts(order, from);
        ApplyParcel(order, from);
        ApplyLines(hub, order, from, costs);
        foreach (var refund in from.Refunds) ApplyRefund(order, refund, word);
    }

    /// <summary>Of two copies of one second: what was listed is newer than what is told, and of what is told the later event.</summary>
    static bool IsOlder(Word word, Order known) => word.ToldAt is { } told && (known.ToldAt is not { } before || told < before);

    public static void ApplyRefund(Order order, ShopifyRefund from, Word word)
    {
        if (order.Refunds.FirstOrDefault(r => r.ShopifyId == from.Id) is { } known)
        {
            // Of what is told, money may follow the notice and is not taken back: the larger copy is the newer one.
            known.Amount = word == Word.Listed ? from.GivenBack : Math.Max(known.Amount, from.GivenBack);
            return;
        }
        order.Refunds.Add(new() { ShopifyId = from.Id, At = from.ProcessedAt ?? from.CreatedAt ?? order.UpdatedAt, Amount = from.GivenBack });
    }

    static OrderStatus StatusOf(ShopifyOrder from) => from switch
    {
        { CancelledAt: not null } => OrderStatus.Cancelled,
        _ when from.Fulfillments.Any(f => f.ShipmentStatus == "delivered") => OrderStatus.Delivered,
        { FulfillmentStatus: "fulfilled" or "partial" } => OrderStatus.Shipped,
        { FinancialStatus: "pending" or "voided" or null } => OrderStatus.Pending,
        _ => OrderStatus.Processing,
    };

    static PaymentStatus PaymentOf(string? status) => status switch
    {
        "paid" or "partially_refunded" => PaymentStatus.Paid,
        "refunded" => PaymentStatus.Refunded,
        "voided" => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };

    static void ApplyAmounts(Order order, ShopifyOrder from)
    {
        order.Subtotal = Shop(from.SubtotalPriceSet) ?? from.SubtotalPrice ?? 0;
        order.Discount = Shop(from.TotalDiscountsSet) ?? from.TotalDiscounts ?? 0;
        order.Total = Shop(from.TotalPriceSet) ?? from.TotalPrice ?? 0;
        order.Shipping = Shop(from.TotalShippingPriceSet) ?? from.ShippingLines.Sum(l => Shop(l.PriceSet) ?? l.Price ?? 0);
        order.Gst = Shop(from.TotalTaxSet) ?? from.TotalTax ?? 0;
        order.ShippingMethodName = from.ShippingLines.FirstOrDefault()?.Title;
    }

    static void ApplyPerson(Order order, ShopifyOrder from, Customer? customer)
    {
        order.Email = Customer.NormaliseEmail(from.Email) ?? Customer.NormaliseEmail(from.ContactEmail) ?? customer?.Email;
        var parcel = ParcelOf(from);
        order.TrackingNumber = parcel?.TrackingNumber ?? parcel?.TrackingNumbers.FirstOrDefault();
        order.TrackingUrl = parcel?.TrackingUrl ?? parcel?.TrackingUrls.FirstOrDefault();
    }

    /// <summary>Null: not sent yet, or a label that was cancelled and whose number leads nowhere.</summary>
    static ShopifyFulfillment? ParcelOf(ShopifyOrder from) => from.Fulfillments.LastOrDefault(f => f.Status is "success" or "open" or "pending" or null);

    static void ApplyParcel(Order order, ShopifyOrder from)
    {
        var parcel = ParcelOf(from);
        order.Carrier = parcel?.TrackingCompany;
        order.ShippedAt = parcel?.CreatedAt;
        order.DeliveredAt = parcel?.ShipmentStatus == "delivered" ? parcel.UpdatedAt : null;
    }

    static void ApplyLines(HubContext hub, Order order, ShopifyOrder from, KnownCosts costs)
    {
        foreach (var gone in order.Lines.Where(l => from.LineItems.All(i => i.Id != l.ShopifyId)).ToList())
        {
            order.Lines.Remove(gone);
            hub.Remove(gone);
        }
        foreach (var item in from.LineItems)
        {
            var line = order.Lines.FirstOrDefault(l => l.ShopifyId == item.Id);
            if (line is null) order.Lines.Add(line = new() { ShopifyId = item.Id, Title = "", Quantity = 0, UnitPrice = 0 });
            // A product that is deleted later takes its id out of the line; what was sold stays what it was.
            line.ShopifyVariantId ??= item.VariantId;
            line.Sku ??= string.IsNullOrWhiteSpace(item.Sku) ? null : item.Sku;
            line.Title = item.Name ?? item.Title ?? item.Sku ?? "item";
            line.Quantity = item.Quantity;
            line.Unfulfilled = order.CancelledAt is null ? item.FulfillableQuantity ?? 0 : 0;
            line.UnitPrice = Shop(item.PriceSet) ?? item.Price ?? 0;
            line.UnitCost ??= costs.For(item);
            line.Discount = DiscountOf(item);
        }
    }

    static decimal DiscountOf(ShopifyLineItem item) => Shop(item.TotalDiscountSet) ?? item.TotalDiscount ?? 0;

    static decimal? Shop(ShopifyMoneySet? set) => set?.ShopMoney?.Amount;
}
