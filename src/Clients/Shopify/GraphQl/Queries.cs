namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// The documents sent, valid from 2026-04 to 2026-10. Page sizes keep each under 1,000 points.
/// https://shopify.dev/docs/api/admin-graphql/2026-10
/// </summary>
static class Queries
{
    const string Page = "pageInfo{hasNextPage endCursor}";

    public static readonly GraphQlQuery Customers = new("customers", $$"""
        query customers($query:String,$after:String){customers(first:100,after:$after,query:$query,sortKey:UPDATED_AT){nodes{ {{Facts.Customer}} } {{Page}} } }
        """, 702);

    public static readonly GraphQlQuery Orders = Sorted("orders", "UPDATED_AT");
    public static readonly GraphQlQuery OrdersByAge = Sorted("orders by age", "CREATED_AT");

    public static readonly GraphQlQuery OrderStamps = Stamps("order stamps", "orders");
    public static readonly GraphQlQuery CustomerStamps = Stamps("customer stamps", "customers");

    public static readonly GraphQlQuery Customer = new("customer", $$"""query customer($id:ID!){customer(id:$id){ {{Facts.Customer}} } }""", 8);

    public static readonly GraphQlQuery Order = new("order", $$"""
        query order($id:ID!){order(id:$id){ {{Facts.Order}} lineItems(first:50){nodes{ {{Facts.LineItem}} } {{Page}} } shippingLines(first:10){nodes{ {{Facts.ShippingLine}} } } } }
        """, 460);

    public static readonly GraphQlQuery LineItems = new("line items", $$"""
        query lineItems($id:ID!,$after:String){order(id:$id){lineItems(first:100,after:$after){nodes{ {{Facts.LineItem}} } {{Page}} } } }
        """, 803);

    public static readonly GraphQlQuery Products = new("products", $$"""
        query products($query:String,$after:String){products(first:20,after:$after,query:$query,sortKey:UPDATED_AT){nodes{ {{Facts.Product}} variants(first:10){nodes{ {{Facts.Variant}} } {{Page}} } } {{Page}} } }
        """, 902);

    public static readonly GraphQlQuery Variants = new("variants", $$"""
        query variants($id:ID!,$after:String){product(id:$id){variants(first:100,after:$after){nodes{ {{Facts.Variant}} } {{Page}} } } }
        """, 403);

    public static readonly GraphQlQuery Stock = new("stock", $$"""
        query stock($after:String){inventoryItems(first:20,after:$after){nodes{id inventoryLevels(first:5){nodes{ {{Facts.Level}} } {{Page}} } } {{Page}} } }
        """, 662);

    public static readonly GraphQlQuery StockOf = new("stock of items", $$"""
        query stockOf($ids:[ID!]!){nodes(ids:$ids){...on InventoryItem{id inventoryLevels(first:5){nodes{ {{Facts.Level}} } {{Page}} } } } }
        """, 660);

    public static readonly GraphQlQuery Levels = new("levels", $$"""
        query levels($id:ID!,$after:String){inventoryItem(id:$id){inventoryLevels(first:50,after:$after){nodes{ {{Facts.Level}} } {{Page}} } } }
        """, 303);

    public static readonly GraphQlQuery OrdersCount = Count("ordersCount");
    public static readonly GraphQlQuery CustomersCount = Count("customersCount");
    public static readonly GraphQlQuery ProductsCount = Count("productsCount");

    public static readonly GraphQlQuery Shop = new("shop", "query shop{shop{id name myshopifyDomain primaryDomain{host} currencyCode ianaTimezone} }", 2);

    public static readonly GraphQlQuery Webhooks = new("webhook subscriptions", $$"""
        query webhooks($after:String){webhookSubscriptions(first:100,after:$after){nodes{ {{Facts.Webhook}} } {{Page}} } }
        """, 202);

    public static readonly GraphQlQuery CreateWebhook = new("webhook create", $$"""
        mutation webhookCreate($topic:WebhookSubscriptionTopic!,$uri:String!){webhookSubscriptionCreate(topic:$topic,webhookSubscription:{uri:$uri,format:JSON}){webhookSubscription{ {{Facts.Webhook}} } userErrors{field message} } }
        """, 10, MayRepeat: false);

    public static readonly GraphQlQuery UpdateWebhook = new("webhook update", $$"""
        mutation webhookUpdate($id:ID!,$uri:String!){webhookSubscriptionUpdate(id:$id,webhookSubscription:{uri:$uri}){webhookSubscription{ {{Facts.Webhook}} } userErrors{field message} } }
        """, 10);

    public static readonly GraphQlQuery DeleteWebhook = new("webhook delete", """
        mutation webhookDelete($id:ID!){webhookSubscriptionDelete(id:$id){deletedWebhookSubscriptionId userErrors{field message} } }
        """, 10, MayRepeat: false);

    // Both take an idempotency key, which Shopify demands since 2026-04: the same key is carried out once.
    public static readonly GraphQlQuery SetInventory = new("inventory set", """
        mutation inventorySet($input:InventorySetQuantitiesInput!,$key:String!){inventorySetQuantities(input:$input) @idempotent(key:$key){inventoryAdjustmentGroup{id} userErrors{field message code} } }
        """, 10);

    public static readonly GraphQlQuery AdjustInventory = new("inventory adjust", """
        mutation inventoryAdjust($input:InventoryAdjustQuantitiesInput!,$key:String!){inventoryAdjustQuantities(input:$input) @idempotent(key:$key){inventoryAdjustmentGroup{id} userErrors{field message code} } }
        """, 10);

    public static readonly GraphQlQuery ShopifyQl = new("shopifyql", """
        query shopifyql($query:String!){shopifyqlQuery(query:$query){tableData{columns{name} rows} parseErrors} }
        """, 3);

    // An order is 24 points, its 5 lines 42, its shipping 8: 74.
    static GraphQlQuery Sorted(string name, string key) => new(name, $$"""
        query orders($query:String,$after:String){orders(first:12,after:$after,query:$query,sortKey:{{key}}){nodes{ {{Facts.Order}} lineItems(first:5){nodes{ {{Facts.LineItem}} } {{Page}} } shippingLines(first:2){nodes{ {{Facts.ShippingLine}} } } } {{Page}} } }
        """, 890);

    static GraphQlQuery Stamps(string name, string list) => new(name, $$"""
        query stamps($query:String,$after:String){ {{list}}(first:250,after:$after,query:$query,sortKey:UPDATED_AT){nodes{id updatedAt} {{Page}} } }
        """, 252);

    static GraphQlQuery Count(string field) => new(field, $$"""query {{field}}($query:String){ {{field}}(query:$query,limit:null){count} }""", 1);
}
