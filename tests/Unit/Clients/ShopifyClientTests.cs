using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class ShopifyClientTests
{
    readonly JumpingTime time = new();

    [Fact]
    public async Task Orders_come_page_by_page_with_nothing_but_the_cursor_after_the_first()
    {
        await using var shop = await StandIn.StartAsync((request, http) =>
        {
            if (request.Query.Contains("page_info", StringComparison.Ordinal))
                return http.ReplyAsync("""{"orders":[{"id":3}]}""");
            http.Response.Headers.Append("Link", """<http://elsewhere.example/orders.json?page_info=back&limit=250>; rel="previous", <http://elsewhere.example/orders.json?limit=250&page_info=a%2Bb>; rel="next" """);
            return http.ReplyAsync("""{"orders":[{"id":1,"total_price":"12.50","customer":null},{"id":820982911946154508}]}""");
        });
        await using var services = Services(shop);

        var orders = await services.GetRequiredService<ShopifyClient>()
            .OrdersUpdatedSinceAsync(new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(11)), default).ToListAsync();

        Assert.Equal([1, 820982911946154508, 3], orders.Select(o => o.Id));
        Assert.Equal(12.50m, orders[0].TotalPrice);
        var first = Uri.UnescapeDataString(shop.Arrived[0].Address);
        Assert.StartsWith("/admin/api/2026-10/orders.json?", first, StringComparison.Ordinal);
        foreach (var part in new[] { "status=any", "limit=100", "order=updated_at asc", "updated_at_min=2026-11-20T08:00:00+11:00" })
            Assert.Contains(part, first, StringComparison.Ordinal);
        Assert.Equal("?limit=100&page_info=a%2Bb", shop.Arrived[1].Query);
        Assert.All(shop.Arrived, r => Assert.Equal("shpat_secret", r.Headers["X-Shopify-Access-Token"]));
    }

    [Fact]
    public async Task A_nearly_full_bucket_is_waited_for_before_Shopify_refuses()
    {
        await using var shop = await StandIn.AnsweringAsync((200, """{"shop":{"id":1}}""", ["X-Shopify-Shop-Api-Call-Limit: 39/40"]));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyClient>();

        await client.ShopAsync(default);
        Assert.Empty(time.Waits);
        await client.ShopAsync(default);
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(time.Waits));                       // 40 back to 36 at 2/s
    }

    [Theory]
    [InlineData("2.0", 2)]
    [InlineData("3", 3)]
    [InlineData("Sun, 22 Nov 2026 08:00:04 GMT", 4)]
    public async Task A_full_bucket_is_asked_again_after_the_wait_it_names(string wait, int seconds)
    {
        await using var shop = await StandIn.AnsweringAsync(
            (429, """{"errors":"Exceeded 2 calls per second for api client."}""", ["Retry-After: " + wait]),
            (200, """{"shop":{"id":1,"iana_timezone":"Australia/Sydney","currency":"AUD"}}""", []));
        await using var services = Services(shop);

        var answer = await services.GetRequiredService<ShopifyClient>().ShopAsync(default);

        Assert.Equal(("Australia/Sydney", "AUD"), (answer.IanaTimezone, answer.Currency));
        Assert.Contains(TimeSpan.FromSeconds(seconds), time.Waits);
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_flow()
    {
        await using var shop = await StandIn.AnsweringAsync((429, """{"errors":"Too many"}""", ["Retry-After: 90.5"]));
        await using var services = Services(shop);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyClient>().ShopAsync(default));

        Assert.Equal((true, TimeSpan.FromSeconds(90.5)), (refusal.IsTransient, refusal.RetryAfter));
        Assert.Single(shop.Arrived);
    }

    [Fact]
    public async Task A_read_is_tried_three_times_and_a_write_once()
    {
        await using var shop = await StandIn.AnsweringAsync((503, "<html>", []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyClient>();

        Assert.True((await Assert.ThrowsAsync<ProviderException>(() => client.ShopAsync(default))).IsTransient);
        Assert.Equal(3, shop.Arrived.Count);
        await Assert.ThrowsAsync<ProviderException>(() => client.CreateWebhookAsync("orders/create", new("https://bot.example/x"), default));
        Assert.Equal(4, shop.Arrived.Count);
    }

    [Theory]
    [InlineData(401, """{"errors":"[API] Invalid API key or access token"}""", false, "Invalid API key")]
    [InlineData(422, """{"errors":{"email":["is invalid"]}}""", false, "is invalid")]
    [InlineData(400, """{"errors":["one","two"]}""", false, "two")]
    [InlineData(423, """{"error":"locked"}""", false, "locked")]
    [InlineData(500, "oops", true, "no reason given")]
    public async Task Every_shape_of_refusal_is_understood(int status, string body, bool isTransient, string words)
    {
        await using var shop = await StandIn.AnsweringAsync((status, body, ["X-Request-Id: req-7"]));
        await using var services = Services(shop);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyClient>().ShopAsync(default));

        Assert.Equal(((HttpStatusCode)status, isTransient), (refusal.Status!.Value, refusal.IsTransient));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("req-7", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shpat_secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_version_is_noticed()
    {
        await using var shop = await StandIn.AnsweringAsync((200, """{"shop":{"id":1}}""", ["X-Shopify-API-Version: 2026-01"]));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyClient>();

        Assert.True(client.IsServedAsAsked);
        await client.ShopAsync(default);
        Assert.Equal(("2026-01", false), (client.ServedVersion, client.IsServedAsAsked));
        Assert.Equal("asked 2026-10, served 2026-01", services.GetRequiredService<ShopifyGraphQl>().Version.ToString());
    }

    [Fact]
    public async Task An_order_the_shop_does_not_know_is_no_error()
    {
        await using var shop = await StandIn.AnsweringAsync((404, """{"errors":"Not Found"}""", []));
        await using var services = Services(shop);
        Assert.Null(await services.GetRequiredService<ShopifyClient>().OrderAsync(5, default));
    }

    [SharedFact]
    public async Task Subscriptions_are_listed_and_made()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Shared.Read("shopify/rest_webhooks_list.json"), []), (201, """{"webhook":{"id":9,"topic":"orders/create"}}""", []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyClient>();
        Assert.Equal("orders/create", (await client.WebhooksAsync(default))[0].Topic);
        Assert.Equal(9, (await client.CreateWebhookAsync("orders/create", new("https://bot.example/webhooks/shopify"), default)).Id);
        Assert.Equal("""{"webhook":{"topic":"orders/create","address":"https://bot.example/webhooks/shopify","format":"json"}}""", shop.Arrived[1].Body);
    }

    [Fact]
    public async Task Stock_is_asked_for_in_groups_of_fifty()
    {
        await using var shop = await StandIn.AnsweringAsync((200, """{"inventory_levels":[{"inventory_item_id":1,"location_id":2,"available":null}]}""", []));
        await using var services = Services(shop);
        var levels = await services.GetRequiredService<ShopifyClient>().InventoryLevelsAsync(Enumerable.Range(1, 120).Select(i => (long)i), default).ToListAsync();
        Assert.Equal((3, 3), (levels.Count, shop.Arrived.Count));
    }

    [Fact]
    public async Task A_shop_that_is_down_is_a_transient_refusal()
    {
        await using var services = StandIn.Services(time, Settings("http://127.0.0.1:1/"));
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyClient>().ShopAsync(default));
        Assert.Equal((true, ProviderException.NoAnswer), (refusal.IsTransient, refusal.Code));
    }

    [Fact]
    public async Task A_shop_that_is_slow_is_a_transient_refusal()
    {
        await using var shop = await StandIn.StartAsync((_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await using var services = shop.Clients(TimeProvider.System, [.. Settings("{url}"), ("Shopify:Timeout", "00:00:01")]);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() =>
            services.GetRequiredService<ShopifyClient>().CreateWebhookAsync("orders/create", new("https://bot.example/x"), default));
        Assert.Equal((true, ProviderException.NoAnswer), (refusal.IsTransient, refusal.Code));
        Assert.Single(shop.Arrived);
    }

    [Fact]
    public async Task Our_own_cancellation_passes_through()
    {
        await using var shop = await StandIn.StartAsync((_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await using var services = shop.Clients(TimeProvider.System, Settings("{url}"));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.GetRequiredService<ShopifyClient>().ShopAsync(cancel.Token));
    }

    ServiceProvider Services(StandIn shop) => shop.Clients(time, Settings("{url}"));

    static (string, string)[] Settings(string url) => [("Shopify:BaseUrl", url), ("Shopify:AccessToken", "shpat_secret"), ("Shopify:WebhookSecret", "shpss")];
}
