using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyCavoodle.Channels.Gmail;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Hub;
using MyCavoodle.Tests.Unit.Clients;
using Xunit;

namespace MyCavoodle.Tests.Unit.Channels;

public sealed class GmailTests : IDisposable
{
    readonly TemporaryHub hubs = new();
    readonly Dictionary<string, (int Status, string Body)> google = new(StringComparer.Ordinal)
    {
        ["/token"] = (200, """{"access_token":"t","expires_in":3599}"""),
        ["/gmail/v1/users/me/profile"] = (200, $$"""{"emailAddress":"{{Mails.Us}}","historyId":"100"}"""),
    };

    [Fact]
    public async Task The_first_time_the_recent_inbox_is_read_oldest_first()
    {
        google["/gmail/v1/users/me/messages"] = (200, """{"messages":[{"id":"b","threadId":"t"},{"id":"a","threadId":"t"}]}""");
        Holds("a");
        Holds("b");
        Assert.Equal(["a", "b", "gmail-history=100"], await ReadAsync());
    }

    [Fact]
    public async Task Later_only_what_is_new_is_read_and_what_is_ours_passed_over()
    {
        await StandsAtAsync("50");
        History(("a", "INBOX"), ("gone", "INBOX"), ("sent", "SENT"), ("spam", "SPAM"), ("trash", "TRASH"), ("draft", "DRAFT"), ("moved", "INBOX"));
        Holds("a");
        Holds("moved", "TRASH");
        Assert.Equal(["a", "gmail-history=60"], await ReadAsync());
    }

    [Fact]
    public async Task When_Gmail_forgot_the_place_the_recent_inbox_is_read()
    {
        await StandsAtAsync("50");
        google["/gmail/v1/users/me/messages"] = (200, """{"messages":[{"id":"a","threadId":"t"}]}""");
        Holds("a");
        Assert.Equal(["a", "gmail-history=100"], await ReadAsync());
    }

    [Fact]
    public async Task A_mail_that_cannot_be_read_is_set_aside_and_the_rest_is_heard()
    {
        await StandsAtAsync("50");
        History(("broken", "INBOX"), ("nobody", "INBOX"), ("a", "INBOX"));
        google["/gmail/v1/users/me/messages/broken"] = (200, "<html>");
        google["/gmail/v1/users/me/messages/nobody"] = (200, """{"id":"nobody","labelIds":["INBOX"],"internalDate":"99999999999999999"}""");
        Holds("a");
        Assert.Equal(["aside broken", "aside nobody", "a", "gmail-history=60"], await ReadAsync());
    }

    [Fact]
    public async Task A_mail_that_was_set_aside_is_the_one_that_is_read_when_it_is_replayed()
    {
        await StandsAtAsync("50");
        History(("other", "INBOX"));
        Holds("a");
        await using var standIn = await GoogleAsync();
        await using var services = Services(standIn);
        var aside = Delivery.From("gmail", new("push-1#0", null, """{"id":"a","threadId":"t"}"""u8.ToArray()), Said.Now);
        List<Inbound> heard = [];
        await foreach (var inbound in Talk(services).ReadAsync(aside, default)) heard.Add(inbound);
        Assert.Equal("a", Assert.IsType<InboundMessage>(Assert.Single(heard)).Key);
    }

    [Fact]
    public async Task An_outage_is_no_strange_mail()
    {
        await StandsAtAsync("50");
        History(("a", "INBOX"));
        google["/gmail/v1/users/me/messages/a"] = (403, """{"error":{"code":403,"errors":[{"reason":"rateLimitExceeded"}]}}""");
        Assert.True((await Assert.ThrowsAsync<ProviderException>(ReadAsync)).IsTransient);
    }

