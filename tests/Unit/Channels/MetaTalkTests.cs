using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MyCavoodle.Channels.Meta;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Channels;

public sealed class MetaTalkTests
{
    const string Secret = "s3cret";
    readonly MetaTalk talk = new(Options.Create(new MetaOptions { AppSecret = Secret, PageId = "17", InstagramId = "18" }));

    [Fact]
    public async Task Only_the_owner_of_the_app_secret_is_believed()
    {
        const string body = """{"object":"page","entry":[],"text":"\u00e4\/"}""";
        var good = Sign(body);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))),
            (await talk.VerifyAsync(Said.Request(body, ("x-hub-signature-256", good)), default))?.Key);
        foreach (var bad in new[] { "", "sha256=", good[..^1], good + "0", good["sha256=".Length..], good.Replace("sha256", "sha1", StringComparison.Ordinal), Sign(body + " ") })
            Assert.Null(await talk.VerifyAsync(Said.Request(body, ("X-Hub-Signature-256", bad)), default));
        Assert.Null(await talk.VerifyAsync(Said.Request(body), default));
        Assert.Null(await talk.VerifyAsync(Said.Request(body + " ", ("X-Hub-Signature-256", good)), default));
    }

    [Theory, InlineData(null), InlineData(""), InlineData(" ")]
    public async Task Without_an_app_secret_nobody_is_believed(string? secret)
    {
        var unset = new MetaTalk(Options.Create(new MetaOptions { AppSecret = secret }));
        Assert.Null(await unset.VerifyAsync(Said.Request("{}", ("X-Hub-Signature-256", Sign("{}", secret ?? ""))), default));
    }

    [Fact]
    public async Task A_text_is_heard_on_the_channel_it_was_written_on()
    {
        foreach (var (kind, channel) in new[] { ("page", ChannelNames.Messenger), ("instagram", ChannelNames.Instagram) })
        {
            var said = Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body(Event("""{"mid":"m-1","text":"Is it blue? 🐶"}"""), kind))));
            Assert.Equal(new InboundMessage(channel, "9", "Is it blue? 🐶", "m-1", new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero)), said);
        }
    }

    [Theory]
    [InlineData("""{"mid":"m","text":"Blue","quick_reply":{"payload":"BLUE"}}""", "Blue")]
    [InlineData("""{"mid":"m","attachments":[{"type":"image","payload":{"url":"u"}},{"type":"image"},{"type":"audio"}]}""", "[image] [audio]")]
    [InlineData("""{"mid":"m","attachments":[{"type":"image","payload":{"url":"u","sticker_id":369}}]}""", "[sticker]")]
    [InlineData("""{"mid":"m","attachments":[{"type":"story_mention"}]}""", "[story mention]")]
    [InlineData("""{"mid":"m","attachments":[{"type":"fallback","payload":"BLOB","title":"T"}]}""", "[link]")]
    [InlineData("""{"mid":"m","is_unsupported":true}""", "[unsupported message]")]
    [InlineData("""{"mid":"m","text":"See","attachments":[{"type":"image"}]}""", "See")]
    public async Task A_message_has_words_even_without_any(string message, string expected) =>
        Assert.Equal(expected, Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body(Event(message))))).Text);

    [Fact]
    public async Task A_button_says_its_title_and_is_the_same_when_it_comes_twice()
    {
        const string pressed = """{"sender":{"id":9},"recipient":{"id":17},"timestamp":1795330800000,"postback":{"title":"Opening hours","payload":"HOURS"}}""";
        var first = Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body(pressed))));
        var again = Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body(pressed))));
        var later = Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body(pressed.Replace("800000", "801000", StringComparison.Ordinal)))));
        Assert.Equal("Opening hours", first.Text);
        Assert.Equal(first, again);
        Assert.NotEqual(first.Key, later.Key);
    }

    [Fact]
    public async Task An_echo_with_our_key_proves_that_it_was_sent_and_others_say_nothing()
    {
        Assert.Equal(new SentEcho("turn-4", "m-2"), Assert.Single(await talk.ReadAsync(Body(Event("""{"mid":"m-2","text":"Hi","is_echo":true,"app_id":5,"metadata":"turn-4"}""")))));
        Assert.Empty(await talk.ReadAsync(Body(Event("""{"mid":"m-2","text":"Hi","is_echo":true}"""))));
        Assert.Empty(await talk.ReadAsync(Body(Event("""{"mid":"m-2","text":"Hi","is_echo":true,"app_id":5}"""))));
    }

    [Theory]
    [InlineData("""{"sender":{"id":"9"},"read":{"watermark":1}}""")]
    [InlineData("""{"sender":{"id":"9"},"delivery":{"mids":["m"]}}""")]
    [InlineData("""{"sender":{"id":"9"},"reaction":{"mid":"m","emoji":"x"}}""")]
    [InlineData("""{"sender":{"id":"9"},"optin":{"ref":"x"}}""")]
    [InlineData("""{"sender":{"id":"9"},"typing":{}}""")]
    [InlineData("""{"sender":{"id":"9"},"message_edit":{"mid":"m","text":"x","num_edit":"3"}}""")]
    [InlineData("""{"sender":{"id":"9"},"message":{"mid":"m","is_deleted":true}}""")]
    [InlineData("""{"sender":{"id":"17"},"message":{"mid":"m","text":"ourselves"}}""")]
    [InlineData("""{"sender":{"id":18},"message":{"mid":"m","text":"ourselves"}}""")]
    [InlineData("""{"sender":{"user_ref":"9"},"postback":{"title":"Hi"}}""")]
    public async Task What_needs_no_answer_is_passed_over(string happened) => Assert.Empty(await talk.ReadAsync(Body(happened)));

    [Theory]
    [InlineData("""{"sender":{"id":"9"},"telepathy":{}}""")]
    [InlineData("""{"sender":{"id":"9"},"message":"text"}""")]
    [InlineData("""{"sender":{"id":"9"},"message":{"mid":"m","attachments":"many"}}""")]
    [InlineData("""{"sender":{"id":"9"},"message":{"mid":"m","text":"\ud83d"}}""")]
    [InlineData("null")]
    [InlineData("[[1]]")]
    public async Task A_strange_event_is_set_aside_and_the_next_is_heard(string strange) => Assert.Collection(
        await talk.ReadAsync(Body(strange + "," + Event("""{"mid":"m","text":"Hi"}"""))),
        aside => Assert.Equal(strange, Assert.IsType<NotUnderstood>(aside).Fragment),
        heard => Assert.IsType<InboundMessage>(heard));

    [Theory]
    [InlineData("1795330800"), InlineData("\"1795330800000\""), InlineData("\"2026-11-22T07:00:00+0000\"")]
    [InlineData("99999999999999"), InlineData("-1"), InlineData("1e300"), InlineData("\"soon\""), InlineData("{}"), InlineData("null"), InlineData("5")]
    public async Task Any_time_is_read_or_replaced_by_that_of_the_delivery(string time)
    {
        var said = Assert.IsType<InboundMessage>(Assert.Single(await talk.ReadAsync(Body($$$"""{"sender":{"id":"9"},"timestamp":{{{time}}},"message":{"mid":"m","text":"Hi"}}"""))));
        Assert.Contains(said.At, new[] { Said.Now, new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero) });
    }

    [Theory, InlineData("{}"), InlineData("""{"object":"whatsapp_business_account","entry":[]}"""), InlineData("""{"object":7}""")]
    public async Task An_unknown_kind_of_delivery_is_set_aside(string body) => Assert.IsType<NotUnderstood>(Assert.Single(await talk.ReadAsync(body)));

    [Theory, InlineData(""), InlineData("{"), InlineData("[]"), InlineData("null"), InlineData("\"x\"")]
    public async Task Malformed_json_can_never_be_read(string body) => await Assert.ThrowsAsync<NotUnderstoodException>(() => talk.ReadAsync(body));

    [Fact]
    public async Task Broken_bytes_can_never_be_read() =>
        await Assert.ThrowsAsync<NotUnderstoodException>(async () => await talk.ReadAsync(Said.Delivery("meta", [(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}']), default).ToListAsync());

    [Fact]
    public async Task Odd_entries_and_the_dashboards_test_are_no_trouble() => Assert.Empty(await talk.ReadAsync(
        """{"object":"page","entry":[null,7,{},{"id":"17","messaging":7},{"id":"17","standby":[{"sender":{"id":"9"},"message":{"mid":"m","text":"x"}}]},{"id":"17","changes":[{"field":"feed"}]},{"id":"0","messaging":[{"sender":{"id":"12334"},"timestamp":"1527459824","message":{"mid":"random_mid","text":"random_text"}}]}]}"""));

    [Fact]
    public async Task Ten_thousand_events_are_heard_in_order()
    {
        var said = await talk.ReadAsync(Body(string.Join(',', Enumerable.Range(0, 10_000).Select(i => Event($$"""{"mid":"m-{{i}}","text":"{{i}}"}""")))));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"m-{i}"), said.Cast<InboundMessage>().Select(m => m.Key));
    }

    [SharedFact]
    public async Task Every_sample_is_read_or_set_aside()
    {
        foreach (var name in Shared.Names("meta"))
        {
            var body = Shared.Read(name);
            var said = await talk.ReadAsync(body);
            if (name.StartsWith("meta/messenger_message_text", StringComparison.Ordinal)) Assert.IsType<InboundMessage>(Assert.Single(said));
            if (JsonElement.Parse(body).TryGetProperty("object", out _)) Assert.DoesNotContain(said, s => s is NotUnderstood);
        }
    }

    static string Event(string message) => $$"""{"sender":{"id":9},"recipient":{"id":"17"},"timestamp":1795330800000,"message":{{message}}}""";
    static string Body(string events, string kind = "page") => $$"""{"object":"{{kind}}","entry":[{"id":17,"time":1795330800000,"messaging":[{{events}}]}]}""";
    static string Sign(string body, string secret = Secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
}
