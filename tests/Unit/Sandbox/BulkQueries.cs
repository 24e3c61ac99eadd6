using System.Net;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class BulkQueries : IAsyncLifetime
{
    const string Orders = "{ orders { edges { node { id name totalPriceSet { shopMoney { amount } } lineItems { edges { node { id sku quantity } } } } } } }";

    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Every_order_gets_a_line_and_every_item_one_behind_its_orders()
    {
        await RunAsync(Orders);
        var done = await EndAsync();
        Assert.Equal("COMPLETED", (string)done["status"]!);

        var seen = new HashSet<string>();
        var items = 0;
        var file = await bench.Http.GetByteArrayAsync((string)done["url"]!);
        var lines = System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        foreach (var line in lines)
            if (line["__parentId"] is { } parent) { Assert.Contains((string)parent!, seen); items++; }
            else { Assert.Null(line["lineItems"]); Assert.True(seen.Add((string)line["id"]!)); }
        Assert.Equal((await bench.GetAsync("sandbox/api/shop"))["orders"]!.GetValue<int>(), seen.Count);
        Assert.Equal((lines.Count.ToString(), seen.Count.ToString(), file.Length.ToString()), ((string)done["objectCount"]!, (string)done["rootObjectCount"]!, (string)done["fileSize"]!));
        Assert.True(items > seen.Count);
    }

    [Fact]
    public async Task Grouped_children_follow_their_parent_directly()
    {
        await RunAsync(Orders, groupObjects: true);
        var done = await EndAsync();
        var above = "";
        foreach (var line in (await bench.Http.GetStringAsync((string)done["url"]!)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!))
            if (line["__parentId"] is { } parent) Assert.Equal(above, (string)parent!);
            else above = (string)line["id"]!;
    }

    [Fact]
    public async Task A_second_query_has_to_wait_for_the_first()
    {
        await bench.FaultAsync(new { provider = "shopify", kind = "bulk-slow", delayMs = 60_000, times = 1 });
        var first = await RunAsync(Orders);
        Assert.Equal("CREATED", (string)first["bulkOperation"]!["status"]!);
        Assert.Equal("OPERATION_IN_PROGRESS", (string)(await RunAsync(Orders))["userErrors"]![0]!["code"]!);

        await bench.GraphAsync("mutation C($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }", new { id = (string)first["bulkOperation"]!["id"]! });
        Assert.Equal("CANCELED", (string)(await EndAsync())["status"]!);
        Assert.Empty((await RunAsync(Orders))["userErrors"]!.AsArray());
    }

    [Fact]
    public async Task Several_run_at_a_time_where_the_version_allows_it()
    {
        await using var wide = await Bench.OpenAsync(o => o.ShopifyBulkQueries = 2);
        await wide.FaultAsync(new { provider = "shopify", kind = "bulk-slow", delayMs = 60_000, times = 2 });
        var codes = new List<string?>();
        for (var i = 0; i < 3; i++) codes.Add((string?)(await RunAsync(Orders, on: wide))["userErrors"]!.AsArray().FirstOrDefault()?["code"]);
        Assert.Equal([null, null, "LIMIT_REACHED"], codes);
    }

    [Fact]
    public async Task A_failed_query_leaves_what_it_had_until_then()
    {
        await bench.FaultAsync(new { provider = "shopify", kind = "bulk-fail", times = 1 });
        await RunAsync(Orders);
        var failed = await EndAsync();
        Assert.Equal(("FAILED", "INTERNAL_SERVER_ERROR", null), ((string)failed["status"]!, (string)failed["errorCode"]!, (string?)failed["url"]));
        Assert.NotEmpty(await bench.Http.GetStringAsync((string)failed["partialDataUrl"]!));
    }

    [Fact]
    public async Task Nothing_found_makes_no_file_and_a_file_is_gone_after_a_week()
    {
        await RunAsync("{ orders(query: \"created_at:>2030-01-01\") { edges { node { id } } } }");
        var empty = await EndAsync();
        Assert.Equal(("COMPLETED", "0", null), ((string)empty["status"]!, (string)empty["objectCount"]!, (string?)empty["url"]));

        await RunAsync(Orders);
        var url = (string)(await EndAsync())["url"]!;
        bench.Time.Advance(TimeSpan.FromDays(8));
        using var gone = await bench.Http.GetAsync(url);
        Assert.Equal((HttpStatusCode.NotFound, "EXPIRED"), (gone.StatusCode, (string)(await EndAsync())["status"]!));
    }

    [Theory]
    [InlineData("{ shop { name } }", "at least one connection")]
    [InlineData("{ orders { edges { node { name lineItems { edges { node { id } } } } } } }", "must select the 'id' field")]
    [InlineData("{ orders { edges { node { id refunds { id transactions { edges { node { id } } } } } } } }", "connection field within a list field")]
    [InlineData("{ orders { edges { node { id } } } customers { edges { node { id } } } }", "exactly one top-level field")]
    [InlineData("{ orders { edges { node { colour } } } }", "doesn't exist on type 'Order'")]
    public async Task What_cannot_run_in_bulk_is_refused_at_once(string query, string why)
    {
        var refused = await RunAsync(query);
        Assert.Null(refused["bulkOperation"]);
        Assert.Contains(why, (string)refused["userErrors"]![0]!["message"]!);
    }

    [Fact]
    public void A_shop_of_twenty_thousand_orders_is_made_when_asked_for()
    {
        var shop = new SandboxWorld(new SandboxOptions { Orders = 20_000, Customers = 5_000 }, bench.Time).Shop;
        Assert.InRange(shop.Orders.Count(), 18_000, 22_000);
        Assert.Equal(5_000, shop.Customers.Count);
        Assert.InRange(shop.Orders.Select(o => o.Customer).Distinct().Count(), 3_000, 5_001);
        Assert.Equal(shop.Orders.Count(), shop.Orders.Select(o => o.Id).Distinct().Count());
    }

    async Task<JsonNode> RunAsync(string query, bool groupObjects = false, Bench? on = null)
    {
        const string Run = "mutation R($query: String!, $group: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $group) { bulkOperation { id status } userErrors { field message code } } }";
        return (await (on ?? bench).GraphAsync(Run, new { query, group = groupObjects }))["data"]!["bulkOperationRunQuery"]!;
    }

    async Task<JsonNode> EndAsync()
    {
        while (true)
        {
            var now = (await bench.GraphAsync("{ currentBulkOperation { id status errorCode objectCount rootObjectCount fileSize url partialDataUrl } }"))["data"]!["currentBulkOperation"]!;
            if ((string)now["status"]! is not ("CREATED" or "RUNNING" or "CANCELING")) return now;
        }
    }
}
