using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>What a webhook says: the bare REST resource, in the shape of a version. https://shopify.dev/docs/api/webhooks</summary>
sealed class WebhookBody(SandboxWorld world, string version)
{
    DateTimeOffset Now => world.Now;

    public JsonObject? Of(string topic, ShopChange change) => topic switch
    {
        "orders/edited" => Edit(change.Order!, change.Edit!),
        "customers/data_request" => Privacy(change, "orders_requested", extra: new JsonObject { ["id"] = change.Customer!.Id % 100_000 }),
        "customers/redact" => Privacy(change, "orders_to_redact"),
        "shop/redact" => Shop(),
        "customers/delete" => new JsonObject { ["id"] = change.Customer!.Id, ["phone"] = null, ["addresses"] = new JsonArray(), ["tax_exemptions"] = new JsonArray(), ["admin_graphql_api_id"] = $"gid://shopify/Customer/{change.Customer.Id}" },
        "products/delete" => new JsonObject { ["id"] = change.Product!.Id },
        _ => Resource(topic.Split('/')[0], change),
    };

    JsonObject? Resource(string kind, ShopChange change) => kind switch
    {
        "orders" => new OrderDocument(change.Order!, Now).Full(),
        "customers" => IsOld ? new CustomerDocument(world.Shop, Now).Old(change.Customer!) : Customer(change.Customer!),
        "refunds" => new OrderParts(change.Order!, Now).Refund(change.Refund!),
        "fulfillments" => Fulfilment(change.Order!),
        "inventory_levels" => ProductDocument.InventoryLevel(change.Variant!),
        "products" => ProductDocument.Of(change.Product!),
        _ => null,
    };

    public static JsonObject OfBulk(BulkOperation operation) => new()
    {
        ["admin_graphql_api_id"] = operation.Id, ["completed_at"] = Sydney.Format(operation.CompletedAt!.Value), ["created_at"] = Sydney.Format(operation.CreatedAt),
        ["error_code"] = operation.ErrorCode?.ToLowerInvariant(), ["status"] = operation.Status.ToLowerInvariant(), ["type"] = "query",
    };

    /// <summary>Counts, tags and consent left the customer's webhooks with 2025-01.</summary>
    bool IsOld => string.CompareOrdinal(version, "2025-01") < 0;

    static JsonObject Customer(Customer customer)
    {
        var json = CustomerDocument.Brief(customer);
        json["addresses"] = new JsonArray();
        return json;
    }

    JsonObject Fulfilment(Order order)
    {
        var json = new OrderParts(order, Now).Fulfilment(order.Shipment!);
        json["email"] = order.Email;
        json["destination"] = (order.ShipTo ?? order.Customer?.Address) is { } address ? CustomerDocument.Postal(order.Customer, address) : null;
        return json;
    }

    static JsonObject Edit(Order order, OrderEdit edit)
    {
        static JsonObject Changes(IEnumerable<JsonNode> additions, IEnumerable<JsonNode> removals) => new() { ["additions"] = new JsonArray([.. additions]), ["removals"] = new JsonArray([.. removals]) };
        return new JsonObject
        {
            ["order_edit"] = new JsonObject
            {
                ["id"] = edit.Id, ["app_id"] = null, ["created_at"] = Sydney.Format(edit.At), ["committed_at"] = Sydney.Format(edit.At), ["notify_customer"] = false,
                ["order_id"] = order.Id, ["staff_note"] = "", ["user_id"] = null,
                ["line_items"] = Changes(edit.Added.Select(l => new JsonObject { ["id"] = l.Id, ["delta"] = l.Quantity }), edit.Removed.Select(r => new JsonObject { ["id"] = r.Line.Id, ["delta"] = r.Quantity })),
                ["discounts"] = new JsonObject { ["line_item"] = Changes([], []) },
                ["shipping_lines"] = Changes([], []),
            },
        };
    }

    static JsonObject Shop() => new() { ["shop_id"] = Ids.Shop, ["shop_domain"] = Credentials.ShopifyDomain };

    static JsonObject Privacy(ShopChange change, string list, JsonObject? extra = null)
    {
        var (json, customer) = (Shop(), change.Customer!);
        json["customer"] = new JsonObject { ["id"] = customer.Id, ["email"] = customer.Email, ["phone"] = customer.Phone };
        json[list] = new JsonArray([.. change.Orders.Select(o => (JsonNode)o.Id)]);
        if (extra is not null) json["data_request"] = extra;
        return json;
    }
}
