using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>What a mutation brought about, and what hindered it.</summary>
sealed record Payload(object? Result, params IReadOnlyList<UserError> Errors);

/// <param name="Field">The way to the argument that is wrong.</param>
sealed record UserError(IReadOnlyList<string>? Field, string Message, string? Code = null);

/// <summary>What can be changed. https://shopify.dev/docs/api/admin-graphql/2026-01/mutations</summary>
sealed class MutationRoot(AdminSchema schema, SandboxWorld world)
{
    static readonly ObjectType<UserError> Plain = Error("UserError", withCode: false);

    GroomingShop Shop => world.Shop;

    public ObjectType Type => new ObjectType<SandboxWorld>("Mutation")
        .One("bulkOperationRunQuery", () => Returning("BulkOperationRunQueryPayload", "bulkOperation", () => schema.Bulk.Operation, "BulkOperationUserError"), "query! groupObjects",
            (_, a) => world.Shopify.Bulk.Run(a.Text("query")!, a.Flag("groupObjects")))
        .One("bulkOperationCancel", () => Returning("BulkOperationCancelPayload", "bulkOperation", () => schema.Bulk.Operation), "id!", (_, a) => world.Shopify.Bulk.Cancel(a.Text("id")!))
        .One("webhookSubscriptionCreate", () => Returning("WebhookSubscriptionCreatePayload", "webhookSubscription", () => schema.Webhooks.Subscription), "topic! webhookSubscription!", (_, a) => Subscribe(a))
        .One("webhookSubscriptionUpdate", () => Returning("WebhookSubscriptionUpdatePayload", "webhookSubscription", () => schema.Webhooks.Subscription), "id! webhookSubscription!", (_, a) => Resubscribe(a))
        .One("webhookSubscriptionDelete", () => Returning("WebhookSubscriptionDeletePayload", "deletedWebhookSubscriptionId", null), "id!", (_, a) => Unsubscribe(a))
        .One("inventoryAdjustQuantities", () => Returning("InventoryAdjustQuantitiesPayload", "inventoryAdjustmentGroup", () => AdjustmentGroup, "InventoryAdjustQuantitiesUserError"), "input!",
            (_, a) => new StockMutations(world).Adjust(a.Object("input")))
        .One("inventorySetQuantities", () => Returning("InventorySetQuantitiesPayload", "inventoryAdjustmentGroup", () => AdjustmentGroup, "InventorySetQuantitiesUserError"), "input!",
            (_, a) => new StockMutations(world).Set(a.Object("input")))
        .One("orderUpdate", () => Returning("OrderUpdatePayload", "order", () => schema.Orders.Order), "input!", (_, a) => Update(a.Object("input")))
        .One("tagsAdd", () => Returning("TagsAddPayload", "node", () => schema.Node), "id! tags!", (_, a) => Tag(a.Text("id")!, a.Texts("tags")));

    static ObjectType<Payload> Returning(string name, string field, Func<ObjectType>? of, string errors = "UserError") =>
        new ObjectType<Payload>(name) { IsFree = true }
            .With(field, of is null ? Shape.Value : Shape.One, of, "", (p, _) => p.Result)
            .Many("userErrors", () => errors == "UserError" ? Plain : Error(errors, withCode: true), p => p.Errors, "");

    static ObjectType<UserError> Error(string name, bool withCode)
    {
        var type = new ObjectType<UserError>(name) { IsFree = true }.Value("field", e => e.Field).Value("message", e => e.Message);
        return withCode ? type.Value("code", e => e.Code) : type;
    }

    ObjectType<StockAdjustment> AdjustmentGroup => field ??= new ObjectType<StockAdjustment>("InventoryAdjustmentGroup")
        .Value("id", g => Gid.Of("InventoryAdjustmentGroup", g.Id))
        .Value("createdAt", g => g.At)
        .Value("reason", g => g.Reason)
        .Value("referenceDocumentUri", g => g.Reference)
        .Many("changes", () => Change, g => g.Changes, "inventoryItemIds locationIds quantityNames");

    ObjectType<StockMove> Change => field ??= new ObjectType<StockMove>("InventoryChange")
        .Value("name", c => c.Name)
        .Value("delta", c => c.Delta)
        .Value("quantityAfterChange", c => c.After)
        .One("item", () => schema.Stock.Item, c => c.Variant)
        .One("location", () => schema.Stock.Location, _ => Shop);

    Payload Subscribe(Arguments arguments)
    {
        var topic = Topics.Of(arguments.Text("topic")!)
            ?? throw new GraphException($"Variable $topic of type WebhookSubscriptionTopic! was provided invalid value. Expected \"{arguments.Text("topic")}\" to be one of: {string.Join(", ", Topics.Enumerations)}", "INVALID_VARIABLE");
        return world.Shopify.Subscriptions.Subscribe(topic, arguments.Object("webhookSubscription"));
    }

    Payload Resubscribe(Arguments arguments) => world.Shopify.Subscriptions.Change(arguments.Id("id"), arguments.Object("webhookSubscription"));

    Payload Unsubscribe(Arguments arguments) => world.Shopify.Subscriptions.Remove(arguments.Id("id"))
        ? new(arguments.Text("id")) : new(null, new UserError(["id"], "Webhook subscription does not exist"));

    Payload Update(JsonObject input)
    {
        if (schema.Find(Graph.Arguments.Text(input["id"]))?.Object is not Order order) return new(null, new UserError(["id"], "Order does not exist"));
        if (input.ContainsKey("note")) order.Note = Graph.Arguments.Text(input["note"]);
        if (input["tags"] is { } tags) order.Tags = Tags(Graph.Arguments.Texts(tags));
        if (input.ContainsKey("email")) order.Email = Graph.Arguments.Text(input["email"]) ?? "";
        Shop.Touch(order);
        return new(order);
    }

    Payload Tag(string id, IReadOnlyList<string> tags)
    {
        var found = schema.Find(id);
        switch (found?.Object)
        {
            case Order order:
                order.Tags = Tags([.. order.Tags, .. tags]);
                Shop.Touch(order);
                break;
            case Customer customer:
                customer.Tags = Tags([.. customer.Tags, .. tags]);
                Shop.Touch(customer);
                break;
            default:
                return new(null, new UserError(["id"], "Resource does not exist or cannot be tagged"));
        }
        return new(found);
    }

    /// <summary>A comma separates tags wherever they come from; each is kept once, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Tags(IEnumerable<string> tags) =>
        [.. tags.SelectMany(t => t.Split(',')).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
