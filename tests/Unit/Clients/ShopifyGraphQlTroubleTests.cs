using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using Xunit;
using static MyCavoodle.Tests.Unit.Clients.ShopifyGraphQlTests;

namespace MyCavoodle.Tests.Unit.Clients;

/// <summary>How <see cref="ShopifyGraphQl"/> behaves when Shopify throttles, refuses, stumbles, or serves another version.</summary>
public sealed class ShopifyGraphQlTroubleTests
{
    const string Shop = """{"shop":{"id":"gid://shopify/Shop/1"}}""";
    readonly JumpingTime time = new();

    [Fact]
    public async Task A_throttled_query_is_sent_again_once_there_is_room()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Throttled(requested: 400, available: 100), []), (200, Data(Shop), []));
        await using var services = Services(shop);

        await services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default);

        Assert.Equal(2, shop.Arrived.Count);
        Assert.Equal(TimeSpan.FromSeconds(3), time.Waits.First());                              // 300 points at 100 a second
    }

    [Fact]
    public async Task A_shop_that_throttles_without_end_is_left_to_the_flow()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Throttled(requested: 200, available: 100), []));
        await using var services = Services(shop);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default));

        Assert.Equal((true, "THROTTLED", TimeSpan.FromSeconds(1)), (refusal.IsTransient, refusal.Code, refusal.RetryAfter));
        Assert.Equal(6, shop.Arrived.Count);
    }

    [Fact]
    public async Task An_empty_bucket_is_waited_for_before_Shopify_throttles()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Paid("""{"customers":{"nodes":[],"pageInfo":{"hasNextPage":false}}}""", requested: 600, available: 350), []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        await client.CustomersUpdatedSinceAsync(null, default).ToListAsync();
        Assert.Empty(time.Waits);
        await client.CustomersUpdatedSinceAsync(null, default).ToListAsync();

        Assert.Equal(TimeSpan.FromSeconds(2.5), Assert.Single(time.Waits));                     // 600 wanted, 350 there, 100 a second
    }

    [Fact]
    public async Task A_bucket_that_filled_up_meanwhile_costs_no_wait()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Paid("""{"customers":{"nodes":[],"pageInfo":{"hasNextPage":false}}}""", requested: 600, available: 350), []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        await client.CustomersUpdatedSinceAsync(null, default).ToListAsync();
        time.Advance(TimeSpan.FromSeconds(3));
        await client.CustomersUpdatedSinceAsync(null, default).ToListAsync();

        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task What_a_query_may_cost_is_estimated_until_an_answer_says_it()
    {
        await using var shop = await StandIn.AnsweringAsync((200, """{"data":{"customers":{"nodes":[],"pageInfo":{"hasNextPage":false}}}}""", []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        await client.CustomersUpdatedSinceAsync(null, default).ToListAsync();                   // 702 of the first 1,000
        time.Advance(TimeSpan.FromSeconds(5));                                                  // 548 of 702
        await client.CustomersUpdatedSinceAsync(null, default).ToListAsync();

        Assert.InRange(Assert.Single(time.Waits).TotalSeconds, 3.0, 3.1);
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"Access denied for orders field","extensions":{"code":"ACCESS_DENIED"}}],"data":{"shop":null}}""", false, "ACCESS_DENIED", "Access denied for orders field")]
    [InlineData("""{"errors":[{"message":"Internal error","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}""", true, "INTERNAL_SERVER_ERROR", "Internal error")]
    [InlineData("""{"errors":[{"message":"Field 'x' doesn't exist on type 'Shop'"}]}""", false, null, "doesn't exist")]
    [InlineData("""{"errors":"Not Found"}""", false, null, "Not Found")]
    [InlineData("""{"extensions":{}}""", true, null, "no data")]
    public async Task Every_refusal_that_comes_with_200_is_understood(string body, bool isTransient, string? code, string words)
    {
        await using var shop = await StandIn.AnsweringAsync((200, body, ["X-Request-Id: req-7"]));
        await using var services = Services(shop);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default));

        Assert.Equal((isTransient, code), (refusal.IsTransient, refusal.Code));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("req-7", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shpat_secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_tried_three_times_and_a_mutation_once()
    {
        await using var shop = await StandIn.AnsweringAsync((502, "<html>", []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        Assert.True((await Assert.ThrowsAsync<ProviderException>(() => client.ShopAsync(default))).IsTransient);
        Assert.Equal(3, shop.Arrived.Count);
        await Assert.ThrowsAsync<ProviderException>(() => client.CreateWebhookAsync("orders/create", new("https://bot.example/x"), default));
        Assert.Equal(4, shop.Arrived.Count);
    }

    [Fact]
    public async Task A_429_is_asked_again_after_the_wait_it_names()
    {
        await using var shop = await StandIn.AnsweringAsync((429, """{"errors":"Too many"}""", ["Retry-After: 1.5"]), (200, Data(Shop), []));
        await using var services = Services(shop);
        await services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default);
        Assert.Contains(TimeSpan.FromSeconds(1.5), time.Waits);
    }

    [Fact]
    public async Task An_expired_version_is_noticed_by_both_faces()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data(Shop), ["X-Shopify-API-Version: 2026-01"]));
        await using var services = shop.Clients(time, [.. Settings, ("Shopify:ApiVersion", "2023-10")]);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        Assert.True(client.Version.IsServedAsAsked);
        await client.ShopAsync(default);

        Assert.Equal("/admin/api/2023-10/graphql.json", shop.Arrived[0].Path);
        Assert.Equal((false, "asked 2023-10, served 2026-01"), (client.Version.IsServedAsAsked, client.Version.ToString()));
        Assert.Equal(("2026-01", false), (services.GetRequiredService<ShopifyClient>().ServedVersion, services.GetRequiredService<ShopifyClient>().IsServedAsAsked));
    }

    [Fact]
    public async Task A_shop_that_is_not_configured_is_not_called()
    {
        await using var services = StandIn.Services(time);
        Assert.Equal(ProviderException.NotConfigured, (await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default))).Code);
        Assert.Equal(ProviderException.NotConfigured, (await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<BulkExport>().RunningAsync(default))).Code);
    }

    [Theory]
    [InlineData("""[{"day":"2026-11-20","sessions":"412"},{"day":"2026-11-21","sessions":"398"}]""")]
    [InlineData("""[["2026-11-21",398],["2026-11-20","412"]]""")]
    public async Task Visits_are_read_whether_rows_are_objects_or_lists(string rows)
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data($$$"""{"shopifyqlQuery":{"tableData":{"columns":[{"name":"day"},{"name":"sessions"}],"rows":{{{rows}}}},"parseErrors":[]}}"""), []));
        await using var services = Services(shop);

        var visits = await services.GetRequiredService<ShopifyGraphQl>().SessionsAsync(new(2026, 11, 20), new(2026, 11, 21), default);

        Assert.Equal([new(new(2026, 11, 20), 412), new(new(2026, 11, 21), 398)], visits);
        Assert.Equal("FROM sessions SHOW sessions TIMESERIES day SINCE 2026-11-20 UNTIL 2026-11-21", Variables(shop.Arrived[0]).GetProperty("query").GetString());
    }

    [Theory]
    [InlineData("""{"tableData":null,"parseErrors":["line 1: unknown metric"]}""", ShopifyTraffic.Unparsed, "unknown metric")]
    [InlineData("""{"tableData":{"columns":[],"rows":[["2026-11-20","412"]]},"parseErrors":[]}""", "unreadable", "a row without")]
    [InlineData("null", "unreadable", "no rows")]
    public async Task A_question_about_visits_that_is_not_understood_is_a_lasting_refusal(string answer, string code, string words)
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data($$"""{"shopifyqlQuery":{{answer}}}"""), []));
        await using var services = Services(shop);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyGraphQl>().SessionsAsync(new(2026, 11, 20), new(2026, 11, 21), default));
        Assert.Equal((false, code, HttpStatusCode.OK), (refusal.IsTransient, refusal.Code, refusal.Status!.Value));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    static string Throttled(int requested, int available) =>
        $$$"""{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{{{Cost(requested, available)}}}}""";

    static string Paid(string data, int requested, int available) => $$"""{"data":{{data}},"extensions":{{Cost(requested, available)}}}""";

    static string Cost(int requested, int available) =>
        $$$"""{"cost":{"requestedQueryCost":{{{requested}}},"actualQueryCost":10,"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":{{{available}}},"restoreRate":100.0} } }""";

    ServiceProvider Services(StandIn shop) => shop.Clients(time, Settings);
}
