using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Shopify.Graph;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Orders made and changed by API: https://shopify.dev/docs/api/admin-rest/latest/resources/order</summary>
sealed class OrderWrites(GroomingShop shop, OrderRequests orders)
{
    static readonly string[] Reasons = ["customer", "declined", "fraud", "inventory", "staff", "other"];

    /// <summary>POST orders.json: line_items with variant_id or sku, email or customer, financial_status, test, note, tags.</summary>
    public Answer Create(Call call)
    {
        if (call.Body["order"] is not JsonObject wanted) return Required("order");
        if (wanted["line_items"] is not JsonArray { Count: > 0 } lines) return Invalid("line_items", "must have at least one line item");
        List<(string, int)> items = [];
        foreach (var line in lines.OfType<JsonObject>())
        {
            if (VariantOf(line) is not { } variant) return Invalid("line_items", "variant does not exist");
            items.Add((variant.Sku, Arguments.Whole(line["quantity"]) ?? 1));
        }
        var customer = wanted["customer"] as JsonObject;
        var email = Arguments.Text(wanted["email"]) ?? Arguments.Text(customer?["email"]) ?? "";
        return Try(() =>
        {
            var order = shop.PlaceOrder(email, items, Arguments.Text(customer?["first_name"]), Arguments.Text(customer?["last_name"]),
                paid: Arguments.Text(wanted["financial_status"]) is null or "paid", test: wanted["test"]?.GetValueKind() == JsonValueKind.True);
            order.Note = Arguments.Text(wanted["note"]);
            order.Tags = Tags(wanted["tags"]);
            return new Answer(201, new JsonObject { ["order"] = Document(order).Full() });
        });
    }

    /// <summary>PUT orders/{id}.json: note, tags, email, shipping_address.</summary>
    public Answer? Update(string id, Call call)
    {
        if (orders.Find(id) is not { } order) return null;
        if (call.Body["order"] is not JsonObject wanted) return Required("order");
        if (Arguments.Text(wanted["email"]) is { Length: > 0 } email && !email.Contains('@', StringComparison.Ordinal)) return Invalid("email", "is invalid");
        if (wanted.ContainsKey("note")) order.Note = Arguments.Text(wanted["note"]);
        if (wanted.ContainsKey("tags")) order.Tags = Tags(wanted["tags"]);
        if (wanted.ContainsKey("email")) order.Email = Arguments.Text(wanted["email"]) ?? "";
        if (wanted["shipping_address"] is JsonObject to) order.ShipTo = Moved(to, order.ShipTo ?? order.Customer?.Address);
        shop.Touch(order);
        return Shown(order);
    }

    /// <summary>POST orders/{id}/cancel.json; the reply has a notice beside the order.</summary>
    public Answer? Cancel(string id, Call call)
    {
        if (orders.Find(id) is not { } order) return null;
        var reason = call["reason"] ?? "other";
        if (!Reasons.Contains(reason)) return Invalid("reason", "is not included in the list");
        return Try(() => Answer.Ok(new JsonObject { ["order"] = Document(shop.Cancel(order, reason)).Full(), ["notice"] = "Order has been canceled" }));
    }

    /// <summary>POST orders/{id}/close.json and open.json.</summary>
    public Answer? Move(string id, bool open)
    {
        if (orders.Find(id) is not { } order) return null;
        var office = new BackOffice(shop);
        return Try(() => Shown(open ? office.Reopen(order) : office.Archive(order)));
    }

    /// <summary>POST orders/{id}/refunds.json: the amount of the transactions, the line items that come back.</summary>
    public Answer? Refund(string id, Call call)
    {
        if (orders.Find(id) is not { } order) return null;
        if (call.Body["refund"] is not JsonObject wanted) return Required("refund");
        var amounts = (wanted["transactions"] as JsonArray ?? []).OfType<JsonObject>().Select(t => Arguments.Text(t["amount"])).ToList();
        var lines = (wanted["refund_line_items"] as JsonArray ?? []).OfType<JsonObject>().Select(l => Arguments.Text(l["line_item_id"])).ToList();
        var skus = order.LinesBy(shop.Now).Where(l => lines.Contains(l.Id.ToString(CultureInfo.InvariantCulture))).Select(l => l.Sku).ToList();
        var sum = amounts.Sum(a => decimal.TryParse(a, CultureInfo.InvariantCulture, out var amount) ? amount : 0);
        if (amounts.Count + skus.Count == 0) return Invalid("base", "Refund must have transactions or line items");
        return Try(() =>
        {
            shop.Refund(order, sum, Arguments.Text(wanted["note"]) ?? "", skus);
            return new Answer(201, new JsonObject { ["refund"] = new OrderParts(order, shop.Now).Refund(order.Refunds[^1]) });
        });
    }

    /// <summary>POST fulfillments.json: an order's fulfilment order goes out as one parcel.</summary>
    public Answer Fulfil(Call call)
    {
        var wanted = call.Body["fulfillment"] as JsonObject;
        var first = (wanted?["line_items_by_fulfillment_order"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault();
        if (first is null) return Required("fulfillment");
        var number = long.TryParse(Arguments.Text(first["fulfillment_order_id"]), CultureInfo.InvariantCulture, out var id) ? Ids.OfFulfilmentOrder(id) : 0;
        if (shop.FindOrder(number) is not { } order) return new Answer(404, new JsonObject { ["errors"] = "Not Found" });
        return Try(() =>
        {
            shop.Fulfil(order, Arguments.Text((wanted!["tracking_info"] as JsonObject)?["company"]));
            return new Answer(201, new JsonObject { ["fulfillment"] = new OrderParts(order, shop.Now).Fulfilment(order.Shipment!) });
        });
    }

    Variant? VariantOf(JsonObject line)
    {
        var (id, sku) = (Arguments.Text(line["variant_id"]), Arguments.Text(line["sku"]));
        return shop.Variants.FirstOrDefault(v => v.Id.ToString(CultureInfo.InvariantCulture) == id) ?? (sku is null ? null : shop.FindVariant(sku));
    }

    static Address Moved(JsonObject to, Address? from) => new(
        Arguments.Text(to["address1"]) ?? from?.Street ?? "", Arguments.Text(to["city"]) ?? from?.City ?? "", Arguments.Text(to["province"]) ?? from?.Province ?? "",
        Arguments.Text(to["province_code"]) ?? from?.ProvinceCode ?? "", Arguments.Text(to["zip"]) ?? from?.Postcode ?? "");

    static IReadOnlyList<string> Tags(JsonNode? tags) => MutationRoot.Tags(Arguments.Texts(tags));

    OrderDocument Document(Order order) => new(order, shop.Now);

    Answer Shown(Order order) => Answer.Ok(new JsonObject { ["order"] = Document(order).Full() });

    /// <summary>The shop's refusal in Shopify's shape: 422 and errors under "base".</summary>
    static Answer Try(Func<Answer> deed)
    {
        try { return deed(); }
        catch (ShopException e) { return Invalid("base", e.Message); }
    }

    static Answer Required(string name) => new(400, new JsonObject { ["errors"] = new JsonObject { [name] = "Required parameter missing or invalid" } });

    static Answer Invalid(string field, string why) => new(422, new JsonObject { ["errors"] = new JsonObject { [field] = new JsonArray(why) } });
}
