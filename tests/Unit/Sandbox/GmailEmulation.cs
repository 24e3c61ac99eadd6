using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class GmailEmulation : IAsyncLifetime
{
    Bench bench = null!;
    HttpClient gmail = null!;

    public async Task InitializeAsync()
    {
        bench = await Bench.OpenAsync();
        gmail = await bench.GmailAsync();
    }

    public async Task DisposeAsync()
    {
        gmail.Dispose();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_push_says_only_that_something_changed_and_carries_a_token_signed_with_the_published_key()
    {
        await bench.WriteAsync("email", "amelia@example.com", "Where is it?");
        var push = await bench.Bot.NextAsync();
        var data = JsonNode.Parse(Convert.FromBase64String((string)push.Json["message"]!["data"]!))!;
        Assert.Equal(System.Text.Json.JsonValueKind.Number, data["historyId"]!.GetValueKind());
        Assert.Equal(bench.Settings["Gmail:Mailbox"], (string?)data["emailAddress"]);

        var parts = push.Headers["Authorization"]["Bearer ".Length..].Split('.');
        var key = (await bench.GetAsync(bench.Settings["Gmail:CertsUrl"]!))["keys"]![0]!;
        using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes((string)key["n"]!), Exponent = Bytes((string)key["e"]!) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var claims = JsonNode.Parse(Bytes(parts[1]))!;
        Assert.Equal((bench.Settings["Gmail:PushAudience"], bench.Settings["Gmail:PushServiceAccount"], "https://accounts.google.com"),
            ((string?)claims["aud"], (string?)claims["email"], (string?)claims["iss"]));
        Assert.Equal((string?)key["kid"], (string?)JsonNode.Parse(Bytes(parts[0]))!["kid"]);
    }

    [Fact]
    public async Task A_push_that_had_to_wait_for_the_bots_address_names_it_all_the_same()
    {
        bench.World.Bot = null;
        await bench.WriteAsync("email", "amelia@example.com", "Early");
        bench.World.Bot = bench.Bot.Url;
        var claims = JsonNode.Parse(Bytes((await bench.Bot.NextAsync()).Headers["Authorization"].Split('.')[1]))!;
        Assert.Equal(bench.Settings["Gmail:PushAudience"], (string?)claims["aud"]);
    }

    [Fact]
    public async Task History_has_no_key_when_nothing_happened_and_lists_what_did()
    {
        var start = (string)(await ReadAsync("profile"))["historyId"]!;
        Assert.False((await ReadAsync($"history?startHistoryId={start}")).AsObject().ContainsKey("history"));

        var mail = await bench.WriteAsync("email", "amelia@example.com", "Where is it?");
        var record = Assert.Single((await ReadAsync($"history?startHistoryId={start}&historyTypes=messageAdded&labelId=INBOX"))["history"]!.AsArray());
        Assert.Equal((string?)mail["id"], (string?)record!["messagesAdded"]![0]!["message"]!["id"]);

        bench.Time.Advance(TimeSpan.FromDays(8));
        using var later = await bench.GmailAsync();
        using var forgotten = await later.GetAsync($"history?startHistoryId={start}");
        Assert.Equal(HttpStatusCode.NotFound, forgotten.StatusCode);
    }

    [Fact]
    public async Task A_history_id_that_is_too_old_is_not_found()
    {
        using var response = await gmail.GetAsync("history?startHistoryId=1");
        Assert.Equal((HttpStatusCode.NotFound, "notFound"), (response.StatusCode, (string?)(await Bench.JsonAsync(response))["error"]!["errors"]![0]!["reason"]));
    }

    [Fact]
    public async Task A_mail_is_read_whole_with_googles_verdict_on_its_sender()
    {
        var mail = await bench.WriteAsync("email", "amelia@example.com", "Wo ist mein Päckchen?", new { subject = "Päckchen", html = "<p>Wo?</p>", authentication = "fail" });
        var payload = (await ReadAsync($"messages/{mail["id"]}"))["payload"]!;
        string? Header(string name) => (string?)payload["headers"]!.AsArray().Single(h => (string?)h!["name"] == name)!["value"];

        Assert.Equal(("Päckchen", "multipart/alternative"), (Header("Subject"), (string?)payload["mimeType"]));
        Assert.Contains("dmarc=fail", Header("Authentication-Results"));
        Assert.Equal("Wo ist mein Päckchen?", Encoding.UTF8.GetString(Bytes((string)payload["parts"]![0]!["body"]!["data"]!)));
        Assert.Equal("text/html", (string?)payload["parts"]![1]!["mimeType"]);
    }

    [Theory]
    [InlineData(true, true, "Re: Parcel", true)]
    [InlineData(false, true, "Re: Parcel", false)]
    [InlineData(true, false, "Re: Parcel", false)]
    [InlineData(true, true, "Something else", false)]
    public async Task A_reply_joins_its_thread_only_by_all_three_signs(bool named, bool referring, string subject, bool joins)
    {
        var mail = await bench.WriteAsync("email", "amelia@example.com", "Where is it?", new { subject = "Parcel", id = "first" });
        var references = referring ? "In-Reply-To: <first@mail.example.com>\r\nReferences: <first@mail.example.com>\r\n" : "";
        var raw = $"From: hello@mycavoodle.example\r\nTo: Amelia <amelia@example.com>\r\nSubject: {subject}\r\nX-MyCavoodle-Id: outbox-7\r\n{references}\r\nOn its way.";
        var thread = (string)mail["threadId"]!;
        using var response = await gmail.PostAsJsonAsync("messages/send", named ? new { raw = Bench.Base64Url(raw), threadId = (string?)thread } : new { raw = Bench.Base64Url(raw), threadId = (string?)null });

        Assert.Equal(joins, (string?)(await Bench.JsonAsync(response))["threadId"] == thread);
        var sent = Assert.Single((await bench.GetAsync("sandbox/api/sent?channel=email&to=amelia@example.com")).AsArray())!;
        Assert.Equal(("On its way.", "outbox-7"), ((string?)sent["text"], (string?)sent["headers"]!["X-MyCavoodle-Id"]));
    }

    [Fact]
    public async Task Mail_is_found_by_message_id_sender_and_word()
    {
        await bench.WriteAsync("email", "amelia@example.com", "Where is it?", new { id = "first" });
        await bench.WriteAsync("email", "noah@example.com", "Thank you");
        async Task<int> Found(string query) => ((await ReadAsync($"messages?q={Uri.EscapeDataString(query)}"))["messages"] as JsonArray)?.Count ?? 0;

        Assert.Equal((1, 1, 1, 2, 0), (await Found("rfc822msgid:first@mail.example.com"), await Found("from:noah in:inbox"), await Found("thank"), await Found("newer_than:1d"), await Found("-in:inbox")));
    }

    [Fact]
    public async Task A_dead_refresh_token_is_an_invalid_grant_and_an_unknown_access_token_an_auth_error()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string?> { ["client_id"] = bench.Settings["Gmail:ClientId"], ["client_secret"] = bench.Settings["Gmail:ClientSecret"], ["refresh_token"] = "dead", ["grant_type"] = "refresh_token" }!);
        using var refused = await bench.Http.PostAsync("token", form);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (refused.StatusCode, (string?)(await Bench.JsonAsync(refused))["error"]));
        using var stranger = await bench.Http.GetAsync("gmail/v1/users/me/profile");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task Labels_are_made_once_and_put_on_mails_by_id()
    {
        var mail = await bench.WriteAsync("email", "amelia@example.com", "Hi");
        using var made = await gmail.PostAsJsonAsync("labels", new { name = "Handled" });
        using var again = await gmail.PostAsJsonAsync("labels", new { name = "Handled" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var modified = await gmail.PostAsJsonAsync($"messages/{mail["id"]}/modify", new { addLabelIds = new[] { (string)(await Bench.JsonAsync(made))["id"]! }, removeLabelIds = new[] { "UNREAD" } });
        Assert.Equal(["CATEGORY_PERSONAL", "INBOX", "Label_1"], (await Bench.JsonAsync(modified))["labelIds"]!.AsArray().Select(l => (string)l!));
    }

    async Task<JsonNode> ReadAsync(string path) => (await gmail.GetFromJsonAsync<JsonNode>(path))!;

    static byte[] Bytes(string base64Url)
    {
        var text = base64Url.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }
}
