using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>What can be asked. https://shopify.dev/docs/api/admin-graphql/2026-01/objects/QueryRoot</summary>
sealed class QueryRoot(AdminSchema schema, SandboxWorld world)
{
    const int CountsUpTo = 10_000;

    GroomingShop Shop => world.Shop;

    public ObjectType Type => Others(Lists(new ObjectType<SandboxWorld>("QueryRoot")));

    ObjectType<SandboxWorld> Lists(ObjectType<SandboxWorld> type) => type
        .Connection("orders", () => schema.Orders.Order, (_, a) => schema.Orders.Rows(Shop.Orders.Where(world.Shopify.MayRead), a))
        .Connection("customers", () => schema.Customers.Customer, (_, a) => schema.Customers.Rows(a))
        .Connection("products", () => schema.Goods.Product, (_, a) => schema.Goods.Products(a))
        .Connection("productVariants", () => schema.Goods.Variant, (_, a) => schema.Goods.Variants(a))
        .Connection("inventoryItems", () => schema.Stock.Item, (_, a) => schema.Stock.Items(a))
        .Connection("locations", () => schema.Stock.Location, (_, _) => [new Row(0, Ids.Location, Shop)], "includeInactive includeLegacy")
        .Connection("webhookSubscriptions", () => schema.Webhooks.Subscription, (_, a) => world.Shopify.Subscriptions.Rows(a.Texts("topics"), a.Text("uri")), "topics format uri")
        .Connection("bulkOperations", () => schema.Bulk.Operation, (_, a) => world.Shopify.Bulk.Rows(a.Text("query")))
        .One("ordersCount", () => schema.Money.Count, "query limit savedSearchId", (_, a) => Tally(Shop.Orders.Where(world.Shopify.MayRead).Count(schema.Orders.Search.Read(a.Text("query"))), a))
        .One("customersCount", () => schema.Money.Count, "query limit", (_, a) => Tally(Shop.Customers.Count(schema.Customers.Search.Read(a.Text("query"))), a))
        .One("productsCount", () => schema.Money.Count, "query limit savedSearchId", (_, a) => Tally(Shop.Products.Count(schema.Goods.ProductSearch.Read(a.Text("query"))), a))
        .One("productVariantsCount", () => schema.Money.Count, "query limit", (_, a) => Tally(Shop.Variants.Count(schema.Goods.VariantSearch.Read(a.Text("query"))), a));

    ObjectType<SandboxWorld> Others(ObjectType<SandboxWorld> type) => type
        .One("order", () => schema.Orders.Order, "id!", (_, a) => Found<Order>(a, "Order") is { } order && world.Shopify.MayRead(order) ? order : null)
        .One("customer", () => schema.Customers.Customer, "id!", (_, a) => Found<Customer>(a, "Customer"))
        .One("product", () => schema.Goods.Product, "id!", (_, a) => Found<Product>(a, "Product"))
        .One("productVariant", () => schema.Goods.Variant, "id!", (_, a) => Found<Variant>(a, "ProductVariant"))
        .One("inventoryItem", () => schema.Stock.Item, "id!", (_, a) => Found<Variant>(a, "InventoryItem"))
        .One("inventoryLevel", () => schema.Stock.Level, "id!", (_, a) => Found<StockLevel>(a, "InventoryLevel"))
        .One("location", () => schema.Stock.Location, "id", (_, a) => a.Has("id") ? Found<GroomingShop>(a, "Location") : Shop)
        .One("shop", () => ShopTypes.Shop, _ => Shop)
        .One("webhookSubscription", () => schema.Webhooks.Subscription, "id!", (_, a) => Found<Subscription>(a, "WebhookSubscription"))
        .One("currentBulkOperation", () => schema.Bulk.Operation, "type", (_, a) => a.Text("type") is null or "QUERY" ? world.Shopify.Bulk.Latest : null)
        .One("bulkOperation", () => schema.Bulk.Operation, "id!", (_, a) => Found<BulkOperation>(a, "BulkOperation"))
        .One("node", () => schema.Node, "id!", (_, a) => schema.Find(a.Text("id")))
        .Many("nodes", () => schema.Node, "ids!", (_, a) => a.Texts("ids").Select(schema.Find))
        .One("shopifyqlQuery", () => ShopTypes.ShopifyQl, "query!", (_, a) => new Sessions(Shop).Answer(a.Text("query")!));

    /// <summary>The object behind the argument <c>id</c>; an id of another type is refused, as Shopify does.</summary>
    T? Found<T>(Arguments arguments, string type) where T : class
    {
        var gid = arguments.Text("id");
        if (Gid.Type(gid) != type) throw new GraphException($"Invalid id: {gid}", "RESOURCE_NOT_FOUND");
        return schema.Find(gid)?.Object as T;
    }

    static Tally Tally(int number, Arguments arguments) => new(number, arguments.IsGiven("limit") ? arguments.Whole("limit") : CountsUpTo);
}