    [Fact]
    public async Task An_answer_joins_its_thread_and_says_that_a_machine_wrote_it()
    {
        google["/gmail/v1/users/me/messages/send"] = (200, """{"id":"s-1","threadId":"t-1"}""");
        var (mail, thread) = await SentAsync(new("turn-4", "jane@example.com", "Soon!", Said.Now) { ThreadKey = "t-1", Subject = "RE: re: Brush", MailIds = ["<1@x>", "<2@x>"] });
        Assert.Equal("t-1", thread);
        foreach (var line in new[] { "To: <jane@example.com>", "Subject: Re: Brush", "In-Reply-To: <2@x>", "References: <1@x>\r\n <2@x>", "Auto-Submitted: auto-replied", "X-MyCavoodle-Id: turn-4" })
            Assert.Contains(line + "\r\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_write_is_not_marked_and_a_subject_may_be_missing()
    {
        google["/gmail/v1/users/me/messages/send"] = (200, """{"id":"s-1","threadId":"t-1"}""");
        var (mail, _) = await SentAsync(new("staff-4", "jane@example.com", "Soon!", Said.Now) { ByStaff = true });
        Assert.DoesNotContain("Auto-Submitted", mail, StringComparison.Ordinal);
        Assert.Contains("Subject: Re:\r\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_was_sent_is_found_by_our_key()
    {
        google["/gmail/v1/users/me/threads/t-1"] = (200, $$"""
            {"id":"t-1","messages":[{{Mails.Json("in", "x", "text/plain", ["INBOX"], ("X-MyCavoodle-Id", "turn-4"))}},{{Mails.Json("out", "x", "text/plain", ["SENT"], ("X-MyCavoodle-Id", "turn-4"))}}]}
            """);
        await using var standIn = await GoogleAsync();
        await using var services = Services(standIn);
        var channel = new EmailChannel(services.GetRequiredService<GmailClient>(), services.GetRequiredService<IOptions<GmailOptions>>());
        Assert.Equal(["out"], await channel.FindSentAsync(new("turn-4", "jane@example.com", "x", Said.Now) { ThreadKey = "t-1" }, default));
        Assert.Empty(await channel.FindSentAsync(new("turn-5", "jane@example.com", "x", Said.Now) { ThreadKey = "t-1" }, default));
        Assert.Empty(await channel.FindSentAsync(new("turn-4", "jane@example.com", "x", Said.Now) { ThreadKey = "gone" }, default));
    }

    [Fact]
    public async Task Without_credentials_no_push_is_believed_and_nothing_is_sent()
    {
        await using var services = StandIn.Services(new JumpingTime());
        Assert.Null(await Talk(services).VerifyAsync(Said.Request("{}", ("Authorization", "Bearer x")), default));
        var channel = new EmailChannel(services.GetRequiredService<GmailClient>(), services.GetRequiredService<IOptions<GmailOptions>>());
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => channel.SendAsync(new("k", "jane@example.com", "x", Said.Now), default));
        Assert.Equal(ProviderException.NotConfigured, refusal.Code);
    }

    [Fact]
    public async Task Only_Googles_push_is_believed_and_a_repeated_one_has_the_same_key()
    {
        using RSA key = RSA.Create(2048), stranger = RSA.Create(2048);
        var open = key.ExportParameters(false);
        google["/certs"] = (200, JsonSerializer.Serialize(new { keys = new[] { new { kty = "RSA", kid = "k", n = Base64Url.EncodeToString(open.Modulus), e = Base64Url.EncodeToString(open.Exponent) } } }));
        await using var standIn = await GoogleAsync();
        await using var services = Services(standIn);
        var talk = Talk(services);
        var good = Jwt(key);
        const string push = """{"message":{"data":"eyJlbWFpbEFkZHJlc3MiOiAidXNlckBleGFtcGxlLmNvbSIsICJoaXN0b3J5SWQiOiAiMTIzNDU2Nzg5MCJ9","messageId":"2070443601311540"}}""";
        Assert.Equal("2070443601311540", (await talk.VerifyAsync(Said.Request(push, ("authorization", good)), default))?.Key);
        Assert.Equal(64, (await talk.VerifyAsync(Said.Request("{}", ("Authorization", good)), default))?.Key.Length);
        foreach (var bad in new[] { "", "Bearer ", good[..^20], Jwt(stranger) })
            Assert.Null(await talk.VerifyAsync(Said.Request(push, ("Authorization", bad)), default));
        Assert.Null(await talk.VerifyAsync(Said.Request(push), default));
    }

    public void Dispose() => hubs.Dispose();

    static string Jwt(RSA key)
    {
        var claims = new { aud = "https://bot.example/webhooks/gmail", email = "push@example.com", email_verified = true, exp = Said.Now.AddHours(1).ToUnixTimeSeconds(), iss = "https://accounts.google.com" };
        var signed = $"{Part(new { alg = "RS256", kid = "k" })}.{Part(claims)}";
        return $"Bearer {signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

        static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
    }

    void Holds(string id, string label = "INBOX") => google[$"/gmail/v1/users/me/messages/{id}"] = (200, Mails.Json(id, "Hi", "text/plain", [label]));

    void History(params (string Id, string Label)[] added) => google["/gmail/v1/users/me/history"] = (200, JsonSerializer.Serialize(new
    {
        history = added.Select(a => new { id = "55", messagesAdded = new[] { new { message = new { id = a.Id, threadId = "t", labelIds = new[] { a.Label } } } } }),
        historyId = "60",
    }));

    async Task StandsAtAsync(string place)
    {
        await using var hub = hubs.CreateDbContext();
        await hub.MoveCursorAsync(GmailTalk.Cursor, place, Said.Now, default);
        await hub.SaveChangesAsync();
    }

    async Task<List<string>> ReadAsync()
    {
        await using var standIn = await GoogleAsync();
        await using var services = Services(standIn);
        return [.. (await Talk(services).ReadAsync("{}")).Select(said => said switch
        {
            InboundMessage message => message.Key,
            NotUnderstood aside => "aside " + JsonElement.Parse(aside.Fragment).GetProperty("id").GetString(),
            ReadUpTo place => $"{place.Cursor}={place.Value}",
            _ => said.ToString(),
        })];
    }

    async Task<(string Mail, string? Thread)> SentAsync(Outgoing message)
    {
        await using var standIn = await GoogleAsync();
        await using var services = Services(standIn);
        var channel = new EmailChannel(services.GetRequiredService<GmailClient>(), services.GetRequiredService<IOptions<GmailOptions>>());
        Assert.Equal("s-1", await channel.SendAsync(message, default));
        var sent = JsonElement.Parse(standIn.Arrived.Single(a => a.Path.EndsWith("/send", StringComparison.Ordinal)).Body);
        return (Encoding.ASCII.GetString(Base64Url.DecodeFromChars(sent.GetProperty("raw").GetString())),
            sent.TryGetProperty("threadId", out var thread) ? thread.GetString() : null);
    }

    Task<StandIn> GoogleAsync() => StandIn.StartAsync((request, http) =>
        google.TryGetValue(request.Path, out var answer) ? http.ReplyAsync(answer.Body, answer.Status) : http.ReplyAsync("""{"error":{"code":404,"errors":[{"reason":"notFound"}]}}""", 404));

    GmailTalk Talk(ServiceProvider services) => new(services.GetRequiredService<GmailClient>(), services.GetRequiredService<GooglePushToken>(), hubs, services.GetRequiredService<IOptions<GmailOptions>>());

    static ServiceProvider Services(StandIn standIn) => standIn.Clients(new JumpingTime(), ("Gmail:BaseUrl", "{url}"), ("Gmail:TokenUrl", "{url}token"),
        ("Gmail:ClientId", "c"), ("Gmail:ClientSecret", "s"), ("Gmail:RefreshToken", "r"), ("Gmail:Mailbox", Mails.Us),
        ("Gmail:CertsUrl", "{url}certs"), ("Gmail:Topic", "projects/p/topics/t"), ("Gmail:PushAudience", "https://bot.example/webhooks/gmail"), ("Gmail:PushServiceAccount", "push@example.com"));
}
