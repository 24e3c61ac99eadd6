using System.Net;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class MetaEmulation : IAsyncLifetime
{
    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory, InlineData("messenger", "page"), InlineData("instagram", "instagram")]
    public async Task A_message_arrives_signed_over_an_escaped_body(string channel, string kind)
    {
        var sent = await bench.WriteAsync(channel, "amelia", "Grüße an https://example.com 🐩");
        var webhook = await bench.Bot.NextAsync();

        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(bench.Settings["Meta:AppSecret"]!), webhook.Body));
        Assert.Equal($"sha256={expected}", webhook.Headers["X-Hub-Signature-256"]);
        Assert.All(webhook.Body, b => Assert.InRange(b, 0x20, 0x7e));
        Assert.Contains(@"Gr\u00fc\u00dfe an https:\/\/example.com", webhook.Text);
        Assert.Equal(kind, (string)webhook.Json["object"]!);
        var event_ = webhook.Json["entry"]![0]!["messaging"]![0]!;
        Assert.Equal("Grüße an https://example.com 🐩", (string)event_["message"]!["text"]!);
        Assert.Equal(((string)sent["id"]!, (string)sent["from"]!), ((string)event_["message"]!["mid"]!, (string)event_["sender"]!["id"]!));
    }

    [Fact]
    public async Task What_the_shop_sends_comes_back_as_an_echo_with_the_ids_swapped()
    {
        var id = (string)(await bench.WriteAsync("messenger", "amelia", "Hi"))["from"]!;
        using var response = await bench.MetaSendAsync(id, "Hello Amelia");
        var answer = await Bench.JsonAsync(response);
        var echo = (await bench.Bot.NextAsync(r => r.Text.Contains("is_echo", StringComparison.Ordinal))).Json["entry"]![0]!["messaging"]![0]!;

        Assert.Equal((bench.Settings["Meta:PageId"], id), ((string?)echo["sender"]!["id"], (string?)echo["recipient"]!["id"]));
        Assert.Equal(((string?)answer["message_id"], "outbox-7"), ((string?)echo["message"]!["mid"], (string?)echo["message"]!["metadata"]));
        var sent = (await bench.GetAsync("sandbox/api/sent?channel=messenger&to=amelia")).AsArray();
        Assert.Equal(("Hello Amelia", "outbox-7"), ((string?)Assert.Single(sent)!["text"], (string?)sent[0]!["metadata"]));
    }

    [Theory, InlineData("messenger", 400, 2018278), InlineData("instagram", 403, 2534022)]
    public async Task After_24_hours_the_window_is_shut_for_all_but_people(string channel, int status, int subcode)
    {
        var id = (string)(await bench.WriteAsync(channel, "amelia", "Hi"))["from"]!;
        bench.Time.Advance(TimeSpan.FromHours(24.1));
        using var refused = await bench.MetaSendAsync(id, "Too late");
        var error = (await Bench.JsonAsync(refused))["error"]!;
        Assert.Equal((status, 10, subcode), ((int)refused.StatusCode, (int)error["code"]!, (int)error["error_subcode"]!));

        using var human = await bench.MetaSendAsync(id, "A person writes", "HUMAN_AGENT");
        Assert.Equal(HttpStatusCode.OK, human.StatusCode);
        using var retired = await bench.MetaSendAsync(id, "Shipped", "POST_PURCHASE_UPDATE");
        Assert.Equal(100, (int)(await Bench.JsonAsync(retired))["error"]!["code"]!);
    }

    [Fact]
    public async Task Nobody_can_be_written_to_who_has_not_written()
    {
        using var refused = await bench.MetaSendAsync("6123456789012345", "Hello?");
        Assert.Equal(2018001, (int)(await Bench.JsonAsync(refused))["error"]!["error_subcode"]!);
    }

    [Fact]
    public async Task Messenger_counts_characters_and_instagram_counts_bytes()
    {
        var (messenger, instagram) = ((string)(await bench.WriteAsync("messenger", "a", "Hi"))["from"]!, (string)(await bench.WriteAsync("instagram", "a", "Hi"))["from"]!);
        async Task<bool> Taken(string to, string text) { using var r = await bench.MetaSendAsync(to, text); return r.IsSuccessStatusCode; }

        Assert.True(await Taken(messenger, new string('ä', 2000)));
        Assert.False(await Taken(messenger, new string('a', 2001)));
        Assert.True(await Taken(instagram, new string('ä', 500)));
        Assert.False(await Taken(instagram, new string('ä', 501)));
    }

    [Fact]
    public async Task A_wrong_token_opens_nothing()
    {
        using var refused = await bench.Http.GetAsync("v26.0/me/conversations?access_token=wrong");
        Assert.Equal((HttpStatusCode.Unauthorized, 190), (refused.StatusCode, (int)(await Bench.JsonAsync(refused))["error"]!["code"]!));
    }

    [Fact]
    public async Task A_conversation_can_be_read_back_newest_first()
    {
        var id = (string)(await bench.WriteAsync("instagram", "amelia", "One"))["from"]!;
        (await bench.MetaSendAsync(id, "Two")).Dispose();
        var read = await bench.GetAsync($"v26.0/{bench.Settings["Meta:InstagramId"]}/conversations?platform=instagram&user_id={id}&fields=messages%7Bid,message,from%7D&access_token={bench.Settings["Meta:AccessToken"]}");
        var messages = read["data"]![0]!["messages"]!["data"]!.AsArray();
        Assert.Equal(["Two", "One"], messages.Select(m => (string)m!["message"]!));
        Assert.Equal("2026-11-20T03:00:00+0000", (string)messages[0]!["created_time"]!);
    }

    [Fact]
    public async Task Ad_spend_comes_as_text_in_pages_and_matches_the_shop()
    {
        var spent = new Dictionary<string, string>();
        var next = $"{bench.Settings["Meta:BaseUrl"]}act_{bench.Settings["Meta:AdAccountId"]}/insights?time_increment=1&level=account&limit=20&fields=spend,actions&access_token={bench.Settings["Meta:AccessToken"]}&time_range="
            + Uri.EscapeDataString("""{"since":"2026-08-01","until":"2026-11-19"}""");
        for (string? url = next; url is not null;)
        {
            var page = await bench.GetAsync(url);
            foreach (var row in page["data"]!.AsArray()) spent[(string)row!["date_start"]!] = (string)row["spend"]!;
            url = (string?)page["paging"]!["next"];
        }
        var days = (await bench.GetAsync("sandbox/api/shop/days?from=2026-08-01&to=2026-11-19")).AsArray();
        var expected = days.Where(d => (decimal)d!["adSpend"]! > 0).ToDictionary(d => (string)d!["day"]!, d => ((decimal)d!["adSpend"]!).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, spent);
    }
}
