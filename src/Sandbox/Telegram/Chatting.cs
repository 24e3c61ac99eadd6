using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Telegram;

/// <summary>What the bot says, and the limits on it. https://core.telegram.org/bots/api#sendmessage</summary>
sealed class Chatting(SandboxWorld world)
{
    const int LongestText = 4096;
    const int LongestCaption = 1024;
    const int LongestButtonData = 64;
    const int LongestCallbackText = 200;

    readonly TelegramPlatform platform = world.Telegram;

    public Answer Send(Call call) => In(call, contact =>
        Written(call, "text", LongestText) is var (text, error) && error is not null ? TelegramAnswer.Bad(error) : Post(call, contact, text!));

    /// <summary>A photo or document: its caption is what stays in the thread.</summary>
    public Answer SendFile(Call call) => In(call, contact =>
    {
        if (call["photo"] is null && call["document"] is null) return TelegramAnswer.Bad("there is no file in the request");
        if (call["caption"] is null) return Post(call, contact, "[file]");
        var (text, error) = Written(call, "caption", LongestCaption);
        return error is null ? Post(call, contact, text!) : TelegramAnswer.Bad(error);
    });

    public Answer Edit(Call call) => In(call, contact =>
    {
        if (OwnMessage(call, contact) is not { } message) return TelegramAnswer.Bad("message to edit not found");
        var (text, error) = Written(call, "text", LongestText);
        if (error is not null) return TelegramAnswer.Bad(error);
        var markup = call.Structure("reply_markup");
        if (message.Text == text && JsonNode.DeepEquals(message.ReplyMarkup, markup)) return NotModified();
        (message.Text, message.ReplyMarkup) = (text!, markup?.DeepClone());
        return TelegramAnswer.Ok(TelegramPlatform.MessageJson(message, contact));
    });

    public Answer EditMarkup(Call call) => In(call, contact =>
    {
        if (OwnMessage(call, contact) is not { } message) return TelegramAnswer.Bad("message to edit not found");
        var markup = call.Structure("reply_markup");
        if (JsonNode.DeepEquals(message.ReplyMarkup, markup)) return NotModified();
        message.ReplyMarkup = markup?.DeepClone();
        return TelegramAnswer.Ok(TelegramPlatform.MessageJson(message, contact));
    });

    public Answer AnswerCallback(Call call)
    {
        if (call["text"]?.Length > LongestCallbackText) return TelegramAnswer.Bad("MESSAGE_TOO_LONG");
        return call["callback_query_id"] is { } id && platform.OpenCallbacks.Remove(id) ? TelegramAnswer.Ok(true)
            : TelegramAnswer.Bad("query is too old and response timeout expired or query ID is invalid");
    }

    /// <summary>Does something in the chat that is meant, if the bot may.</summary>
    public Answer In(Call call, Func<Contact, Answer> act)
    {
        if (call["chat_id"] is not { Length: > 0 } chat) return TelegramAnswer.Bad("chat_id is empty");
        if (!long.TryParse(chat, out var id)) return TelegramAnswer.Bad("chat not found");
        if (platform.Blocked.Contains(id)) return TelegramAnswer.Error(403, "Forbidden: bot was blocked by the user");
        // Staff have all started the bot before the sandbox began; anybody else must write first.
        var staff = Staff.All.FirstOrDefault(s => s.TelegramId == id);
        var contact = staff is null ? world.Journal.Find(Channels.Telegram, chat) : world.Journal.Meet(Channels.Telegram, staff.Handle, staff.FirstName);
        return contact is null ? TelegramAnswer.Bad("chat not found") : act(contact);
    }

    Answer Post(Call call, Contact contact, string text)
    {
        var markup = call.Structure("reply_markup");
        return HasBadButton(markup) ? TelegramAnswer.Bad("BUTTON_DATA_INVALID")
            : TelegramAnswer.Ok(TelegramPlatform.MessageJson(platform.Post(contact.Id, text, fromShop: true, markup), contact));
    }

    Message? OwnMessage(Call call, Contact contact) =>
        world.Journal.Thread(Channels.Telegram, contact.Id).FirstOrDefault(m => m.FromShop && m.Id == call["message_id"]);

    /// <summary>The length counts after the markup is gone, in UTF-16 units.</summary>
    static (string? Text, string? Error) Written(Call call, string field, int longest)
    {
        var (text, error) = TelegramMarkup.Parse(call[field] ?? "", call["parse_mode"]);
        if (error is not null) return (null, error);
        if (string.IsNullOrWhiteSpace(text)) return (null, "message text is empty");
        return text.Length > longest ? (null, field == "text" ? "message is too long" : "message caption is too long") : (text, null);
    }

    static bool HasBadButton(JsonNode? markup) => (markup?["inline_keyboard"] as JsonArray ?? []).OfType<JsonArray>().SelectMany(row => row).OfType<JsonObject>()
        .Any(button => (string?)button["callback_data"] is { } data && Encoding.UTF8.GetByteCount(data) is < 1 or > LongestButtonData);

    static Answer NotModified() => TelegramAnswer.Bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
}
