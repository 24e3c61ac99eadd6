using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>What an order is made of: lines, parcel, refunds, payments.</summary>
sealed class OrderParts(Order order, DateTimeOffset now)
{
    public string Gateway => order.Test ? "bogus" : "shopify_payments";

    public JsonObject Line(OrderLine line)
    {
        var variant = line.Variant;
        var kept = order.IsCancelled(now) ? 0 : line.Quantity - order.Returned(line, now);
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
            ["product_exists"] = true,
            ["product_id"] = variant.Product.Id,
            ["properties"] = new JsonArray(),
            ["quantity"] = line.Quantity,
            ["requires_shipping"] = true,
            ["sales_line_item_group_id"] = null,
            ["sku"] = variant.Sku,
            ["taxable"] = true,
            ["title"] = variant.Product.Title,
            ["variant_id"] = variant.Id,
            ["variant_inventory_management"] = "shopify",
            ["variant_title"] = variant.Product.HasOptions ? variant.Title : null,
            ["vendor"] = GroomingShop.Name,
            ["tax_lines"] = Money.GstLines(line.Net),
            ["duties"] = new JsonArray(),
            ["discount_allocations"] = line.Discount == 0 ? [] : new JsonArray(new JsonObject
            {
                ["amount"] = Money.Text(line.Discount), ["amount_set"] = Money.Set(line.Discount), ["discount_application_index"] = 0,
            }),
        };
        Money.Add(json, "price", line.Price);
        Money.Add(json, "total_discount", 0);
        return json;
    }

    public JsonObject ShippingLine()
    {
        var json = new JsonObject
        {
            ["id"] = Ids.Line(order.Number, 90), ["carrier_identifier"] = null, ["code"] = order.Shipping.Code, ["is_removed"] = false,
            ["phone"] = null, ["source"] = "shopify", ["title"] = order.Shipping.Title,
            ["tax_lines"] = Money.GstLines(order.Shipping.Price), ["discount_allocations"] = new JsonArray(),
        };
        Money.Add(json, "discounted_price", order.Shipping.Price);
        Money.Add(json, "price", order.Shipping.Price);
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
        ["total_duties_set"] = Money.Set(0),
        ["user_id"] = null,
        ["duties"] = new JsonArray(),
        ["return"] = null,
        ["refund_shipping_lines"] = new JsonArray(),
        ["order_adjustments"] = new JsonArray(),
        ["transactions"] = new JsonArray(RefundTransaction(refund)),
        ["refund_line_items"] = new JsonArray([.. refund.Lines.Select((l, i) => new JsonObject
        {
            ["id"] = refund.Id * 10 + i,
            ["line_item_id"] = l.Line.Id,
            ["location_id"] = Ids.Location,
            ["quantity"] = l.Quantity,
            ["restock_type"] = refund.Restock ? "return" : "no_restock",
            // Numbers, not strings: the one place where Shopify writes money so.
            ["subtotal"] = l.Subtotal,
            ["subtotal_set"] = Money.Set(l.Subtotal),
            ["total_tax"] = Money.Gst(l.Subtotal),
            ["total_tax_set"] = Money.Set(Money.Gst(l.Subtotal)),
            ["line_item"] = Line(l.Line),
        })]),
    };

    public JsonObject Sale() => Transaction(1, "sale", order.Total, order.PaidAt!.Value, parent: null);

    public JsonObject RefundTransaction(Refund refund) =>
        Transaction(2 + order.Refunds.IndexOf(refund), "refund", refund.Amount, refund.At, parent: Ids.Transaction(order.Number, 1));

    JsonObject Transaction(int index, string kind, decimal amount, DateTimeOffset at, long? parent)
    {
        var id = Ids.Transaction(order.Number, index);
        return new JsonObject
        {
            ["id"] = id, ["admin_graphql_api_id"] = $"gid://shopify/OrderTransaction/{id}", ["amount"] = Money.Text(amount), ["authorization"] = $"ch_{id}",
            ["created_at"] = Sydney.Format(at), ["currency"] = Money.Currency, ["device_id"] = null, ["error_code"] = null, ["gateway"] = Gateway,
            ["kind"] = kind, ["location_id"] = null, ["message"] = null, ["order_id"] = order.Id, ["parent_id"] = parent,
            ["payment_id"] = $"{order.Name}.{index}", ["processed_at"] = Sydney.Format(at), ["receipt"] = new JsonObject(), ["source_name"] = "web",
            ["status"] = "success", ["test"] = order.Test, ["user_id"] = null,
        };
    }
}
