using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class TroubleOnRequest : IAsyncLifetime
{
    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_fault_strikes_as_often_as_asked_and_only_on_its_path()
    {
        await bench.FaultAsync(new { provider = "shopify", kind = "status", status = 503, times = 1, path = "orders" });
        using var other = await bench.ShopifyAsync("admin/api/2026-10/shop.json");
        using var struck = await bench.ShopifyAsync("admin/api/2026-10/orders.json?limit=1");
        using var after = await bench.ShopifyAsync("admin/api/2026-10/orders.json?limit=1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (other.StatusCode, struck.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task Meta_says_too_many_with_400_and_a_header()
    {
        var id = (string)(await bench.WriteAsync("messenger", "amelia", "Hi"))["from"]!;
        await bench.FaultAsync(new { provider = "meta", kind = "status", status = 429, times = 1 });
        using var refused = await bench.MetaSendAsync(id, "Hello");
        Assert.Equal((HttpStatusCode.BadRequest, 613), (refused.StatusCode, (int)(await Bench.JsonAsync(refused))["error"]!["code"]!));
        Assert.Contains("estimated_time_to_regain_access", Assert.Single(refused.Headers.GetValues("X-Business-Use-Case-Usage")));
    }

    [Fact]
    public async Task A_send_that_is_accepted_and_then_hangs_was_made_although_nobody_heard()
    {
        var id = (string)(await bench.WriteAsync("messenger", "amelia", "Hi"))["from"]!;
        await bench.FaultAsync(new { provider = "meta", kind = "accept-then-hang", delayMs = 300, times = 1 });
        var started = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => bench.MetaSendAsync(id, "Hello"));
        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(250));
        Assert.Equal("Hello", (string?)Assert.Single((await bench.GetAsync("sandbox/api/sent")).AsArray())!["text"]);
    }

    [Fact]
    public async Task A_dropped_call_has_no_effect()
    {
        var id = (string)(await bench.WriteAsync("messenger", "amelia", "Hi"))["from"]!;
        await bench.FaultAsync(new { provider = "meta", kind = "drop", times = 1 });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => bench.MetaSendAsync(id, "Hello"));
        Assert.Empty((await bench.GetAsync("sandbox/api/sent")).AsArray());
    }

    [Fact]
    public async Task A_refused_webhook_is_repeated_with_the_same_id_and_bytes()
    {
        bench.Bot.Answers.Enqueue(500);
        await bench.PostAsync("sandbox/api/messages/raw", JsonNode.Parse("""{"provider":"shopify","topic":"orders/updated","body":"{\"id\": 1}"}""")!);
        var (first, second) = (await bench.Bot.NextAsync(), await bench.Bot.NextAsync());
        Assert.Equal((first.Headers["X-Shopify-Webhook-Id"], "{\"id\": 1}"), (second.Headers["X-Shopify-Webhook-Id"], second.Text));

        JsonNode logged;
        do logged = Assert.Single((await bench.GetAsync("sandbox/api/deliveries?provider=shopify")).AsArray())!;
        while ((string?)logged["state"] != "acknowledged");
        Assert.Equal([500, 200], logged["statuses"]!.AsArray().Select(s => (int)s!));
    }

    [Fact]
    public async Task A_duplicate_comes_twice_a_lost_one_never_and_a_reordered_one_late()
    {
        await bench.FaultAsync(new { provider = "meta", kind = "duplicate", times = 1 });
        await bench.WriteAsync("messenger", "amelia", "one");
        Assert.Equal(await MidAsync(), await MidAsync());

        await bench.FaultAsync(new { provider = "meta", kind = "lose", times = 1 });
        await bench.WriteAsync("messenger", "amelia", "two");
        await bench.FaultAsync(new { provider = "meta", kind = "reorder", times = 1 });
        await bench.WriteAsync("messenger", "amelia", "three");
        await bench.WriteAsync("messenger", "amelia", "four");
        Assert.Equal(("four", "three"), (await TextAsync(), await TextAsync()));
    }

    [Fact]
    public async Task One_contacts_messages_arrive_in_the_order_they_were_written()
    {
        for (var i = 0; i < 20; i++) await bench.WriteAsync("instagram", "amelia", $"{i}");
        for (var i = 0; i < 20; i++) Assert.Equal($"{i}", await TextAsync());
    }

    [Fact]
    public async Task Webhooks_wait_until_the_bot_is_known()
    {
        bench.World.Bot = null;
        await bench.WriteAsync("instagram", "amelia", "early");
        using var known = await bench.Http.PutAsJsonAsync("sandbox/api/bot", new { url = bench.Bot.Url });
        Assert.Equal("early", await TextAsync());
    }

    [Theory]
    [InlineData("""{"channel":"fax","from":"a","text":"b"}""", "channel")]
    [InlineData("""{"channel":"email","from":"a"}""", "text")]
    [InlineData("""{"channel":""", "JSON")]
    public async Task A_senseless_request_is_answered_with_the_reason(string body, string mentioned)
    {
        using var content = new StringContent(body);
        using var response = await bench.Http.PostAsync("sandbox/api/messages", content);
        Assert.Equal(("application/problem+json", HttpStatusCode.BadRequest), (response.Content.Headers.ContentType?.MediaType, response.StatusCode));
        Assert.Contains(mentioned, (string?)(await Bench.JsonAsync(response))["detail"]);
    }

    [Fact]
    public async Task The_page_is_served_and_asks_nothing_of_other_hosts()
    {
        foreach (var path in new[] { "sandbox", "sandbox/page.css", "sandbox/page.js", "sandbox/airtable.js" })
            Assert.DoesNotMatch("""(?i)https?://\w|["'(]//\w""", await bench.Http.GetStringAsync(path));
    }

    async Task<string> MidAsync() => (string)(await bench.Bot.NextAsync()).Json["entry"]![0]!["messaging"]![0]!["message"]!["mid"]!;
    async Task<string> TextAsync() => (string)(await bench.Bot.NextAsync()).Json["entry"]![0]!["messaging"]![0]!["message"]!["text"]!;
}
