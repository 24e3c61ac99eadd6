using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class BadPost : IAsyncLifetime
{
    const string Subscribe = "mutation S($topic: WebhookSubscriptionTopic!, $hook: WebhookSubscriptionInput!) { webhookSubscriptionCreate(topic: $topic, webhookSubscription: $hook) { webhookSubscription { id topic uri includeFields } userErrors { field message } } }";

    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync(o => o.WebhookPause = TimeSpan.FromMilliseconds(5));
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_share_is_lost_the_rest_comes_twice_and_nothing_keeps_its_order()
    {
        await WeatherAsync(bench, new { drop = 0.2, twice = 1.0, shuffle = true, lateMs = 50, seed = 7 });
        await bench.PostAsync("sandbox/api/shop/activity", JsonNode.Parse("""{"events":60,"seed":3}""")!);
        await QuietAsync(bench);

        var log = (await bench.GetAsync("sandbox/api/deliveries?provider=shopify")).AsArray();
        var lost = log.Count(d => (string?)d!["state"] == "lost");
        Assert.InRange(lost / (double)log.Count, 0.1, 0.3);
        Assert.All(log.Where(d => (string?)d!["state"] != "lost"), d => Assert.Equal([200, 200], d!["statuses"]!.AsArray().Select(s => (int)s!)));

        var came = new List<string>();
        for (var i = 0; i < (log.Count - lost) * 2; i++) came.Add((await bench.Bot.NextAsync()).Headers["X-Shopify-Webhook-Id"]);
        Assert.All(came.GroupBy(id => id), copies => Assert.Equal(2, copies.Count()));
        Assert.NotEqual(came.Distinct(), came.AsEnumerable().Reverse().Distinct().Reverse());
    }

    [Fact]
    public async Task The_same_seed_loses_the_same_ones()
    {
        await using var other = await Bench.OpenAsync();
        foreach (var one in new[] { bench, other })
        {
            await WeatherAsync(one, new { drop = 0.3, seed = 11 });
            await one.PostAsync("sandbox/api/shop/activity", JsonNode.Parse("""{"events":40,"seed":3}""")!);
        }
        Assert.Equal(await LostAsync(bench), await LostAsync(other));
        static async Task<string> LostAsync(Bench of) =>
            string.Join(' ', (await of.GetAsync("sandbox/api/deliveries?provider=shopify")).AsArray().Select(d => (string?)d!["state"] == "lost" ? (string)d["id"]! : null).Where(id => id is not null));
    }

    [Fact]
    public async Task A_subscription_asked_for_by_GraphQL_is_the_one_REST_lists()
    {
        var hook = new { uri = bench.Bot.Url + "hooks", includeFields = new[] { "id", "name" } };
        var made = (await bench.GraphAsync(Subscribe, new { topic = "ORDERS_CREATE", hook }))["data"]!["webhookSubscriptionCreate"]!["webhookSubscription"]!;
        Assert.Equal("ORDERS_CREATE", (string)made["topic"]!);
        using var listed = await bench.ShopifyAsync("admin/api/2026-10/webhooks.json");
        var rest = (await Bench.JsonAsync(listed))["webhooks"]![0]!;
        Assert.Equal(("orders/create", hook.uri), ((string)rest["topic"]!, (string)rest["address"]!));

        using var moved = await bench.ShopifyAsync(HttpMethod.Put, $"webhooks/{rest["id"]}.json", new { webhook = new { address = bench.Bot.Url + "moved" } });
        Assert.Equal(bench.Bot.Url + "moved", (string)(await bench.GraphAsync("{ webhookSubscriptions(first: 5) { nodes { uri } } }"))["data"]!["webhookSubscriptions"]!["nodes"]![0]!["uri"]!);

        await bench.PostAsync("sandbox/api/shop/orders", JsonNode.Parse("""{"email":"a@example.com","items":[{"sku":"SH-BAR","quantity":1}]}""")!);
        var told = await bench.Bot.NextAsync();
        Assert.Equal(("/moved", "orders/create"), (told.Path, told.Headers["X-Shopify-Topic"]));
        Assert.Equal(["id", "name"], told.Json.AsObject().Select(p => p.Key).Order());
    }

    [Fact]
    public async Task An_address_without_uri_and_a_privacy_topic_are_refused()
    {
        var twice = await bench.GraphAsync(Subscribe, new { topic = "ORDERS_CREATE", hook = new { callbackUrl = "http://x.example/" } });
        Assert.NotEmpty(twice["data"]!["webhookSubscriptionCreate"]!["userErrors"]!.AsArray());
        var privacy = await bench.GraphAsync(Subscribe, new { topic = "CUSTOMERS_REDACT", hook = new { uri = "http://x.example/" } });
        Assert.Equal("INVALID_VARIABLE", (string)privacy["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task Privacy_topics_come_to_the_bot_whatever_else_was_asked_for()
    {
        await bench.GraphAsync(Subscribe, new { topic = "PRODUCTS_UPDATE", hook = new { uri = bench.Bot.Url + "hooks" } });
        await bench.Http.PostAsync("sandbox/api/shop/redact", null);
        var told = await bench.Bot.NextAsync();
        Assert.Equal(("/webhooks/shopify", "shop/redact"), (told.Path, told.Headers["X-Shopify-Topic"]));
    }

    [Fact]
    public async Task A_subscription_that_hears_nothing_nine_times_in_a_row_is_removed()
    {
        await bench.GraphAsync(Subscribe, new { topic = "ORDERS_CREATE", hook = new { uri = bench.Bot.Url + "hooks" } });
        for (var i = 0; i < 9; i++) bench.Bot.Answers.Enqueue(503);
        await bench.PostAsync("sandbox/api/shop/orders", JsonNode.Parse("""{"email":"a@example.com","items":[{"sku":"SH-BAR","quantity":1}]}""")!);
        // Now and then: the points of a clock that stands still are not given back.
        while ((await bench.GraphAsync("{ webhookSubscriptions(first: 5) { nodes { id } } }"))["data"]!["webhookSubscriptions"]!["nodes"]!.AsArray().Count > 0)
            await Task.Delay(50);
        var delivery = (await bench.GetAsync("sandbox/api/deliveries?provider=shopify")).AsArray().Single(d => (string?)d!["topic"] == "orders/create")!;
        Assert.Equal(("given-up", 9), ((string)delivery["state"]!, delivery["statuses"]!.AsArray().Count));
    }

    [Fact]
    public async Task Before_2025_customers_came_with_their_counts_tags_and_consent()
    {
        await using var old = await Bench.OpenAsync(o => o.ShopifyWebhookVersion = "2023-10");
        foreach (var (at, isOld) in new[] { (old, true), (bench, false) })
        {
            await at.PostAsync("sandbox/api/shop/customers", JsonNode.Parse("""{"email":"new@example.com","firstName":"New"}""")!);
            var told = await at.Bot.NextAsync(r => r.Headers["X-Shopify-Topic"] == "customers/create");
            Assert.Equal(isOld, told.Json.AsObject().ContainsKey("orders_count"));
            Assert.Equal(isOld, told.Json.AsObject().ContainsKey("accepts_marketing"));
            Assert.Equal(isOld, told.Json.AsObject().ContainsKey("tags"));
        }
    }

    static async Task WeatherAsync(Bench at, object weather)
    {
        using var response = await at.Http.PutAsJsonAsync("sandbox/api/faults/webhooks", weather);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    static async Task QuietAsync(Bench at)
    {
        while ((int)(await at.GetAsync("sandbox/api/deliveries/waiting"))["waiting"]! > 0) await Task.Delay(20);
    }
}
