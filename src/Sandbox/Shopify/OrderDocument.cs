using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// An order as JSON, as it stands at an instant. https://shopify.dev/docs/api/admin-rest/latest/resources/order
/// </summary>
sealed class OrderDocument(Order order, DateTimeOffset now)
{
    readonly OrderParts parts = new(order, now);

    public JsonObject Full()
    {
        var json = Head();
        Amounts(json);
        var (customer, address) = (order.Customer, order.Customer?.Address);
        json["billing_address"] = address is null ? null : CustomerDocument.Postal(customer!, address);
        json["customer"] = customer is null ? null : CustomerDocument.Brief(customer);
        json["discount_applications"] = Discounts();
        json["fulfillments"] = Fulfilments();
        json["line_item_groups"] = new JsonArray();
        json["line_items"] = new JsonArray([.. order.Lines.Select(parts.Line)]);
        json["payment_terms"] = null;
        json["refunds"] = Refunds();
        json["returns"] = new JsonArray();
        json["shipping_address"] = address is null ? null : CustomerDocument.Postal(customer!, address);
        json["shipping_lines"] = new JsonArray(parts.ShippingLine());
        return json;
    }

    public JsonArray Fulfilments() => order.IsShipped(now) ? new JsonArray(parts.Fulfilment(order.Shipment!)) : [];

    public JsonArray Refunds() => new([.. order.RefundsBy(now).Select(parts.Refund)]);

    public JsonArray Transactions()
    {
        var list = new JsonArray();
        if (order.IsPaid(now)) list.Add(parts.Sale());
        foreach (var refund in order.RefundsBy(now)) list.Add(parts.RefundTransaction(refund));
        return list;
    }

    JsonObject Head() => new()
    {
        ["id"] = order.Id,
        ["admin_graphql_api_id"] = $"gid://shopify/Order/{order.Id}",
        ["app_id"] = 580111,
        ["browser_ip"] = null,
        ["buyer_accepts_marketing"] = false,
        ["cancel_reason"] = order.IsCancelled(now) ? order.CancelReason : null,
        ["cancelled_at"] = order.IsCancelled(now) ? Sydney.Format(order.CancelledAt!.Value) : null,
        ["cart_token"] = null,
        ["checkout_token"] = null,
        ["client_details"] = null,
        ["closed_at"] = order.ClosedAt(now) is { } closed ? Sydney.Format(closed) : null,
        ["confirmation_number"] = $"MC{order.Number:D7}",
        ["confirmed"] = true,
        ["contact_email"] = order.Email.Length > 0 ? order.Email : null,
        ["created_at"] = Sydney.Format(order.PlacedAt),
        ["currency"] = Money.Currency,
        ["customer_locale"] = "en-AU",
        ["discount_codes"] = order.DiscountCode is { } code
            ? new JsonArray(new JsonObject { ["code"] = code, ["amount"] = Money.Text(order.Discount), ["type"] = "percentage" }) : [],
        ["duties_included"] = false,
        ["email"] = order.Email,
        ["estimated_taxes"] = false,
        ["financial_status"] = order.FinancialStatus(now),
        ["fulfillment_status"] = order.IsShipped(now) ? "fulfilled" : null,
        ["landing_site"] = "/",
        ["location_id"] = null,
        ["merchant_business_entity_id"] = "MTY4MTIwMzMwMDAx",
        ["name"] = order.Name,
        ["note"] = null,
        ["note_attributes"] = new JsonArray(),
        ["number"] = order.Number - 1000,
        ["order_number"] = order.Number,
        ["order_status_url"] = $"https://{Credentials.ShopifyDomain}/{Ids.Shop}/orders/{Handles.Number(order.Name):x}/authenticate?key=sandbox",
        ["payment_gateway_names"] = new JsonArray(parts.Gateway),
        ["phone"] = null,
        ["po_number"] = null,
        ["presentment_currency"] = Money.Currency,
        ["processed_at"] = Sydney.Format(order.PlacedAt),
        ["referring_site"] = null,
        ["source_name"] = "web",
        ["tags"] = "",
        ["tax_exempt"] = false,
        ["tax_lines"] = Money.GstLines(order.Total),
        ["taxes_included"] = true,
        ["test"] = order.Test,
        ["token"] = $"{Handles.Number(order.Name):x}",
        ["updated_at"] = Sydney.Format(order.UpdatedAt(now)),
        ["user_id"] = null,
    };

    /// <summary>The prices of the day of the order, and the "current" ones after refunds.</summary>
    void Amounts(JsonObject json)
    {
        var back = order.Refunded(now);
        var goodsBack = order.RefundsBy(now).SelectMany(r => r.Lines).Sum(l => l.Subtotal);
        var cancelledUnpaid = order.IsCancelled(now) && !order.IsPaid(now);
        var left = cancelledUnpaid ? 0 : order.Total - back;
        Money.Add(json, "current_subtotal_price", cancelledUnpaid ? 0 : order.Subtotal - goodsBack);
        Money.Add(json, "current_total_discounts", cancelledUnpaid ? 0 : order.Discount);
        Money.Add(json, "current_total_price", left);
        Money.Add(json, "current_total_tax", Money.Gst(left));
        json["current_shipping_price_set"] = Money.Set(order.Shipping.Price);
        json["current_total_additional_fees_set"] = null;
        json["current_total_duties_set"] = null;
        Money.Add(json, "subtotal_price", order.Subtotal);
        json["total_cash_rounding_payment_adjustment_set"] = Money.Set(0);
        json["total_cash_rounding_refund_adjustment_set"] = Money.Set(0);
        Money.Add(json, "total_discounts", order.Discount);
        Money.Add(json, "total_line_items_price", order.LinesTotal);
        json["total_outstanding"] = Money.Text(order.IsPaid(now) || cancelledUnpaid ? 0 : order.Total);
        Money.Add(json, "total_price", order.Total);
        json["total_shipping_price_set"] = Money.Set(order.Shipping.Price);
        Money.Add(json, "total_tax", Money.Gst(order.Total));
        json["total_tip_received"] = "0.00";
        json["total_weight"] = order.Lines.Sum(l => l.Variant.Grams * l.Quantity);
    }

    JsonArray Discounts() => order.DiscountCode is not { } code ? [] : new JsonArray(new JsonObject
    {
        ["target_type"] = "line_item", ["type"] = "discount_code", ["value"] = Money.Text(order.Discount), ["value_type"] = "fixed_amount",
        ["allocation_method"] = "across", ["target_selection"] = "all", ["code"] = code,
    });
}
