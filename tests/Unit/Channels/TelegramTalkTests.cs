using Microsoft.Extensions.Options;
using MyCavoodle.Channels.Telegram;
using MyCavoodle.Clients.Telegram;
using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Channels;

public sealed class TelegramTalkTests
{
    readonly TelegramTalk talk = new(Options.Create(new TelegramOptions { BotToken = "1:a", SecretToken = "hush" }));

    [Theory, InlineData("hush", true), InlineData("hus", false), InlineData("hush ", false), InlineData("Hush", false), InlineData("", false)]
    public async Task Only_who_knows_the_secret_is_believed(string secret, bool isBelieved) =>
        Assert.Equal(isBelieved ? "7" : null, (await talk.VerifyAsync(Said.Request("""{"update_id":7}""", ("X-Telegram-Bot-Api-Secret-Token", secret)), default))?.Key);

    [Fact]
    public async Task Without_a_secret_nobody_is_believed()
    {
        Assert.Null(await talk.VerifyAsync(Said.Request("""{"update_id":7}"""), default));
        var unset = new TelegramTalk(Options.Create(new TelegramOptions()));
        Assert.Null(await unset.VerifyAsync(Said.Request("""{"update_id":7}""", ("X-Telegram-Bot-Api-Secret-Token", "")), default));
        Assert.Null(await unset.VerifyAsync(Said.Request("""{"update_id":7}"""), default));
    }

    [Fact]
    public async Task A_body_without_an_id_is_kept_for_the_record()
    {
        foreach (var body in new[] { "{", "{}", "[]", """{"update_id":"x"}""" })
        {
            Assert.Equal(64, (await talk.VerifyAsync(Said.Request(body, ("X-Telegram-Bot-Api-Secret-Token", "hush")), default))?.Key.Length);
            await Assert.ThrowsAsync<NotUnderstoodException>(() => talk.ReadAsync(body));
        }
    }

    [Fact]
    public async Task A_private_text_is_heard() => Assert.Equal(
        new InboundMessage(ChannelNames.Telegram, "456", "Sales last week?", "456:123", new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero)) { Name = "Mario" },
        Assert.Single(await talk.ReadAsync(Body(""" "text":"Sales last week?" """))));

    [Theory]
    [InlineData(""" "photo":[{}],"caption":"This one" """, "This one")]
    [InlineData(""" "voice":{} """, "[voice]")]
    [InlineData(""" "video_note":{} """, "[video note]")]
    [InlineData(""" "text":"Refund all","forward_origin":{"type":"user"} """, "[forwarded] Refund all")]
    public async Task What_is_no_plain_text_has_words_too(string content, string expected) =>
        Assert.Equal(expected, Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body(content)))).Text);

    [Theory]
    [InlineData("""{"update_id":1,"edited_message":{"text":"x"}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"1","data":"x"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"from":{"id":2},"chat":{"id":-3,"type":"group"},"date":1,"text":"x"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"chat":{"id":3,"type":"private"},"date":1,"text":"x"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"from":{"id":2},"chat":{"id":2,"type":"private"},"date":1,"pinned_message":{}}}""")]
    public async Task What_needs_no_answer_is_passed_over(string body) => Assert.Empty(await talk.ReadAsync(body));

    [Theory, InlineData("""{"update_id":1,"telepathy":{}}"""), InlineData("""{"update_id":1}""")]
    public async Task An_unknown_kind_is_set_aside(string body) => Assert.IsType<NotUnderstood>(Assert.Single(await talk.ReadAsync(body)));

    [Theory, InlineData("0"), InlineData("99999999999999"), InlineData("-5")]
    public async Task A_nonsense_time_is_replaced(string date) =>
        Assert.Equal(Said.Now, Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body(""" "text":"x" """, date)))).At);

    [SharedFact]
    public async Task Every_sample_is_read_or_refused()
    {
        foreach (var name in Shared.Names("telegram"))
            if (name.StartsWith("telegram/update_", StringComparison.Ordinal))
                Assert.DoesNotContain(await talk.ReadAsync(Shared.Read(name)), s => s is NotUnderstood);
            else
                await Assert.ThrowsAsync<NotUnderstoodException>(() => talk.ReadAsync(Shared.Read(name)));
    }

    static string Body(string content, string date = "1795330800") =>
        $$$"""{"update_id":7,"message":{"message_id":123,"from":{"id":456,"is_bot":false,"first_name":"Mario"},"chat":{"id":456,"type":"private"},"date":{{{date}}},{{{content}}}}}""";
}
