using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>What an order is made of: lines, parcel, refunds, payments.</summary>
sealed class OrderParts(Order order, DateTimeOffset now)
{
    public string Gateway => GatewayOf(order);

    public static string GatewayOf(Order order) => order.Test ? "bogus" : "shopify_payments";

    JsonObject Set(decimal amount) => Money.Set(amount, order.Presentment);

    void Add(JsonObject to, string name, decimal amount) => Money.Add(to, name, amount, order.Presentment);

    public JsonObject Line(OrderLine line)
    {
        var variant = line.Variant;
        var kept = order.Kept(line, now);
        var gone = variant.Product.IsDeleted;
        var json = new JsonObject
        {
            ["id"] = line.Id,
            ["admin_graphql_api_id"] = $"gid://shopify/LineItem/{line.Id}",
            ["attributed_staffs"] = new JsonArray(),
            ["current_quantity"] = kept,
            ["fulfillable_quantity"] = order.IsShipped(now) ? 0 : kept,
            ["fulfillment_service"] = "manual",
            ["fulfillment_status"] = order.IsShipped(now) ? "fulfilled" : null,
            ["gift_card"] = false,
            ["grams"] = variant.Grams,
            ["name"] = variant.Name,
            ["product_exists"] = !gone,
            ["product_id"] = gone ? null : variant.Product.Id,
            ["properties"] = new JsonArray(),
            ["quantity"] = line.Quantity,
            ["requires_shipping"] = true,
            ["sales_line_item_group_id"] = null,
            ["sku"] = line.Sku,
            ["taxable"] = true,
            ["title"] = variant.Product.Title,
            ["variant_id"] = gone ? null : variant.Id,
            ["variant_inventory_management"] = "shopify",
            ["variant_title"] = variant.Product.HasOptions ? variant.Title : null,
            ["vendor"] = GroomingShop.Name,
            ["tax_lines"] = Money.GstLines(line.Net, order.Presentment),
            ["duties"] = new JsonArray(),
            ["discount_allocations"] = line.Discount == 0 ? [] : new JsonArray(new JsonObject
            {
                ["amount"] = Money.Text(line.Discount), ["amount_set"] = Set(line.Discount), ["discount_application_index"] = 0,
            }),
        };
        Add(json, "price", line.Price);
        Add(json, "total_discount", 0);
        return json;
    }

    public JsonObject ShippingLine()
    {
        var json = new JsonObject
        {
            ["id"] = Ids.Line(order.Number, 90), ["carrier_identifier"] = null, ["code"] = order.Shipping.Code, ["is_removed"] = false,
            ["phone"] = null, ["source"] = "shopify", ["title"] = order.Shipping.Title,
            ["tax_lines"] = Money.GstLines(order.Shipping.Price, order.Presentment), ["discount_allocations"] = new JsonArray(),
        };
        Add(json, "discounted_price", order.Shipping.Price);
        Add(json, "price", order.Shipping.Price);
        return json;
    }

    public JsonObject Fulfilment(Shipment parcel) => new()
    {
        ["id"] = Ids.Fulfilment(order.Number),
        ["admin_graphql_api_id"] = $"gid://shopify/Fulfillment/{Ids.Fulfilment(order.Number)}",
        ["created_at"] = Sydney.Format(parcel.At),
        ["location_id"] = Ids.Location,
        ["name"] = $"{order.Name}.1",
        ["order_id"] = order.Id,
        ["origin_address"] = new JsonObject(),
        ["receipt"] = new JsonObject(),
        ["service"] = "manual",
        ["shipment_status"] = parcel.Status(now),
        ["status"] = "success",
        ["tracking_company"] = parcel.Carrier,
        ["tracking_number"] = parcel.TrackingNumber,
        ["tracking_numbers"] = new JsonArray(parcel.TrackingNumber),
        ["tracking_url"] = parcel.TrackingUrl,
        ["tracking_urls"] = new JsonArray(parcel.TrackingUrl),
        ["updated_at"] = Sydney.Format(parcel.DeliveredAt is { } delivered && delivered <= now ? delivered : parcel.At),
        ["line_items"] = new JsonArray([.. order.Lines.Select(Line)]),
    };

    public JsonObject Refund(Refund refund) => new()
    {
        ["id"] = refund.Id,
        ["admin_graphql_api_id"] = $"gid://shopify/Refund/{refund.Id}",
        ["created_at"] = Sydney.Format(refund.At),
        ["note"] = refund.Note,
        ["order_id"] = order.Id,
        ["processed_at"] = Sydney.Format(refund.At),
        ["restock"] = refund.Restock,
        ["total_duties_set"] = Set(0),
        ["user_id"] = null,
        ["duties"] = new JsonArray(),
        ["return"] = null,
        ["refund_shipping_lines"] = new JsonArray(),
        ["order_adjustments"] = refund.Adjustment == 0 ? [] : new JsonArray(Adjustment(refund)),
        ["transactions"] = refund.Amount == 0 ? [] : new JsonArray(Transaction(Payment.OfRefund(order, refund))),
        ["refund_line_items"] = new JsonArray([.. refund.Lines.Select((l, i) => new JsonObject
        {
            ["id"] = refund.Id * 10 + i,
            ["line_item_id"] = l.Line.Id,
            ["location_id"] = Ids.Location,
            ["quantity"] = l.Quantity,
            ["restock_type"] = refund.Restock ? "return" : "no_restock",
            // Numbers, not strings: the one place where Shopify writes money so.
            ["subtotal"] = l.Subtotal,
            ["subtotal_set"] = Set(l.Subtotal),
            ["total_tax"] = Money.Gst(l.Subtotal),
            ["total_tax_set"] = Set(Money.Gst(l.Subtotal)),
            ["line_item"] = Line(l.Line),
        })]),
    };

    JsonObject Adjustment(Refund refund)
    {
        var json = new JsonObject { ["id"] = refund.Id, ["order_id"] = order.Id, ["refund_id"] = refund.Id, ["kind"] = "refund_discrepancy", ["reason"] = "Refund discrepancy" };
        Add(json, "amount", refund.Adjustment);
        Add(json, "tax_amount", 0);
        return json;
    }

    public JsonObject Transaction(Payment payment) => new()
    {
        ["id"] = payment.Id, ["admin_graphql_api_id"] = $"gid://shopify/OrderTransaction/{payment.Id}", ["amount"] = Money.Text(payment.Amount), ["authorization"] = $"ch_{payment.Id}",
        ["created_at"] = Sydney.Format(payment.At), ["currency"] = Money.Currency, ["device_id"] = null, ["error_code"] = null, ["gateway"] = Gateway,
        ["kind"] = payment.Kind, ["location_id"] = null, ["message"] = null, ["order_id"] = order.Id,
        ["parent_id"] = payment.Kind == "refund" ? Ids.Transaction(order.Number, 1) : null,
        ["payment_id"] = $"{order.Name}.{payment.Index}", ["processed_at"] = Sydney.Format(payment.At), ["receipt"] = new JsonObject(), ["source_name"] = "web",
        ["status"] = "success", ["test"] = order.Test, ["user_id"] = null,
    };
}
