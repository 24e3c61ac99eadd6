using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using Xunit;
using static MyCavoodle.Tests.Unit.Clients.ShopifyGraphQlTests;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class ShopifyBulkTests
{
    const string Id = "gid://shopify/BulkOperation/7";
    readonly JumpingTime time = new();

    [Fact]
    public async Task An_export_is_started_with_its_children_behind_their_parents()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data($$$"""{"bulkOperationRunQuery":{"bulkOperation":{"id":"{{{Id}}}"},"userErrors":[]}}"""), []));
        await using var services = Services(shop);
        var export = services.GetRequiredService<BulkExport>();

        Assert.Equal(Id, await export.StartOrdersAsync(new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(11)), default));
        await export.StartCustomersAsync(null, default);
        await export.StartProductsAsync(null, default);

        Assert.All(shop.Arrived, r => Assert.Contains("groupObjects:true", Query(r), StringComparison.Ordinal));
        var bulk = shop.Arrived.Select(r => Variables(r).GetProperty("query").GetString()!).ToList();
        Assert.Contains("orders(query:\"updated_at:>='2025-12-31T13:00:00Z'\"){edges{node{", bulk[0], StringComparison.Ordinal);
        Assert.Contains("refunds{id note createdAt processedAt totalRefundedSet", bulk[0], StringComparison.Ordinal);
        Assert.Contains("customers{edges{node{", bulk[1], StringComparison.Ordinal);
        Assert.Contains("variants{edges{node{", bulk[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_beside_a_running_one_is_refused_with_Shopifys_own_code()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data("""{"bulkOperationRunQuery":{"bulkOperation":null,"userErrors":[{"field":null,"message":"A bulk query operation for this app and shop is already in progress","code":"OPERATION_IN_PROGRESS"}]}}"""), []));
        await using var services = Services(shop);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<BulkExport>().StartOrdersAsync(null, default));
        Assert.Equal((false, "OPERATION_IN_PROGRESS"), (refusal.IsTransient, refusal.Code));
    }

    [Fact]
    public async Task An_export_is_waited_for_less_and_less_often()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Operation("CREATED"), []), (200, Operation("RUNNING"), []), (200, Operation("RUNNING"), []), (200, Operation("COMPLETED", "https://files.example/7.jsonl?sig=x"), []));
        await using var services = Services(shop);

        var done = (await services.GetRequiredService<BulkExport>().WaitAsync(Id, default))!;

        Assert.Equal((Id, "completed", 30, 10, "https://files.example/7.jsonl?sig=x", true), (done.Id, done.Status, done.ObjectCount, done.RootObjectCount, done.Url!.OriginalString, done.IsCompleted));
        Assert.Equal([1, 2, 4], time.Waits.Select(w => w.TotalSeconds));
        Assert.DoesNotContain("sig=x", done.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_export_says_why()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data($$$"""{"bulkOperation":{"id":"{{{Id}}}","status":"FAILED","errorCode":"ACCESS_DENIED","objectCount":"0","rootObjectCount":"0","url":null,"partialDataUrl":null}}"""), []));
        await using var services = Services(shop);
        var failed = (await services.GetRequiredService<BulkExport>().WaitAsync(Id, default))!;
        Assert.Equal(("failed", "access_denied", null, true, false), (failed.Status, failed.ErrorCode, failed.Url, failed.IsOver, failed.IsCompleted));
    }

    [Fact]
    public async Task The_export_that_has_not_ended_is_found_again()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data($$$"""{"bulkOperations":{"nodes":[{"id":"gid://shopify/BulkOperation/8","status":"COMPLETED","objectCount":"1","rootObjectCount":"1"},{"id":"{{{Id}}}","status":"RUNNING","objectCount":"1","rootObjectCount":"1"}]}}"""), []));
        await using var services = Services(shop);
        Assert.Equal(Id, (await services.GetRequiredService<BulkExport>().RunningAsync(default))?.Id);
    }

    [Fact]
    public async Task A_version_that_knows_only_the_current_export_is_asked_for_that()
    {
        await using var shop = await StandIn.StartAsync((request, http) => http.ReplyAsync(Query(request).Contains("currentBulkOperation", StringComparison.Ordinal)
            ? Data($$$"""{"currentBulkOperation":{"id":"{{{Id}}}","status":"RUNNING","objectCount":"1","rootObjectCount":"1"}}""")
            : """{"errors":[{"message":"Field 'bulkOperation' doesn't exist on type 'QueryRoot'","extensions":{"code":"undefinedField"}}]}"""));
        await using var services = Services(shop);
        var export = services.GetRequiredService<BulkExport>();

        Assert.Equal("running", (await export.StatusAsync(Id, default))?.Status);
        Assert.Equal(Id, (await export.RunningAsync(default))?.Id);
        Assert.Null(await export.StatusAsync("gid://shopify/BulkOperation/1", default));
    }

    [Fact]
    public async Task Lines_are_joined_to_the_orders_they_follow()
    {
        await using var files = await StandIn.AnsweringAsync((200, File, []));
        await using var services = Services(files);

        var read = await services.GetRequiredService<BulkExport>().ReadOrdersAsync(files.Url, 0, default).ToListAsync();

        Assert.Equal([(4, 1), (5, 2), (7, 3)], read.Select(r => (r.Line, r.Order.Id)));
        var first = read[0].Order;
        Assert.Equal(("#1", "paid", null, 25.5m), (first.Name, first.FinancialStatus, first.FulfillmentStatus, first.TotalPrice));
        Assert.Equal([(11, 3L, "Sunny \"__parentId\": side"), (12, 4L, "Coat")], first.LineItems.Select(l => (l.Id, l.ProductId!.Value, l.Title!)));
        Assert.Equal(("Standard", 9.95m), (first.ShippingLines.Single().Title, first.ShippingLines.Single().Price));
        Assert.Equal(5.5m, read[2].Order.Refunds.Single().GivenBack);
        Assert.Empty(read[1].Order.LineItems);
        Assert.Equal(13, read[2].Order.LineItems.Single().Id);
    }

    [Fact]
    public async Task The_file_is_fetched_without_the_shops_token()
    {
        await using var files = await StandIn.AnsweringAsync((200, File, []));
        await using var services = Services(files);
        await services.GetRequiredService<BulkExport>().ReadOrdersAsync(new(files.Url, "7.jsonl?sig=x"), 0, default).ToListAsync();
        Assert.Equal(("GET", "/7.jsonl?sig=x", false), (files.Arrived[0].Method, files.Arrived[0].Address, files.Arrived[0].Headers.ContainsKey("X-Shopify-Access-Token")));
    }

    [Theory]
    [InlineData(0, "1 2 3")]
    [InlineData(4, "2 3")]
    [InlineData(5, "3")]
    [InlineData(7, "")]
    public async Task Reading_goes_on_behind_the_line_that_was_kept(long line, string orders)
    {
        await using var files = await StandIn.AnsweringAsync((200, File, []));
        await using var services = Services(files);
        var rest = await services.GetRequiredService<BulkExport>().ReadOrdersAsync(files.Url, line, default).ToListAsync();
        Assert.Equal(orders, string.Join(' ', rest.Select(r => r.Order.Id)));
        if (line < 7) Assert.Equal(7, rest[^1].Line);
    }

    [Fact]
    public async Task A_file_is_read_while_it_still_arrives()
    {
        var firstRead = new TaskCompletionSource();
        await using var files = await StandIn.StartAsync(async (_, http) =>
        {
            await SendAsync(http, "{\"id\":\"gid://shopify/Order/1\"}\n{\"id\":\"gid://shopify/Order/2\"}\n{\"id\":\"gid://shop");
            await firstRead.Task;
            await SendAsync(http, "ify/Order/3\"}");
        });
        await using var services = Services(files);

        var read = new List<long>();
        await foreach (var (_, order) in services.GetRequiredService<BulkExport>().ReadOrdersAsync(files.Url, 0, default))
        {
            read.Add(order.Id);
            firstRead.TrySetResult();
        }
        Assert.Equal([1, 2, 3], read);
    }

    [Fact]
    public async Task A_download_that_breaks_off_keeps_what_was_whole_and_is_worth_another_try()
    {
        await using var files = await StandIn.StartAsync(async (_, http) =>
        {
            await SendAsync(http, "{\"id\":\"gid://shopify/Order/1\"}\n{\"id\":\"gid://shopify/Order/2\"}\n");
            http.Abort();
        });
        await using var services = Services(files);

        var read = new List<long>();
        var refusal = await Assert.ThrowsAsync<ProviderException>(async () =>
        {
            await foreach (var (line, _) in services.GetRequiredService<BulkExport>().ReadOrdersAsync(files.Url, 0, default))
                read.Add(line);
        });
        Assert.Equal((true, ProviderException.NoAnswer), (refusal.IsTransient, refusal.Code));
        Assert.True(read is [] or [1]);
    }

    [Fact]
    public async Task A_download_that_stalls_is_given_up()
    {
        await using var files = await StandIn.StartAsync(async (_, http) =>
        {
            await SendAsync(http, "{\"id\":\"gid://shopify/Order/1\"}\n");
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        await using var services = files.Clients(TimeProvider.System, [.. Settings, ("Shopify:Timeout", "00:00:01")]);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() =>
            services.GetRequiredService<BulkExport>().ReadOrdersAsync(files.Url, 0, default).ToListAsync().AsTask());
        Assert.Equal((true, ProviderException.NoAnswer), (refusal.IsTransient, refusal.Code));
    }

    [Fact]
    public async Task An_address_that_has_expired_is_asked_for_anew()
    {
        await using var files = await StandIn.AnsweringAsync((403, "<Error/>", []));
        await using var services = Services(files);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() =>
            services.GetRequiredService<BulkExport>().ReadOrdersAsync(new(files.Url, "7.jsonl?sig=x"), 0, default).ToListAsync().AsTask());
        Assert.Equal((true, "bulk_file"), (refusal.IsTransient, refusal.Code));
        Assert.DoesNotContain("sig=x", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"gid://shopify/Order/1\"}\n{\"id\":\"gid://shopify/LineItem/11\",\"__parentId\":\"gid://shopify/Order/2\"}\n", "line 2")]
    [InlineData("{\"id\":\"gid://shopify/LineItem/11\",\"__parentId\":\"gid://shopify/Order/2\"}\n", "line 1")]
    [InlineData("{\"id\":\"gid://shopify/Order/1\"}\n{\"id\":\n", "line 2")]
    public async Task A_file_that_is_not_what_was_asked_for_is_a_lasting_refusal(string file, string words)
    {
        await using var files = await StandIn.AnsweringAsync((200, file, []));
        await using var services = Services(files);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() =>
            services.GetRequiredService<BulkExport>().ReadOrdersAsync(files.Url, 0, default).ToListAsync().AsTask());
        Assert.Equal((false, "unreadable"), (refusal.IsTransient, refusal.Code));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_and_products_are_read_from_their_files()
    {
        await using var files = await StandIn.StartAsync((request, http) => http.ReplyAsync(request.Path == "/customers"
            ? "{\"id\":\"gid://shopify/Customer/5\",\"numberOfOrders\":\"3\",\"tags\":[\"vip\"]}\n{\"id\":\"gid://shopify/Customer/6\"}\n"
            : "{\"id\":\"gid://shopify/Product/3\",\"title\":\"Chews\"}\n{\"id\":\"gid://shopify/ProductVariant/31\",\"price\":\"24.50\",\"__parentId\":\"gid://shopify/Product/3\"}\n\n"));
        await using var services = Services(files);
        var export = services.GetRequiredService<BulkExport>();

        var customers = await export.ReadCustomersAsync(new(files.Url, "customers"), 0, default).ToListAsync();
        Assert.Equal([(1, 5, 3), (2, 6, null)], customers.Select(c => (c.Line, c.Customer.Id, c.Customer.OrdersCount)));
        var (_, product) = Assert.Single(await export.ReadProductsAsync(new(files.Url, "products"), 0, default).ToListAsync());
        Assert.Equal(("Chews", 31, 24.50m, 3L), (product.Title, product.Variants.Single().Id, product.Variants.Single().Price!.Value, product.Variants.Single().ProductId!.Value));
    }

    const string File = """
        {"id":"gid://shopify/Order/1","name":"#1","displayFinancialStatus":"PAID","displayFulfillmentStatus":"UNFULFILLED","totalPriceSet":{"shopMoney":{"amount":"25.50"}},"note":"\"__parentId\":\"x\""}
        {"id":"gid://shopify/LineItem/11","title":"Sunny \"__parentId\": side","quantity":1,"product":{"id":"gid://shopify/Product/3"},"__parentId":"gid://shopify/Order/1"}
        {"__parentId":"gid://shopify/Order/1","product":{"id":"gid://shopify/Product/4"},"id":"gid://shopify/LineItem/12","title":"Coat","quantity":1}
        {"id":null,"title":"Standard","originalPriceSet":{"shopMoney":{"amount":"9.95"}},"__parentId":"gid://shopify/Order/1"}
        {"id":"gid://shopify/Order/2"}
        {"id":"gid://shopify/Order/3","refunds":[{"id":"gid://shopify/Refund/71","totalRefundedSet":{"shopMoney":{"amount":"5.5"}}}]}
        {"id":"gid://shopify/LineItem/13","quantity":2,"__parentId":"gid://shopify/Order/3"}
        """;

    static string Operation(string status, string? url = null) =>
        Data($$$"""{"bulkOperation":{"id":"{{{Id}}}","status":"{{{status}}}","errorCode":null,"objectCount":"30","rootObjectCount":"10","url":{{{(url is null ? "null" : $"\"{url}\"")}}},"partialDataUrl":null}}""");

    static async Task SendAsync(HttpContext http, string text)
    {
        await http.Response.WriteAsync(text);
        await http.Response.Body.FlushAsync();
    }

    ServiceProvider Services(StandIn shop) => shop.Clients(time, Settings);
}
