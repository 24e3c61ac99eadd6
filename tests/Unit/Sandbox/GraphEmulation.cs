using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class GraphEmulation : IAsyncLifetime
{
    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Pages_by_update_lead_through_every_order_once()
    {
        var names = new List<string>();
        var moments = new List<string>();
        string? after = null;
        do
        {
            var orders = (await DataAsync("query P($after: String) { orders(first: 250, after: $after, sortKey: UPDATED_AT) { nodes { name updatedAt } pageInfo { hasNextPage endCursor } } }", new { after }))["orders"]!;
            names.AddRange(orders["nodes"]!.AsArray().Select(o => (string)o!["name"]!));
            moments.AddRange(orders["nodes"]!.AsArray().Select(o => (string)o!["updatedAt"]!));
            after = (bool)orders["pageInfo"]!["hasNextPage"]! ? (string)orders["pageInfo"]!["endCursor"]! : null;
        } while (after is not null);

        Assert.Equal((await bench.GetAsync("sandbox/api/shop"))["orders"]!.GetValue<int>(), names.Distinct().Count());
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(moments.Order(StringComparer.Ordinal), moments);
    }

    [Fact]
    public async Task An_order_that_changes_while_one_pages_pushes_none_out()
    {
        const string Query = "query P($after: String) { orders(first: 5, after: $after, sortKey: UPDATED_AT) { edges { cursor node { name } } } }";
        var first = (await DataAsync(Query, new { after = (string?)null }))["orders"]!["edges"]!.AsArray();
        await bench.PostAsync("sandbox/api/shop/orders/1001/refund", new JsonObject { ["amount"] = 1 });
        var second = (await DataAsync(Query, new { after = (string)first[4]!["cursor"]! }))["orders"]!["edges"]!.AsArray();
        var together = (await DataAsync("{ orders(first: 10, sortKey: UPDATED_AT) { edges { node { name } } } }"))["orders"]!["edges"]!.AsArray();
        Assert.Equal(together.Select(Name).Except(first.Select(Name)).Take(5), second.Select(Name));
        static string Name(JsonNode? edge) => (string)edge!["node"]!["name"]!;
    }

    [Fact]
    public async Task Both_interfaces_tell_the_same_of_an_order()
    {
        using var response = await bench.ShopifyAsync("admin/api/2026-10/orders.json?status=any&financial_status=partially_refunded&limit=1");
        var rest = (await Bench.JsonAsync(response))["orders"]![0]!;
        var graph = (await DataAsync("""
            query One($id: ID!) { order(id: $id) {
              ...Head
              totalPriceSet { shopMoney { amount currencyCode } } currentTotalPriceSet { shopMoney { amount } } totalRefundedSet { shopMoney { amount } }
              lines: lineItems(first: 20) { nodes { legacy: id sku quantity currentQuantity variant { legacyResourceId } product { id } } }
              fulfillments { legacyResourceId status displayStatus trackingInfo { company number url } }
              refunds { legacyResourceId totalRefundedSet { shopMoney { amount } } transactions(first: 5) { nodes { kind status } } }
            } }
            fragment Head on Order { id legacyResourceId name number email tags test displayFinancialStatus displayFulfillmentStatus createdAt customer { numberOfOrders amountSpent { amount } } }
            """, new { id = (string)rest["admin_graphql_api_id"]! }))["order"]!;

        Assert.Equal(((string)rest["name"]!, rest["id"]!.ToString(), (string)rest["email"]!), ((string)graph["name"]!, (string)graph["legacyResourceId"]!, (string?)graph["email"] ?? ""));
        Assert.Equal(("PARTIALLY_REFUNDED", "FULFILLED"), ((string)graph["displayFinancialStatus"]!, (string)graph["displayFulfillmentStatus"]!));
        Assert.Equal(DateTimeOffset.Parse((string)rest["created_at"]!, CultureInfo.InvariantCulture), DateTimeOffset.Parse((string)graph["createdAt"]!, CultureInfo.InvariantCulture));
        Assert.EndsWith("Z", (string)graph["createdAt"]!);
        foreach (var (name, old) in new[] { ("totalPriceSet", "total_price"), ("currentTotalPriceSet", "current_total_price") })
            Assert.Equal(Amount(rest[old]!), Amount(graph[name]!["shopMoney"]!["amount"]!));
        Assert.Equal(Amount(rest["total_price"]!) - Amount(rest["current_total_price"]!), Amount(graph["totalRefundedSet"]!["shopMoney"]!["amount"]!));
        Assert.Equal(rest["line_items"]!.AsArray().Select(l => (string)l!["sku"]!), graph["lines"]!["nodes"]!.AsArray().Select(l => (string)l!["sku"]!));
        Assert.Equal(rest["fulfillments"]!.AsArray().Select(f => (string)f!["tracking_number"]!), graph["fulfillments"]!.AsArray().Select(f => (string)f!["trackingInfo"]![0]!["number"]!));
        Assert.Equal("REFUND", (string)graph["refunds"]![0]!["transactions"]!["nodes"]![0]!["kind"]!);
    }

    [Theory]
    [InlineData("updated_at:>=2026-11-19T00:00:00Z")]
    [InlineData("created_at:>=2026-11-01 created_at:<2026-11-10")]
    [InlineData("status:open -test:true")]
    [InlineData("financial_status:refunded OR financial_status:partially_refunded")]
    [InlineData("(name:'#1001' OR name:1002) AND NOT test:true")]
    [InlineData("sku:SH-OAT-*")]
    public async Task A_search_counts_as_many_as_it_lists(string query)
    {
        var count = (int)(await DataAsync("query C($query: String) { ordersCount(query: $query, limit: null) { count precision } }", new { query }))["ordersCount"]!["count"]!;
        var all = (int)(await DataAsync("{ ordersCount(limit: null) { count } }"))["ordersCount"]!["count"]!;
        Assert.InRange(count, 1, all - 1);
        var page = (await DataAsync("query L($query: String) { orders(first: 250, query: $query) { nodes { id } } }", new { query }))["orders"]!["nodes"]!.AsArray();
        Assert.Equal(Math.Min(250, count), page.Count);
    }

    [Fact]
    public async Task Customers_and_goods_are_found_by_what_they_are_called()
    {
        var data = await DataAsync("""
            { customers(first: 1, query: "email:amelia.king334@example.com") { nodes { firstName numberOfOrders defaultEmailAddress { emailAddress marketingState } orders(first: 2) { nodes { name } } } }
              productVariants(first: 5, query: "sku:SH-OAT-250") { nodes { sku price inventoryQuantity inventoryItem { tracked unitCost { amount } inventoryLevels(first: 1) { nodes { location { name } quantities(names: ["available", "committed"]) { name quantity } } } } } }
              product(id: "gid://shopify/Product/8900000000000") { title status metafield(namespace: "custom", key: "reorder_point") { value type } variantsCount { count } }
              node(id: "gid://shopify/ProductVariant/45100000000000") { __typename ... on ProductVariant { sku } ... on Order { name } }
              locations(first: 5) { nodes { name } } shop { ianaTimezone currencyCode } }
            """);
        Assert.Equal("6", (string)data["customers"]!["nodes"]![0]!["numberOfOrders"]!);
        var variant = data["productVariants"]!["nodes"]![0]!;
        Assert.Equal(("22.95", "7.4", 64), ((string)variant["price"]!, (string)variant["inventoryItem"]!["unitCost"]!["amount"]!, (int)variant["inventoryItem"]!["inventoryLevels"]!["nodes"]![0]!["quantities"]![0]!["quantity"]!));
        Assert.Equal("12", (string)data["product"]!["metafield"]!["value"]!);
        Assert.Equal(("ProductVariant", "SH-OAT-250"), ((string)data["node"]!["__typename"]!, (string)data["node"]!["sku"]!));
        Assert.Equal("Australia/Sydney", (string)data["shop"]!["ianaTimezone"]!);
    }

    [Theory]
    [InlineData("{ orders(first: 1) { nodes { colour } } }", "undefinedField", "Field 'colour' doesn't exist on type 'Order'")]
    [InlineData("{ orders(first: 1, colour: 1) { nodes { id } } }", "argumentNotAccepted", "doesn't accept argument 'colour'")]
    [InlineData("{ order { id } }", "missingRequiredArguments", "missing required arguments: id")]
    [InlineData("{ orders(first: 1) { nodes } }", "selectionMismatch", "must have selections")]
    [InlineData("{ orders(first: 1) { nodes { id { x } } } }", "selectionMismatch", "can't be made on scalars")]
    [InlineData("{ orders { nodes { id } } }", "BAD_REQUEST", "first or last")]
    [InlineData("{ orders(first: 251) { nodes { id } } }", "BAD_REQUEST", "250")]
    [InlineData("query Q($n: Int!) { orders(first: $n) { nodes { id } } }", "INVALID_VARIABLE", "$n")]
    [InlineData("{ orders(first: 1) { nodes { id }", null, "syntax error")]
    public async Task A_senseless_request_is_answered_with_200_and_the_reason(string query, string? code, string mentioned)
    {
        var answer = await bench.GraphAsync(query);
        Assert.Null(answer["data"]);
        var error = answer["errors"]![0]!;
        Assert.Equal(code, (string?)error["extensions"]?["code"]);
        Assert.Contains(mentioned, (string)error["message"]!);
    }

    [Fact]
    public async Task A_dear_query_is_refused_and_a_poor_caller_is_throttled_until_points_come_back()
    {
        await using var poor = await Bench.OpenAsync(o => (o.ShopifyPoints, o.ShopifyPointsPerSecond) = (400, 100));
        const string Dear = "{ orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id variant { id } product { id } originalUnitPriceSet { shopMoney { amount } } } } } } }";
        Assert.Equal("MAX_COST_EXCEEDED", (string)(await poor.GraphAsync(Dear))["errors"]![0]!["extensions"]!["code"]!);

        const string Fair = "{ orders(first: 250) { nodes { id totalPriceSet { shopMoney { amount } } customer { id lastOrder { id customer { id lastOrder { id } } } } } } }";
        JsonNode answer;
        var requests = 0;
        do { answer = await poor.GraphAsync(Fair); requests++; } while (answer["errors"] is null && requests < 20);
        var cost = answer["extensions"]!["cost"]!;
        Assert.Equal("THROTTLED", (string)answer["errors"]![0]!["extensions"]!["code"]!);
        Assert.True((int)cost["throttleStatus"]!["currentlyAvailable"]! < (int)cost["requestedQueryCost"]!);
        Assert.Null(cost["actualQueryCost"]);
        Assert.InRange(requests, 2, 10);

        poor.Time.Advance(TimeSpan.FromSeconds(((int)cost["requestedQueryCost"]! - (int)cost["throttleStatus"]!["currentlyAvailable"]!) / 100.0));
        Assert.Null((await poor.GraphAsync(Fair))["errors"]);
    }

    [Fact]
    public async Task Stock_is_moved_by_mutation_unless_somebody_else_moved_it_first()
    {
        const string Adjust = "mutation M($input: InventoryAdjustQuantitiesInput!) { inventoryAdjustQuantities(input: $input) { inventoryAdjustmentGroup { reason changes { name delta quantityAfterChange item { sku } } } userErrors { field message code } } }";
        object Input(int? from) => new { input = new { reason = "correction", name = "available", changes = new[] { new { delta = -4, inventoryItemId = "gid://shopify/InventoryItem/47200000000000", locationId = "gid://shopify/Location/71500220001", changeFromQuantity = from } } } };
        var done = (await DataAsync(Adjust, Input(64)))["inventoryAdjustQuantities"]!;
        Assert.Equal(60, (int)done["inventoryAdjustmentGroup"]!["changes"]![0]!["quantityAfterChange"]!);
        var level = await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "inventory_levels/update");
        Assert.Equal(60, (int)level.Json["available"]!);

        var stale = (await DataAsync(Adjust, Input(64)))["inventoryAdjustQuantities"]!;
        Assert.Equal("CHANGE_FROM_QUANTITY_STALE", (string)stale["userErrors"]![0]!["code"]!);
    }

    [Fact]
    public async Task An_order_is_noted_and_tagged_and_the_bot_hears_of_it()
    {
        var id = (string)(await DataAsync("{ orders(first: 1) { nodes { id } } }"))["orders"]!["nodes"]![0]!["id"]!;
        await DataAsync("mutation U($input: OrderInput!) { orderUpdate(input: $input) { order { note } userErrors { message } } }", new { input = new { id, note = "Leave at the door" } });
        var tagged = await DataAsync("mutation T($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id ... on Order { tags note } } userErrors { message } } }", new { id, tags = new[] { "vip", "gift, vip" } });
        Assert.Equal(["gift", "vip"], tagged["tagsAdd"]!["node"]!["tags"]!.AsArray().Select(t => (string)t!));
        var told = await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "orders/updated" && (string?)r.Json["tags"] == "gift, vip");
        Assert.Equal("Leave at the door", (string)told.Json["note"]!);
    }

    async Task<JsonNode> DataAsync(string query, object? variables = null)
    {
        var answer = await bench.GraphAsync(query, variables);
        Assert.True(answer["errors"] is null, answer["errors"]?.ToJsonString());
        return answer["data"]!;
    }

    static decimal Amount(JsonNode node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);
}
