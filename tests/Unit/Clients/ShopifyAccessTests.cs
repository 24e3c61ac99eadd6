using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class ShopifyAccessTests
{
    readonly JumpingTime time = new();
    int granted;

    [Fact]
    public async Task An_app_of_the_Dev_Dashboard_fetches_its_token_and_uses_it_everywhere()
    {
        await using var shop = await StandIn.StartAsync(Shop);
        await using var services = shop.Clients(time, App);

        await services.GetRequiredService<ShopifyClient>().ShopAsync(default);
        await services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default);

        var asked = Assert.Single(shop.Arrived, r => r.Path == "/admin/oauth/access_token");
        Assert.Equal("client_id=app&client_secret=shpss_now&grant_type=client_credentials", asked.Body);
        Assert.False(asked.Headers.ContainsKey("X-Shopify-Access-Token"));
        Assert.Equal(["token-1", "token-1"], shop.Arrived.Where(r => r != asked).Select(r => r.Headers["X-Shopify-Access-Token"].ToString()));
    }

    [Fact]
    public async Task A_token_is_renewed_when_a_tenth_of_its_day_is_left()
    {
        await using var shop = await StandIn.StartAsync(Shop);
        await using var services = shop.Clients(time, App);
        var client = services.GetRequiredService<ShopifyClient>();

        await client.ShopAsync(default);
        time.Advance(TimeSpan.FromHours(21.5));
        await client.ShopAsync(default);
        Assert.Equal(1, granted);

        time.Advance(TimeSpan.FromMinutes(10));
        await client.ShopAsync(default);
        Assert.Equal((2, "token-2"), (granted, shop.Arrived[^1].Headers["X-Shopify-Access-Token"].ToString()));
    }

    [Fact]
    public async Task One_caller_renews_while_the_others_wait()
    {
        await using var shop = await StandIn.StartAsync(Shop);
        await using var services = shop.Clients(time, App);
        var client = services.GetRequiredService<ShopifyClient>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.ShopAsync(default)));

        Assert.Equal(1, granted);
        Assert.Equal(21, shop.Arrived.Count);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_even_a_write_is_sent_again()
    {
        await using var shop = await StandIn.StartAsync((request, http) =>
            request.Headers["X-Shopify-Access-Token"] == "token-1" ? http.ReplyAsync("""{"errors":"[API] Invalid API key or access token"}""", 401) : Shop(request, http));
        await using var services = shop.Clients(time, App);

        var webhook = await services.GetRequiredService<ShopifyClient>().CreateWebhookAsync("orders/create", new("https://bot.example/x"), default);

        Assert.Equal((9, 2, 4), (webhook.Id, granted, shop.Arrived.Count));
    }

    [Fact]
    public async Task A_shop_that_refuses_every_token_is_believed_the_second_time()
    {
        await using var shop = await StandIn.StartAsync((request, http) =>
            request.Path.Contains("oauth", StringComparison.Ordinal) ? Shop(request, http) : http.ReplyAsync("""{"errors":"no"}""", 401));
        await using var services = shop.Clients(time, App);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default));

        Assert.False(refusal.IsTransient);
        Assert.Equal(2, granted);
    }

    [Fact]
    public async Task A_permanent_token_that_is_refused_is_not_tried_again()
    {
        await using var shop = await StandIn.AnsweringAsync((401, """{"errors":"no"}""", []));
        await using var services = shop.Clients(time, ("Shopify:BaseUrl", "{url}"), ("Shopify:AccessToken", "shpat_secret"), ("Shopify:WebhookSecret", "s"));
        await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyClient>().ShopAsync(default));
        Assert.Single(shop.Arrived);
    }

    [Fact]
    public async Task A_permanent_token_is_used_even_where_an_app_is_named_as_well()
    {
        await using var shop = await StandIn.StartAsync(Shop);
        await using var services = shop.Clients(time, [.. App, ("Shopify:AccessToken", "shpat_secret")]);
        await services.GetRequiredService<ShopifyClient>().ShopAsync(default);
        Assert.Equal("shpat_secret", Assert.Single(shop.Arrived).Headers["X-Shopify-Access-Token"]);
    }

    [Theory]
    [InlineData(400, """{"error":"app_not_installed","error_description":"The app is not on this shop"}""", false, "app_not_installed")]
    [InlineData(403, """{"error":"shop_not_permitted"}""", false, "shop_not_permitted")]
    [InlineData(503, "<html>", true, null)]
    public async Task A_grant_that_is_refused_says_why(int status, string body, bool isTransient, string? code)
    {
        await using var shop = await StandIn.AnsweringAsync((status, body, []));
        await using var services = shop.Clients(time, App);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyClient>().ShopAsync(default));

        Assert.Equal((isTransient, code), (refusal.IsTransient, refusal.Code));
        Assert.DoesNotContain("shpss_now", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Webhooks_are_signed_with_their_own_secret_or_the_apps_and_for_a_while_with_the_one_before()
    {
        Assert.Empty(new ShopifyOptions().WebhookSecrets);
        Assert.Equal(["app"], new ShopifyOptions { ClientSecret = "app", WebhookSecret = "" }.WebhookSecrets);
        Assert.Equal(["own", "old"], new ShopifyOptions { ClientSecret = "app", WebhookSecret = "own", PreviousWebhookSecret = "old" }.WebhookSecrets);
    }

    static (string, string)[] App => [("Shopify:BaseUrl", "{url}"), ("Shopify:ClientId", "app"), ("Shopify:ClientSecret", "shpss_now")];

    Task Shop(Arrived request, HttpContext http) => request.Path switch
    {
        "/admin/oauth/access_token" => http.ReplyAsync($$"""{"access_token":"token-{{Interlocked.Increment(ref granted)}}","scope":"read_orders","expires_in":86399}"""),
        var path when path.EndsWith("graphql.json", StringComparison.Ordinal) => http.ReplyAsync("""{"data":{"shop":{"id":"gid://shopify/Shop/1"}}}"""),
        var path when path.EndsWith("webhooks.json", StringComparison.Ordinal) => http.ReplyAsync("""{"webhook":{"id":9}}""", 201),
        _ => http.ReplyAsync("""{"shop":{"id":1}}"""),
    };
}
