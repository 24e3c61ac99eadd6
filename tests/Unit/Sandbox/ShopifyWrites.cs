using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class ShopifyWrites : IAsyncLifetime
{
    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task An_order_is_made_changed_fulfilled_and_given_back_by_API()
    {
        var order = (await CallAsync(HttpMethod.Post, "orders.json", new { order = new { email = "api@example.com", line_items = new[] { new { sku = "SH-BAR", quantity = 2 } }, tags = "api" } }, HttpStatusCode.Created))["order"]!;
        var id = (long)order["id"]!;
        Assert.Equal(("paid", "api", 2), ((string)order["financial_status"]!, (string)order["tags"]!, (int)order["line_items"]![0]!["quantity"]!));

        var changed = (await CallAsync(HttpMethod.Put, $"orders/{id}.json", new { order = new { note = "Ring twice", tags = "b, a", shipping_address = new { address1 = "9 New Road", city = "Perth" } } }))["order"]!;
        Assert.Equal(("Ring twice", "a, b", "9 New Road"), ((string)changed["note"]!, (string)changed["tags"]!, (string)changed["shipping_address"]!["address1"]!));

        using var asked = await bench.ShopifyAsync($"admin/api/2026-10/orders/{id}/fulfillment_orders.json");
        var fulfilmentOrder = (long)(await Bench.JsonAsync(asked))["fulfillment_orders"]![0]!["id"]!;
        var sent = await CallAsync(HttpMethod.Post, "fulfillments.json", new { fulfillment = new { line_items_by_fulfillment_order = new[] { new { fulfillment_order_id = fulfilmentOrder } }, tracking_info = new { company = "Sendle" } } }, HttpStatusCode.Created);
        Assert.Equal(("Sendle", id), ((string)sent["fulfillment"]!["tracking_company"]!, (long)sent["fulfillment"]!["order_id"]!));

        await CallAsync(HttpMethod.Post, $"orders/{id}/refunds.json", new { refund = new { note = "Dented", transactions = new[] { new { kind = "refund", amount = "4.00" } } } }, HttpStatusCode.Created);
        using var payments = await bench.ShopifyAsync($"admin/api/2026-10/orders/{id}/transactions.json");
        Assert.Equal(["sale", "refund"], (await Bench.JsonAsync(payments))["transactions"]!.AsArray().Select(t => (string)t!["kind"]!));
        var told = await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "fulfillments/create");
        Assert.Equal((id, "9 New Road"), ((long)told.Json["order_id"]!, (string)told.Json["destination"]!["address1"]!));
    }

    [Fact]
    public async Task A_cancelled_order_comes_back_with_a_notice()
    {
        var id = (await CallAsync(HttpMethod.Post, "orders.json", new { order = new { line_items = new[] { new { sku = "SH-BAR", quantity = 1 } } } }, HttpStatusCode.Created))["order"]!["id"]!.GetValue<long>();
        var cancelled = await CallAsync(HttpMethod.Post, $"orders/{id}/cancel.json", new { reason = "fraud" });
        Assert.Equal(("fraud", "Order has been canceled"), ((string)cancelled["order"]!["cancel_reason"]!, (string)cancelled["notice"]!));
        var again = await CallAsync(HttpMethod.Post, $"orders/{id}/cancel.json", new { }, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("already cancelled", (string)again["errors"]!["base"]![0]!);
    }

    [Theory]
    [InlineData("POST", "orders.json", "{}", 400, "{\"order\":\"Required parameter missing or invalid\"}")]
    [InlineData("POST", "orders.json", """{"order":{"line_items":[]}}""", 422, "{\"line_items\":[\"must have at least one line item\"]}")]
    [InlineData("PUT", "orders/6100000100100.json", """{"order":{"email":"nobody"}}""", 422, "{\"email\":[\"is invalid\"]}")]
    [InlineData("PUT", "orders/1.json", """{"order":{}}""", 404, "\"Not Found\"")]
    [InlineData("POST", "inventory_levels/adjust.json", """{"location_id":71500220001}""", 400, "{\"available_adjustment\":\"Required parameter missing or invalid\"}")]
    [InlineData("POST", "webhooks.json", """{"webhook":{"topic":"orders/create","address":"nowhere"}}""", 422, "{\"address\":[\"is invalid\"]}")]
    public async Task A_refusal_has_the_shape_of_its_kind(string method, string path, string body, int status, string errors)
    {
        var answer = await CallAsync(new HttpMethod(method), path, JsonNode.Parse(body)!, (HttpStatusCode)status);
        Assert.Equal(errors, answer["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task Stock_is_adjusted_and_set_at_the_location()
    {
        const long Item = 47_200_000_000_000, Location = 71_500_220_001;
        Assert.Equal(60, (int)(await CallAsync(HttpMethod.Post, "inventory_levels/adjust.json", new { location_id = Location, inventory_item_id = Item, available_adjustment = -4 }))["inventory_level"]!["available"]!);
        Assert.Equal(7, (int)(await CallAsync(HttpMethod.Post, "inventory_levels/set.json", new { location_id = Location, inventory_item_id = Item, available = 7 }))["inventory_level"]!["available"]!);
    }

    [Fact]
    public async Task A_token_of_the_grant_dies_after_a_day_and_another_one_lives()
    {
        var token = await GrantAsync();
        Assert.Equal(HttpStatusCode.OK, await TryAsync(token));
        bench.Time.Advance(TimeSpan.FromSeconds(86_398));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(token));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(token));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(await GrantAsync()));
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        using var refused = await bench.Http.PostAsJsonAsync("admin/oauth/access_token", new { client_id = "sandbox-shopify-client", client_secret = "wrong", grant_type = "client_credentials" });
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_client"), (refused.StatusCode, (string)(await Bench.JsonAsync(refused))["error"]!));
    }

    [Fact]
    public async Task Without_the_scope_orders_end_sixty_days_ago()
    {
        await using var narrow = await Bench.OpenAsync(o => o.ShopifyReadAllOrders = false);
        using var old = await narrow.ShopifyAsync("admin/api/2026-10/orders/6100000100100.json");
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        var first = (await narrow.GraphAsync("{ orders(first: 1, sortKey: CREATED_AT) { nodes { createdAt } } }"))["data"]!["orders"]!["nodes"]![0]!;
        Assert.InRange((narrow.Time.GetUtcNow() - (DateTimeOffset)first["createdAt"]!).TotalDays, 58, 60);
    }

    [Theory]
    [InlineData("2023-10", "2026-01")]
    [InlineData("2026-04", "2026-04")]
    public async Task GraphQL_falls_forward_too(string asked, string served)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/api/{asked}/graphql.json") { Content = JsonContent.Create(new { query = "{ shop { name } }" }) };
        request.Headers.Add("X-Shopify-Access-Token", Bench.ShopifyToken);
        using var response = await bench.Http.SendAsync(request);
        Assert.Equal(served, Assert.Single(response.Headers.GetValues("X-Shopify-API-Version")));
    }

    async Task<string> GrantAsync()
    {
        using var granted = await bench.Http.PostAsJsonAsync("admin/oauth/access_token", new { client_id = "sandbox-shopify-client", client_secret = bench.Settings["Shopify:WebhookSecret"], grant_type = "client_credentials" });
        var answer = await Bench.JsonAsync(granted);
        Assert.Equal(86_399, (int)answer["expires_in"]!);
        return (string)answer["access_token"]!;
    }

    async Task<HttpStatusCode> TryAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "admin/api/2026-10/shop.json");
        request.Headers.Add("X-Shopify-Access-Token", token);
        using var response = await bench.Http.SendAsync(request);
        return response.StatusCode;
    }

    async Task<JsonNode> CallAsync(HttpMethod method, string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await bench.ShopifyAsync(method, path, body);
        Assert.True(expected == response.StatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await Bench.JsonAsync(response);
    }
}
