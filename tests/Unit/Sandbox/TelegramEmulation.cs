using System.Net;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class TelegramEmulation : IAsyncLifetime
{
    Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.OpenAsync();
    public async Task DisposeAsync() => await bench.DisposeAsync();

    string Bella => bench.Settings["Staff:Bella:TelegramId"]!;

    [Fact]
    public async Task Bellas_message_arrives_with_the_secret_header()
    {
        await bench.WriteAsync("telegram", "bella", "/figures now");
        var update = await bench.Bot.NextAsync();
        Assert.Equal(("/webhooks/telegram", bench.Settings["Telegram:SecretToken"]), (update.Path, update.Headers["X-Telegram-Bot-Api-Secret-Token"]));
        var message = update.Json["message"]!;
        Assert.Equal((Bella, "/figures now", 8), (message["from"]!["id"]!.ToString(), (string?)message["text"], (int)message["entities"]![0]!["length"]!));
    }

    [Fact]
    public async Task A_text_may_have_4096_characters_after_its_markup_is_gone()
    {
        Assert.Equal((200, ""), await SendAsync($"<b>{new string('a', 4096)}</b>", "HTML"));
        Assert.Equal((400, "Bad Request: message is too long"), await SendAsync(new string('a', 4097)));
        Assert.Equal((400, "Bad Request: message text is empty"), await SendAsync("<b></b>", "HTML"));
    }

    [Theory]
    [InlineData("HTML", "<b>MER</b> 4.2 &amp; up", true)]
    [InlineData("HTML", "a < b", false)]
    [InlineData("HTML", "<b>open", false)]
    [InlineData("HTML", "<h1>no</h1>", false)]
    [InlineData("MarkdownV2", @"*MER* 4\.2 \(\+3\.1%\)", true)]
    [InlineData("MarkdownV2", "$1,234.50", false)]
    [InlineData("MarkdownV2", "*open", false)]
    public async Task Markup_that_does_not_parse_refuses_the_whole_message(string mode, string text, bool parses)
    {
        var (status, description) = await SendAsync(text, mode);
        Assert.Equal(parses ? 200 : 400, status);
        if (!parses) Assert.StartsWith("Bad Request: can't parse entities", description);
    }

    [Fact]
    public async Task Updates_are_fetched_or_delivered_but_never_both()
    {
        (await bench.TelegramAsync("deleteWebhook", new { })).Dispose();
        await bench.WriteAsync("telegram", "bella", "revenue yesterday");
        using var fetched = await bench.TelegramAsync("getUpdates", new { timeout = 5 });
        var update = Assert.Single((await Bench.JsonAsync(fetched))["result"]!.AsArray())!;
        Assert.Equal("revenue yesterday", (string?)update["message"]!["text"]);
        using var confirmed = await bench.TelegramAsync("getUpdates", new { offset = (long)update["update_id"]! + 1 });
        Assert.Empty((await Bench.JsonAsync(confirmed))["result"]!.AsArray());

        (await bench.TelegramAsync("setWebhook", new { url = bench.Bot.Url + "webhooks/telegram", secret_token = "other" })).Dispose();
        using var conflict = await bench.TelegramAsync("getUpdates", new { });
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        await bench.WriteAsync("telegram", "bella", "AOV last month");
        Assert.Equal("other", (await bench.Bot.NextAsync()).Headers["X-Telegram-Bot-Api-Secret-Token"]);
    }

    [Fact]
    public async Task A_second_poller_ends_the_first()
    {
        (await bench.TelegramAsync("deleteWebhook", new { })).Dispose();
        var first = bench.TelegramAsync("getUpdates", new { timeout = 30 });
        while (!first.IsCompleted) (await bench.TelegramAsync("getUpdates", new { timeout = 0 })).Dispose();
        using var ended = await first;
        Assert.Equal(HttpStatusCode.Conflict, ended.StatusCode);
    }

    [Fact]
    public async Task A_button_is_pressed_once_answered_once_and_its_message_edited()
    {
        using var sent = await bench.TelegramAsync("sendMessage", new { chat_id = Bella, text = "Refund $20?", reply_markup = new { inline_keyboard = new[] { new[] { new { text = "Approve", callback_data = "a1" } } } } });
        var id = (long)(await Bench.JsonAsync(sent))["result"]!["message_id"]!;
        await bench.PostAsync("sandbox/api/telegram/press", System.Text.Json.Nodes.JsonNode.Parse($$"""{"from":"bella","messageId":"{{id}}","data":"a1"}""")!);
        var query = (await bench.Bot.NextAsync()).Json["callback_query"]!;
        Assert.Equal(("a1", id), ((string?)query["data"], (long)query["message"]!["message_id"]!));

        var answer = new { callback_query_id = (string?)query["id"] };
        using var first = await bench.TelegramAsync("answerCallbackQuery", answer);
        using var second = await bench.TelegramAsync("answerCallbackQuery", answer);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode));
        (await bench.TelegramAsync("editMessageText", new { chat_id = Bella, message_id = id, text = "Approved" })).Dispose();
        using var same = await bench.TelegramAsync("editMessageText", new { chat_id = Bella, message_id = id, text = "Approved" });
        Assert.Contains("message is not modified", (string?)(await Bench.JsonAsync(same))["description"]);
    }

    [Fact]
    public async Task Who_blocked_the_bot_or_never_wrote_cannot_be_written_to()
    {
        await bench.PostAsync("sandbox/api/telegram/block", System.Text.Json.Nodes.JsonNode.Parse("""{"from":"bella"}""")!);
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), await SendAsync("Hi"));
        using var stranger = await bench.TelegramAsync("sendMessage", new { chat_id = 999, text = "Hi" });
        Assert.Equal("Bad Request: chat not found", (string?)(await Bench.JsonAsync(stranger))["description"]);
    }

    async Task<(int Status, string Description)> SendAsync(string text, string? mode = null)
    {
        using var response = await bench.TelegramAsync("sendMessage", new { chat_id = Bella, text, parse_mode = mode });
        return ((int)response.StatusCode, (string?)(await Bench.JsonAsync(response))["description"] ?? "");
    }
}
