using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Meta;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class MetaClientTests
{
    readonly JumpingTime time = new();

    [Fact]
    public async Task An_answer_goes_out_once_with_its_mark_and_brings_back_the_message_id()
    {
        await using var meta = await StandIn.AnsweringAsync((200, """{"recipient_id":"9","message_id":"m_1"}""", []));
        await using var services = Services(meta);

        Assert.Equal("m_1", await services.GetRequiredService<MetaClient>().SendTextAsync("17", "9", "On its way 🐶", "reply-4", default));

        var request = Assert.Single(meta.Arrived);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal("/v26.0/17/messages", request.Path);
        Assert.Equal("Bearer EAAsecret", request.Headers.Authorization);
        Assert.Equal(("9", "RESPONSE"), (body.RootElement.GetProperty("recipient").GetProperty("id").GetString(), body.RootElement.GetProperty("messaging_type").GetString()));
        Assert.Equal(("On its way 🐶", "reply-4"), (body.RootElement.GetProperty("message").GetProperty("text").GetString(), body.RootElement.GetProperty("message").GetProperty("metadata").GetString()));
        Assert.DoesNotContain("EAAsecret", request.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 10, 2018278, false, MetaRefusal.MessengerOutsideWindow)]
    [InlineData(403, 10, 2534022, false, MetaRefusal.InstagramOutsideWindow)]
    [InlineData(400, 100, 2018001, false, MetaRefusal.NoSuchPerson)]
    [InlineData(400, 551, null, false, "551")]
    [InlineData(401, 190, 463, false, "190/463")]
    [InlineData(400, 4, null, true, "4")]
    [InlineData(403, 32, null, true, "32")]
    [InlineData(400, 613, null, true, "613")]
    [InlineData(400, 80006, null, true, "80006")]
    [InlineData(403, 368, null, false, "368")]
    [InlineData(500, 2, null, true, "2")]
    [InlineData(500, 1, null, true, "1")]
    [InlineData(400, 2500, null, false, "2500")]
    public async Task Refusals_are_judged_by_code_and_not_by_status(int status, int code, int? subcode, bool isTransient, string name)
    {
        var body = JsonSerializer.Serialize(new { error = new { message = "(#10) 此消息在允许的窗口之外发送", type = "OAuthException", code, error_subcode = subcode, fbtrace_id = "Abc" } });
        await using var meta = await StandIn.AnsweringAsync((status, body, []));
        await using var services = Services(meta);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<MetaClient>().SendTextAsync("17", "9", "Hi", "", default));

        Assert.Equal((name, isTransient), (refusal.Code, refusal.IsTransient));
        Assert.DoesNotContain("EAAsecret", refusal.ToString(), StringComparison.Ordinal);
        Assert.Single(meta.Arrived);
    }

    [Fact]
    public async Task A_rate_limit_waits_the_minutes_the_header_names()
    {
        await using var meta = await StandIn.AnsweringAsync((400, """{"error":{"message":"x","code":80006}}""",
            ["""X-Business-Use-Case-Usage: {"17":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":19}]}"""]));
        await using var services = Services(meta);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<MetaClient>().SendTextAsync("17", "9", "Hi", "", default));
        Assert.Equal(TimeSpan.FromMinutes(19), refusal.RetryAfter);
    }

    [Fact]
    public async Task A_conversation_is_read_back_with_its_times()
    {
        await using var meta = await StandIn.AnsweringAsync((200,
            """{"data":[{"id":"t_1","messages":{"data":[{"id":"m_1","created_time":"2026-11-20T08:00:00+0000","from":{"id":"9"},"message":"Hello"}]}}]}""", []));
        await using var services = Services(meta);
        var message = Assert.Single(await services.GetRequiredService<MetaClient>().ConversationAsync("17", "messenger", "9", default));
        Assert.Equal(new MetaMessage("m_1", new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), "9", "Hello"), message);
    }

    [Fact]
    public async Task Ad_spend_has_a_figure_for_every_day_and_follows_the_cursor()
    {
        await using var meta = await StandIn.StartAsync((request, http) => http.ReplyAsync(request.Query.Contains("after=c2", StringComparison.Ordinal)
            ? """{"data":[{"date_start":"2026-11-03","date_stop":"2026-11-03","spend":"0.75"}],"paging":{"cursors":{"after":"c3"}}}"""
            : """{"data":[{"date_start":"2026-11-01","date_stop":"2026-11-01","spend":"12.34"}],"paging":{"cursors":{"after":"c2"},"next":"https://elsewhere.example/?access_token=EAAsecret"}}"""));
        await using var services = Services(meta);

        var spend = await services.GetRequiredService<MetaClient>().AdSpendAsync(new(2026, 11, 1), new(2026, 11, 3), default);

        Assert.Equal([12.34m, 0m, 0.75m], spend.Select(s => s.Spend));
        Assert.Equal("/v26.0/act_55/insights", meta.Arrived[0].Path);
        Assert.Contains("""time_range={"since":"2026-11-01","until":"2026-11-03"}""", Uri.UnescapeDataString(meta.Arrived[0].Query), StringComparison.Ordinal);
    }

    ServiceProvider Services(StandIn meta) => meta.Clients(time, ("Meta:BaseUrl", "{url}v26.0/"), ("Meta:AppSecret", "app"), ("Meta:VerifyToken", "v"),
        ("Meta:AccessToken", "EAAsecret"), ("Meta:PageId", "17"), ("Meta:AdAccountId", "55"));
}
