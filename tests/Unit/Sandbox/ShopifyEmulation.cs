using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class ShopifyEmulation : IAsyncLifetime
{
    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_placed_order_arrives_signed_over_its_exact_bytes_with_all_eight_headers()
    {
        var order = await bench.PostAsync("sandbox/api/shop/orders", JsonNode.Parse("""{"email":"zoë@example.com","items":[{"sku":"SH-OAT-250","quantity":1}]}""")!);
        var created = await bench.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "orders/create");

        Assert.Equal("/webhooks/shopify", created.Path);
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(bench.Settings["Shopify:WebhookSecret"]!), created.Body)), created.Headers["X-Shopify-Hmac-Sha256"]);
        foreach (var name in new[] { "Topic", "Shop-Domain", "API-Version", "Webhook-Id", "Event-Id", "Triggered-At", "Name" })
            Assert.NotEmpty(created.Headers[$"X-Shopify-{name}"]);
        Assert.Equal((string)order["name"]!, (string)created.Json["name"]!);
        Assert.Null(created.Json["customer"]!["orders_count"]);
    }

    [Fact]
    public async Task One_checkout_shares_its_event_id_between_topics_but_not_its_webhook_id()
    {
        await bench.PostAsync("sandbox/api/shop/orders", JsonNode.Parse("""{"email":"new@example.com","items":[{"sku":"SH-OAT-250","quantity":1}]}""")!);
        static bool IsOfTheCheckout(Received r) => r.Headers["X-Shopify-Topic"] is "customers/create" or "orders/create" or "orders/paid";
        Received[] three = [await bench.Bot.NextAsync(IsOfTheCheckout), await bench.Bot.NextAsync(IsOfTheCheckout), await bench.Bot.NextAsync(IsOfTheCheckout)];

        Assert.Equal(["customers/create", "orders/create", "orders/paid"], three.Select(r => r.Headers["X-Shopify-Topic"]).Order());
        Assert.Single(three.Select(r => r.Headers["X-Shopify-Event-Id"]).Distinct());
        Assert.Equal(3, three.Select(r => r.Headers["X-Shopify-Webhook-Id"]).Distinct().Count());
    }

    [Fact]
    public async Task Time_itself_brings_orders_and_parcels_and_the_shop_says_so()
    {
        bench.Time.Advance(TimeSpan.FromDays(1));
        var seen = new HashSet<string>();
        await bench.Bot.NextAsync(r =>
        {
            if (r.Headers["X-Shopify-Topic"] == "orders/create") seen.Add("placed");
            if (r.Headers["X-Shopify-Topic"] == "orders/updated" && r.Text.Contains("\"shipment_status\":\"delivered\"", StringComparison.Ordinal)) seen.Add("delivered");
            return seen.Count == 2;
        });
    }

    [Fact]
    public async Task What_was_done_by_hand_is_announced_once()
    {
        var order = await bench.PostAsync("sandbox/api/shop/orders", JsonNode.Parse("""{"email":"new@example.com","items":[{"sku":"SH-OAT-250","quantity":1}]}""")!);
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        await bench.PostAsync($"sandbox/api/shop/orders/{order["number"]}/fulfil", new JsonObject());
        bench.Time.Advance(TimeSpan.FromDays(1));
        var told = new List<string>();
        for (var next = await bench.Bot.NextAsync(); (string?)next.Json["name"] is null || (string?)next.Json["name"] == (string?)order["name"]; next = await bench.Bot.NextAsync())
            if (next.Json["name"] is not null) told.Add(next.Headers["X-Shopify-Topic"]);
        Assert.Equal(["orders/create", "orders/paid", "orders/updated", "orders/fulfilled"], told);
    }

    [Fact]
    public async Task Cursors_lead_through_every_order_once_and_back()
    {
        var names = new List<string>();
        string? next = "admin/api/2026-10/orders.json?status=any&limit=250&fields=id,name", previous = null;
        while (next is not null)
        {
            using var response = await bench.ShopifyAsync(next);
            names.AddRange((await Bench.JsonAsync(response))["orders"]!.AsArray().Select(o => (string)o!["name"]!));
            (next, previous) = (Linked(response, "next"), Linked(response, "previous"));
        }
        Assert.Equal((await bench.GetAsync("sandbox/api/shop"))["orders"]!.GetValue<int>(), names.Count);
        Assert.Equal(names.Count, names.Distinct().Count());

        var last = names.Count % 250 is var rest && rest == 0 ? 250 : rest;
        using var back = await bench.ShopifyAsync(previous!);
        Assert.Equal(names.SkipLast(last).TakeLast(250), (await Bench.JsonAsync(back))["orders"]!.AsArray().Select(o => (string)o!["name"]!));
    }

    [Fact]
    public async Task A_filter_beside_a_cursor_is_refused()
    {
        using var first = await bench.ShopifyAsync("admin/api/2026-10/orders.json?status=any&limit=2");
        using var refused = await bench.ShopifyAsync(Linked(first, "next") + "&status=any");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_naive_listing_leaves_out_closed_and_cancelled_orders()
    {
        var open = (await ListAsync("orders.json?limit=250"))["orders"]!.AsArray();
        Assert.NotEmpty(open);
        Assert.All(open, o => Assert.True(o!["closed_at"] is null && o["cancelled_at"] is null));
    }

    [Fact]
    public async Task Orders_changed_since_an_instant_include_old_ones_delivered_today()
    {
        var changed = (await ListAsync("orders.json?status=any&limit=250&updated_at_min=2026-11-19T13:00:00Z"))["orders"]!.AsArray();
        Assert.Contains(changed, o => DateTimeOffset.Parse((string)o!["created_at"]!, System.Globalization.CultureInfo.InvariantCulture) < bench.Time.GetUtcNow().AddDays(-2));
    }

    [Fact]
    public async Task An_order_adds_up_with_gst_inside_and_times_in_sydney()
    {
        foreach (var order in (await ListAsync("orders.json?status=any&limit=250"))["orders"]!.AsArray())
        {
            decimal Amount(string name) => decimal.Parse((string)order![name]!, System.Globalization.CultureInfo.InvariantCulture);
            var shipping = decimal.Parse((string)order!["total_shipping_price_set"]!["shop_money"]!["amount"]!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(Amount("total_price"), Amount("total_line_items_price") - Amount("total_discounts") + shipping);
            Assert.Equal(Math.Round(Amount("total_price") / 11, 2, MidpointRounding.AwayFromZero), Amount("total_tax"));
            Assert.True((bool)order["taxes_included"]!);
            Assert.Matches(@"\+1[01]:00$", (string)order["created_at"]!);
            Assert.True((long)order["id"]! > uint.MaxValue);
        }
    }

    [Fact]
    public async Task An_old_version_falls_forward_and_only_a_header_tells()
    {
        using var response = await bench.ShopifyAsync("admin/api/2023-10/shop.json");
        Assert.Equal("2026-01", Assert.Single(response.Headers.GetValues("X-Shopify-API-Version")));
        using var current = await bench.ShopifyAsync("admin/api/2026-10/shop.json");
        Assert.Equal("2026-10", Assert.Single(current.Headers.GetValues("X-Shopify-API-Version")));
    }

    [Fact]
    public async Task A_full_bucket_refuses_with_a_decimal_wait()
    {
        await using var small = await Bench.OpenAsync(o => (o.ShopifyBucketSize, o.ShopifyLeakPerSecond) = (2, 2));
        for (var i = 0; i < 2; i++) using (var fine = await small.ShopifyAsync("admin/api/2026-10/shop.json")) Assert.True(fine.IsSuccessStatusCode);
        using var refused = await small.ShopifyAsync("admin/api/2026-10/shop.json");
        Assert.Equal((HttpStatusCode)429, refused.StatusCode);
        Assert.Matches(@"^\d+\.\d$", Assert.Single(refused.Headers.GetValues("Retry-After")));

        small.Time.Advance(TimeSpan.FromSeconds(1));
        using var later = await small.ShopifyAsync("admin/api/2026-10/shop.json");
        Assert.True(later.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_token()
    {
        using var response = await bench.Http.GetAsync("admin/api/2026-10/orders.json");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("[API] Invalid API key", (string)(await Bench.JsonAsync(response))["errors"]!);
    }

    [Fact]
    public async Task Stock_is_given_only_for_items_or_places_that_are_named()
    {
        using var bare = await bench.ShopifyAsync("admin/api/2026-10/inventory_levels.json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var product = (await ListAsync("products.json?limit=1"))["products"]![0]!;
        var item = (long)product["variants"]![0]!["inventory_item_id"]!;
        Assert.Equal(64, (int)(await ListAsync($"inventory_levels.json?inventory_item_ids={item}"))["inventory_levels"]![0]!["available"]!);
        Assert.Equal("7.40", (string)(await ListAsync($"inventory_items.json?ids={item}"))["inventory_items"]![0]!["cost"]!);
        var fields = (await ListAsync($"products/{product["id"]}/metafields.json"))["metafields"]!.AsArray();
        Assert.Equal(["ingredients", "reorder_point"], fields.Select(f => (string)f!["key"]!));
    }

    [Fact]
    public async Task Sessions_per_day_come_as_text_and_other_queries_are_refused_with_200()
    {
        var rows = await QueryAsync("FROM sessions SHOW sessions TIMESERIES day SINCE 2026-11-18 UNTIL 2026-11-19");
        var days = (await bench.GetAsync("sandbox/api/shop/days?from=2026-11-18&to=2026-11-19")).AsArray();
        Assert.Equal(days.Select(d => d!["sessions"]!.ToString()), rows["data"]!["shopifyqlQuery"]!["tableData"]!["rows"]!.AsArray().Select(r => (string)r!["sessions"]!));
        Assert.NotEmpty((await QueryAsync("FROM sales SHOW total_sales"))["data"]!["shopifyqlQuery"]!["parseErrors"]!.AsArray());
    }

    async Task<JsonNode> QueryAsync(string ql)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "admin/api/2026-10/graphql.json")
        {
            Content = new StringContent(new JsonObject { ["query"] = "query($q: String!) { shopifyqlQuery(query: $q) { tableData { rows } parseErrors } }", ["variables"] = new JsonObject { ["q"] = ql } }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Shopify-Access-Token", Bench.ShopifyToken);
        using var response = await bench.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Bench.JsonAsync(response);
    }

    async Task<JsonNode> ListAsync(string path)
    {
        using var response = await bench.ShopifyAsync("admin/api/2026-10/" + path);
        return await Bench.JsonAsync(response);
    }

    static string? Linked(HttpResponseMessage response, string rel) =>
        response.Headers.TryGetValues("Link", out var links) && Regex.Match(string.Join(", ", links), $"<([^>]+)>; rel=\"{rel}\"") is { Success: true } m ? m.Groups[1].Value : null;
}
