using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Gmail;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class GmailClientTests
{
    readonly JumpingTime time = new();

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_made_again()
    {
        var granted = 0;
        await using var google = await StandIn.StartAsync((request, http) =>
            request.Path == "/token" ? http.ReplyAsync($$"""{"access_token":"t{{++granted}}","expires_in":3599}""")
            : request.Headers.Authorization == "Bearer t2" ? http.ReplyAsync("""{"emailAddress":"hello@mycavoodle.example","historyId":"42"}""")
            : http.ReplyAsync("""{"error":{"code":401,"message":"Invalid Credentials","errors":[{"reason":"authError"}]}}""", 401));
        await using var services = Services(google);
        var client = services.GetRequiredService<GmailClient>();

        Assert.Equal(42UL, (await client.ProfileAsync(default)).HistoryId);
        Assert.Equal(42UL, (await client.ProfileAsync(default)).HistoryId);
        Assert.Equal(2, granted);
        Assert.Equal(["/token", "/gmail/v1/users/me/profile", "/token", "/gmail/v1/users/me/profile", "/gmail/v1/users/me/profile"], google.Arrived.Select(r => r.Path));

        time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<ProviderException>(() => client.ProfileAsync(default));            // t3, and t4 after the refusal: then it stops
        Assert.Equal(4, granted);
    }

    [Fact]
    public async Task A_dead_refresh_token_is_a_lasting_refusal()
    {
        await using var google = await StandIn.AnsweringAsync((400, """{"error":"invalid_grant","error_description":"Token has been expired or revoked."}""", []));
        await using var services = Services(google);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<GmailClient>().ProfileAsync(default));
        Assert.Equal(("invalid_grant", false), (refusal.Code, refusal.IsTransient));
    }

    [Fact]
    public async Task History_is_read_to_its_last_page_each_mail_once_and_no_drafts()
    {
        await using var services = Services(await Google((request, _) => request.Query.Contains("pageToken=p2", StringComparison.Ordinal)
            ? """{"history":[{"id":"7","messagesAdded":[{"message":{"id":"a","threadId":"t"}},{"message":{"id":"c","threadId":"t","labelIds":["SENT"]}}]}],"historyId":"9"}"""
            : """{"history":[{"id":"6","messagesAdded":[{"message":{"id":"a","threadId":"t"}},{"message":{"id":"b","threadId":"t","labelIds":["DRAFT"]}}]},{"id":"8","labelsAdded":[{}]}],"nextPageToken":"p2","historyId":"9"}"""));
        var history = await services.GetRequiredService<GmailClient>().HistorySinceAsync(5, default);
        Assert.Equal(["a", "c"], history.MessageIds);
        Assert.Equal((9UL, false), (history.HistoryId, history.IsExpired));
    }

    [Fact]
    public async Task A_quiet_mailbox_has_no_history_and_an_old_place_is_expired()
    {
        await using var services = Services(await Google((request, http) =>
        {
            if (request.Query.Contains("startHistoryId=1&", StringComparison.Ordinal))
            {
                http.Response.StatusCode = 404;
                return """{"error":{"code":404,"errors":[{"reason":"notFound"}]}}""";
            }
            return """{"historyId":"12"}""";
        }));
        var client = services.GetRequiredService<GmailClient>();
        Assert.Equal((12UL, 0), ((await client.HistorySinceAsync(11, default)).HistoryId, (await client.HistorySinceAsync(11, default)).Added.Count));
        Assert.True((await client.HistorySinceAsync(1, default)).IsExpired);
    }

    [Theory]
    [InlineData(403, "rateLimitExceeded", true)]
    [InlineData(403, "userRateLimitExceeded", true)]
    [InlineData(403, "insufficientPermissions", false)]
    [InlineData(429, "rateLimitExceeded", true)]
    [InlineData(400, "failedPrecondition", false)]
    [InlineData(503, "backendError", true)]
    public async Task Refusals_are_judged_by_reason(int status, string reason, bool isTransient)
    {
        await using var services = Services(await Google((_, http) =>
        {
            http.Response.StatusCode = status;
            return $$$"""{"error":{"code":{{{status}}},"message":"Limit. Retry after 2026-11-22T08:15:00.000Z","errors":[{"reason":"{{{reason}}}"}]}}""";
        }));
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<GmailClient>().SendAsync(new byte[] { 1 }, null, default));
        Assert.Equal((reason, isTransient, TimeSpan.FromMinutes(15)), (refusal.Code, refusal.IsTransient, refusal.RetryAfter));
    }

    [Fact]
    public async Task A_mail_is_sent_into_its_thread_and_never_twice()
    {
        var google = await Google((_, _) => """{"id":"m1","threadId":"t1","labelIds":["SENT"]}""");
        await using var services = Services(google);
        Assert.Equal("m1", (await services.GetRequiredService<GmailClient>().SendAsync("Subject: Hi\r\n\r\nHello"u8.ToArray(), "t1", default)).Id);
        using var body = JsonDocument.Parse(google.Arrived[^1].Body);
        Assert.Equal("Subject: Hi\r\n\r\nHello", Encoding.ASCII.GetString(Base64Url.DecodeFromChars(body.RootElement.GetProperty("raw").GetString())));
        Assert.Equal("t1", body.RootElement.GetProperty("threadId").GetString());
    }

    [SharedFact]
    public async Task Mails_are_read_with_their_headers_and_text()
    {
        await using var services = Services(await Google((request, http) =>
        {
            if (request.Path.EndsWith("/gone", StringComparison.Ordinal))
                http.Response.StatusCode = 404;
            return Shared.Read("gmail/messages_get_full_reply_with_attachment.json");
        }));
        var client = services.GetRequiredService<GmailClient>();
        var mail = await client.MessageAsync("16d057a6b3bf99d4", default);
        Assert.Equal(("909B4809D55E7B4E97FC9B9FC8B0E4FF1349C4A9@mail.example.com", 1567754966000), (mail!.Header("message-id")!.Trim('<', '>'), mail.ReceivedAt.ToUnixTimeMilliseconds()));
        Assert.NotEmpty(mail.ReadText().Text);
        Assert.NotEmpty(mail.ReadText().Attachments);
        Assert.Null(await client.MessageAsync("gone", default));
    }

    static Task<StandIn> Google(Func<Arrived, Microsoft.AspNetCore.Http.HttpContext, string> answer) => StandIn.StartAsync((request, http) =>
        request.Path == "/token" ? http.ReplyAsync("""{"access_token":"t","expires_in":3599}""") : Answer(request, http, answer));

    static Task Answer(Arrived request, Microsoft.AspNetCore.Http.HttpContext http, Func<Arrived, Microsoft.AspNetCore.Http.HttpContext, string> answer)
    {
        var body = answer(request, http);
        return http.ReplyAsync(body, http.Response.StatusCode);
    }

    ServiceProvider Services(StandIn google) => google.Clients(time, ("Gmail:BaseUrl", "{url}"), ("Gmail:TokenUrl", "{url}token"), ("Gmail:ClientId", "c"),
        ("Gmail:ClientSecret", "s"), ("Gmail:RefreshToken", "r"), ("Gmail:Mailbox", "hello@mycavoodle.example"));
}
