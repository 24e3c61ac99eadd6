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
        var shipTo = order.ShipTo ?? address;
        json["billing_address"] = address is null ? null : CustomerDocument.Postal(customer, address);
        json["customer"] = customer is null ? null : CustomerDocument.Brief(customer);
        json["discount_applications"] = Discounts();
        json["fulfillments"] = Fulfilments();
        json["line_item_groups"] = new JsonArray();
        json["line_items"] = new JsonArray([.. order.LinesBy(now).Select(parts.Line)]);
        json["payment_terms"] = null;
        json["refunds"] = Refunds();
        json["returns"] = new JsonArray();
        json["shipping_address"] = shipTo is null ? null : CustomerDocument.Postal(customer, shipTo);
        json["shipping_lines"] = new JsonArray(parts.ShippingLine());
        return json;
    }

    public JsonArray Fulfilments() => order.IsShipped(now) ? new JsonArray(parts.Fulfilment(order.Shipment!)) : [];

    /// <summary>What is to be sent: one for the whole order. https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillmentorder</summary>
    public JsonArray FulfilmentOrders() => new(new JsonObject
    {
        ["id"] = Ids.FulfilmentOrder(order.Number), ["shop_id"] = Ids.Shop, ["order_id"] = order.Id, ["assigned_location_id"] = Ids.Location, ["request_status"] = "unsubmitted",
        ["status"] = order.IsShipped(now) || order.IsCancelled(now) ? "closed" : "open", ["created_at"] = Sydney.Format(order.PlacedAt), ["updated_at"] = Sydney.Format(order.UpdatedAt(now)),
        ["supported_actions"] = order.IsShipped(now) || order.IsCancelled(now) ? [] : new JsonArray("create_fulfillment"),
        ["line_items"] = new JsonArray([.. order.LinesBy(now).Select(l => new JsonObject
        {
            ["id"] = l.Id + 300_000_000_000, ["shop_id"] = Ids.Shop, ["fulfillment_order_id"] = Ids.FulfilmentOrder(order.Number), ["line_item_id"] = l.Id, ["inventory_item_id"] = l.Variant.InventoryItemId,
            ["variant_id"] = l.Variant.Id, ["quantity"] = l.Quantity, ["fulfillable_quantity"] = order.IsShipped(now) ? 0 : order.Kept(l, now),
        })]),
    });

    public JsonArray Refunds() => new([.. order.RefundsBy(now).Select(parts.Refund)]);

    public JsonArray Transactions() => new([.. Payment.Of(order, now).Select(parts.Transaction)]);

    public static string Confirmation(Order order) => $"MC{order.Number:D7}";

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
        ["confirmation_number"] = Confirmation(order),
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
        ["note"] = order.Note,
        ["note_attributes"] = new JsonArray(),
        ["number"] = order.Number - 1000,
        ["order_number"] = order.Number,
        ["order_status_url"] = $"https://{Credentials.ShopifyDomain}/{Ids.Shop}/orders/{Handles.Number(order.Name):x}/authenticate?key=sandbox",
        ["payment_gateway_names"] = new JsonArray(parts.Gateway),
        ["phone"] = null,
        ["po_number"] = null,
        ["presentment_currency"] = order.Presentment?.Currency ?? Money.Currency,
        ["processed_at"] = Sydney.Format(order.PlacedAt),
        ["referring_site"] = null,
        ["source_name"] = "web",
        ["tags"] = string.Join(", ", order.Tags),
        ["tax_exempt"] = false,
        ["tax_lines"] = Money.GstLines(order.Charged(now), order.Presentment),
        ["taxes_included"] = true,
        ["test"] = order.Test,
        ["token"] = $"{Handles.Number(order.Name):x}",
        ["updated_at"] = Sydney.Format(order.UpdatedAt(now)),
        ["user_id"] = null,
    };

    /// <summary>The prices of the day of the order, and the "current" ones after edits and refunds.</summary>
    void Amounts(JsonObject json)
    {
        JsonObject Set(decimal amount) => Money.Set(amount, order.Presentment);
        void Add(string name, decimal amount) => Money.Add(json, name, amount, order.Presentment);
        var cancelledUnpaid = order.IsCancelled(now) && !order.IsPaid(now);
        var (charged, left) = (order.Charged(now), order.Worth(now));
        Add("current_subtotal_price", order.GoodsWorth(now));
        Add("current_total_discounts", cancelledUnpaid ? 0 : order.Discount);
        Add("current_total_price", left);
        Add("current_total_tax", Money.Gst(left));
        json["current_shipping_price_set"] = Set(order.Shipping.Price);
        json["current_total_additional_fees_set"] = null;
        json["current_total_duties_set"] = null;
        Add("subtotal_price", charged - order.Shipping.Price);
        json["total_cash_rounding_payment_adjustment_set"] = Set(0);
        json["total_cash_rounding_refund_adjustment_set"] = Set(0);
        Add("total_discounts", order.Discount);
        Add("total_line_items_price", order.LinesBy(now).Sum(l => l.Price * l.Quantity));
        json["total_outstanding"] = Money.Text(order.IsPaid(now) || cancelledUnpaid ? 0 : charged);
        Add("total_price", charged);
        json["total_shipping_price_set"] = Set(order.Shipping.Price);
        Add("total_tax", Money.Gst(charged));
        json["total_tip_received"] = "0.00";
        json["total_weight"] = order.LinesBy(now).Sum(l => l.Variant.Grams * l.Quantity);
    }

    JsonArray Discounts() => order.DiscountCode is not { } code ? [] : new JsonArray(new JsonObject
    {
        ["target_type"] = "line_item", ["type"] = "discount_code", ["value"] = Money.Text(order.Discount), ["value_type"] = "fixed_amount",
        ["allocation_method"] = "across", ["target_selection"] = "all", ["code"] = code,
    });
}
