using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class UntidyShop : IAsyncLifetime
{
    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task An_order_over_the_counter_has_no_customer_and_no_address()
    {
        var order = await OrderAsync(await PlaceAsync(new { items = Items("SH-BAR") }));
        Assert.Equal((null, "", null), ((string?)order["customer"]?.ToJsonString(), (string)order["email"]!, (string?)order["shipping_address"]?.ToJsonString()));
    }

    [Fact]
    public async Task An_order_may_have_two_hundred_lines_and_they_are_paged()
    {
        var order = await OrderAsync(await PlaceAsync(new { email = "many@example.com", lines = 200 }));
        Assert.Equal(200, order["line_items"]!.AsArray().Select(l => (long)l!["id"]!).Distinct().Count());
        var first = (await bench.GraphAsync("query L($id: ID!) { order(id: $id) { lineItems(first: 150) { nodes { id } pageInfo { hasNextPage endCursor } } } }", new { id = (string)order["admin_graphql_api_id"]! }))["data"]!["order"]!["lineItems"]!;
        Assert.Equal((150, true), (first["nodes"]!.AsArray().Count, (bool)first["pageInfo"]!["hasNextPage"]!));
    }

    [Fact]
    public async Task A_buyer_abroad_saw_another_currency()
    {
        var order = await OrderAsync(await PlaceAsync(new { email = "abroad@example.com", items = Items("SH-BAR"), presentment = new { currency = "USD", rate = 0.5 } }));
        Assert.Equal(("AUD", "USD"), ((string)order["currency"]!, (string)order["presentment_currency"]!));
        Assert.Equal(Amount(order["total_price_set"]!["shop_money"]!["amount"]!) / 2, Amount(order["total_price_set"]!["presentment_money"]!["amount"]!), 2);
    }

    [Fact]
    public async Task A_refund_may_be_money_without_goods_goods_without_money_or_a_correction()
    {
        var number = await PlaceAsync(new { email = "a@example.com", items = Items("SH-BAR", "AC-CMB") });
        await bench.PostAsync($"sandbox/api/shop/orders/{number}/refund", JsonNode.Parse("""{"amount":0,"skus":["AC-CMB"]}""")!);
        await bench.PostAsync($"sandbox/api/shop/orders/{number}/refund", JsonNode.Parse("""{"amount":5.5,"adjustment":-5.5}""")!);
        var refunds = (await OrderAsync(number))["refunds"]!.AsArray();
        Assert.Equal((1, 0), (refunds[0]!["refund_line_items"]!.AsArray().Count, refunds[0]!["transactions"]!.AsArray().Count));
        Assert.Equal((0, "-5.50"), (refunds[1]!["refund_line_items"]!.AsArray().Count, (string)refunds[1]!["order_adjustments"]![0]!["amount"]!));
        Assert.Equal("refunds/create", (await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "refunds/create")).Headers["X-Shopify-Topic"]);
    }

    [Fact]
    public async Task An_edit_after_a_refund_changes_what_the_order_is_worth_and_comes_with_a_body_of_its_own()
    {
        var number = await PlaceAsync(new { email = "a@example.com", items = Items("SH-BAR", "AC-CMB"), shipping = "free" });
        await bench.PostAsync($"sandbox/api/shop/orders/{number}/refund", JsonNode.Parse("""{"skus":["SH-BAR"]}""")!);
        await bench.PostAsync($"sandbox/api/shop/orders/{number}/edit", JsonNode.Parse("""{"add":[{"sku":"CO-ALO","quantity":1}],"remove":[{"sku":"AC-CMB","quantity":1}]}""")!);
        var order = await OrderAsync(number);
        Assert.Equal(("66.85", "23.95"), ((string)order["total_price"]!, (string)order["current_total_price"]!));
        Assert.Equal([0, 0, 1], order["line_items"]!.AsArray().Select(l => (int)l!["current_quantity"]!));

        var edited = (await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "orders/edited")).Json["order_edit"]!;
        Assert.Equal((long)order["id"]!, (long)edited["order_id"]!);
        Assert.Equal((long)order["line_items"]![2]!["id"]!, (long)edited["line_items"]!["additions"]![0]!["id"]!);
        Assert.Equal((long)order["line_items"]![1]!["id"]!, (long)edited["line_items"]!["removals"]![0]!["id"]!);
    }

    [Fact]
    public async Task A_closed_order_opens_again()
    {
        var number = await PlaceAsync(new { email = "a@example.com", items = Items("SH-BAR") });
        await bench.PostAsync($"sandbox/api/shop/orders/{number}/fulfil", new JsonObject());
        Assert.NotNull((await OrderAsync(number))["closed_at"]);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.PostAsync($"sandbox/api/shop/orders/{number}/reopen", new JsonObject());
        Assert.Null((await OrderAsync(number))["closed_at"]);
        using var refused = await bench.Http.PostAsync($"sandbox/api/shop/orders/{number}/reopen", null);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_deleted_product_leaves_its_name_behind_and_takes_its_ids_along()
    {
        var number = await PlaceAsync(new { email = "a@example.com", items = Items("SH-BAR") });
        var product = (long)(await OrderAsync(number))["line_items"]![0]!["product_id"]!;
        using var gone = await bench.Http.DeleteAsync($"sandbox/api/shop/products/{product}");
        var line = (await OrderAsync(number))["line_items"]![0]!;
        Assert.Equal((null, null, "Solid Shampoo Bar", "SH-BAR"), ((long?)line["product_id"], (long?)line["variant_id"], (string)line["title"]!, (string)line["sku"]!));
        Assert.Equal(product, (long)(await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "products/delete")).Json["id"]!);
    }

    [Fact]
    public async Task Skus_may_be_empty_or_double_and_orders_keep_the_old_ones()
    {
        var number = await PlaceAsync(new { email = "a@example.com", items = Items("SH-BAR") });
        await PutAsync("shop/variants/SH-BAR", new { sku = "" });
        await PutAsync("shop/variants/AC-CMB", new { sku = "AC-NAI" });
        Assert.Equal("SH-BAR", (string)(await OrderAsync(number))["line_items"]![0]!["sku"]!);
        var doubles = (await bench.GraphAsync("{ inventoryItems(first: 5, query: \"sku:AC-NAI\") { nodes { sku duplicateSkuCount } } }"))["data"]!["inventoryItems"]!["nodes"]!.AsArray();
        Assert.Equal([1, 1], doubles.Select(d => (int)d!["duplicateSkuCount"]!));
    }

    [Fact]
    public async Task Two_customers_share_an_address_in_other_letters()
    {
        await bench.PostAsync("sandbox/api/shop/customers", JsonNode.Parse("""{"email":"Zoe@Example.com","firstName":"Zoe"}""")!);
        await bench.PostAsync("sandbox/api/shop/customers", JsonNode.Parse("""{"email":"zoe@example.com","firstName":"Zoë"}""")!);
        var found = (await bench.GraphAsync("{ customers(first: 5, query: \"email:zoe@example.com\") { nodes { id email } } }"))["data"]!["customers"]!["nodes"]!.AsArray();
        Assert.Equal(["Zoe@Example.com", "zoe@example.com"], found.Select(c => (string)c!["email"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_forgotten_customer_is_named_once_more_and_then_nowhere()
    {
        var number = await PlaceAsync(new { email = "bye@example.com", firstName = "Bye", items = Items("SH-BAR") });
        var order = await OrderAsync(number);
        var id = (long)order["customer"]!["id"]!;
        await bench.Http.PostAsync($"sandbox/api/shop/customers/{id}/data-request", null);
        await bench.Http.DeleteAsync($"sandbox/api/shop/customers/{id}");

        var asked = (await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "customers/data_request")).Json;
        var redact = (await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "customers/redact")).Json;
        Assert.Equal((id, "bye@example.com", (long)order["id"]!), ((long)redact["customer"]!["id"]!, (string)redact["customer"]!["email"]!, (long)redact["orders_to_redact"]![0]!));
        Assert.Equal((long)order["id"]!, (long)asked["orders_requested"]![0]!);
        Assert.DoesNotContain("bye@example.com", (await OrderAsync(number)).ToJsonString());
    }

    [Fact]
    public async Task The_same_busy_day_makes_the_same_changes()
    {
        await using var other = await Bench.OpenAsync();
        var ask = JsonNode.Parse("""{"events":400,"seed":7}""")!;
        var (here, there) = ((await bench.PostAsync("sandbox/api/shop/activity", ask.DeepClone())).ToJsonString(), (await other.PostAsync("sandbox/api/shop/activity", ask)).ToJsonString());
        Assert.Equal(here, there);
        foreach (var kind in new[] { "placed", "paid", "cancelled", "refunded", "fulfilled", "edited", "customer changed", "stock changed" }) Assert.Contains($"\"{kind}\"", here);
        Assert.Equal(await StateAsync(bench), await StateAsync(other));
        static async Task<string> StateAsync(Bench of) => (await of.GetAsync("sandbox/api/shop/orders?limit=300")).ToJsonString();
    }

    async Task<int> PlaceAsync(object order) => (int)(await bench.PostAsync("sandbox/api/shop/orders", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(order))!))["number"]!;

    static object[] Items(params string[] skus) => [.. skus.Select(sku => new { sku, quantity = 1 })];

    async Task<JsonNode> OrderAsync(int number)
    {
        using var response = await bench.ShopifyAsync($"admin/api/2026-10/orders.json?status=any&name={number}");
        return (await Bench.JsonAsync(response))["orders"]![0]!;
    }

    async Task PutAsync(string path, object body)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(bench.Http, "sandbox/api/" + path, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    static decimal Amount(JsonNode node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);
}
