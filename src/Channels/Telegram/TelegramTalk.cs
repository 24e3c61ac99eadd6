using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Telegram;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Telegram;

/// <summary>
/// Reads what people write to the bot in private. Anybody can write to it: who may ask for what is decided elsewhere, by the id.
/// Groups, channels, edits and presses of buttons are not answered. https://core.telegram.org/bots/api#update
/// </summary>
public sealed class TelegramTalk(IOptions<TelegramOptions> options) : ITalk
{
    const int LongestFragment = 10_000;

    static readonly FrozenSet<string> Unanswered = FrozenSet.Create(
        "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message",
        "deleted_business_messages", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query",
        "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
        "chat_join_request", "chat_boost", "removed_chat_boost");

    // What a person sends; everything else without text is Telegram's own note (pinned, joined, moved).
    static readonly string[] Things =
        ["voice", "photo", "video", "video_note", "audio", "sticker", "animation", "document", "location", "venue", "contact", "poll", "dice", "story", "paid_media", "checklist"];

    public string Name => "telegram";

    /// <summary>There is no signature: our own secret comes back in a header. <see href="https://core.telegram.org/bots/api#setwebhook"/></summary>
    public ValueTask<VerifiedEnvelope?> VerifyAsync(WebhookRequest request, CancellationToken ct) =>
        new(KnowsSecret(request) ? new VerifiedEnvelope(DeliveryKey(request.Body), null, request.Body) : null);

    public IAsyncEnumerable<Inbound> ReadAsync(Delivery delivery, CancellationToken ct) => Read(delivery).ToAsyncEnumerable();

    /// <summary>Message ids count within a chat.</summary>
    internal static string Key(long chat, long message) => string.Create(CultureInfo.InvariantCulture, $"{chat}:{message}");

    bool KnowsSecret(WebhookRequest request) => !string.IsNullOrWhiteSpace(options.Value.SecretToken) && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(options.Value.SecretToken), Encoding.UTF8.GetBytes(request.Header("X-Telegram-Bot-Api-Secret-Token") ?? ""));

    // A body without an id is kept under its hash and becomes a dead letter when it is read.
    static string DeliveryKey(byte[] body)
    {
        try
        {
            using var json = Parse(body);
            return json.RootElement.GetProperty("update_id").GetInt64().ToString(CultureInfo.InvariantCulture);
        }
        catch (NotUnderstoodException)
        {
            return Convert.ToHexStringLower(SHA256.HashData(body));
        }
    }

    static IEnumerable<Inbound> Read(Delivery delivery)
    {
        using var json = Parse(delivery.Body);
        var kinds = json.RootElement.EnumerateObject().Select(p => p.Name).Where(n => n != "update_id").ToList();
        if (kinds.Contains("message"))
        {
            if (Understand(json.RootElement, delivery) is { } said) yield return said;
        }
        else if (!kinds.Any(Unanswered.Contains))
            yield return new NotUnderstood($"Telegram update of kind {string.Join(", ", kinds.Take(5))}", Fragment(json.RootElement));
    }

    static InboundMessage? Understand(JsonElement update, Delivery delivery)
    {
        var message = Typed(update) ?? throw new NotUnderstoodException("The update's message is null.");
        if (message is not { Chat: { Type: "private" } chat, From: { IsBot: false } from }) return null;
        if (Words(message, update.GetProperty("message")) is not { } text) return null;
        return new(ChannelNames.Telegram, from.Id.ToString(CultureInfo.InvariantCulture), text, Key(chat.Id, message.MessageId), At(message, delivery))
        {
            Name = string.IsNullOrWhiteSpace(from.FirstName) ? null : from.FirstName.Trim(),
        };
    }

    static string? Words(TelegramMessage message, JsonElement json)
    {
        var text = new[] { message.Text, message.Caption }.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t))
            ?? (Things.FirstOrDefault(t => json.TryGetProperty(t, out _)) is { } thing ? $"[{thing.Replace('_', ' ')}]" : null);
        // Somebody else's words are marked, so that they are not taken for the sender's wish.
        var isForwarded = message.IsForwarded || json.TryGetProperty("forward_date", out _);
        return text is not null && isForwarded ? $"[forwarded] {text}" : text;
    }

    static DateTimeOffset At(TelegramMessage message, Delivery delivery) =>
        message.Date is > 1_300_000_000 && message.Date <= delivery.CreatedAt.AddMinutes(5).ToUnixTimeSeconds() ? message.SentAt : delivery.CreatedAt;

    static TelegramMessage? Typed(JsonElement update)
    {
        try
        {
            return TelegramJson.Update(update.GetRawText()).Message;
        }
        catch (JsonException e)
        {
            throw new NotUnderstoodException("The update is not of Telegram's shape.", e);
        }
    }

    static JsonDocument Parse(byte[] body)
    {
        if (!Utf8.IsValid(body)) throw new NotUnderstoodException("The update is not UTF-8.");
        try
        {
            var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("update_id", out var id)
                && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _)) return json;
            json.Dispose();
            throw new NotUnderstoodException("The body is no update.");
        }
        catch (JsonException e)
        {
            throw new NotUnderstoodException("The update is no JSON.", e);
        }
    }

    static string Fragment(JsonElement json) => json.GetRawText() is { Length: > LongestFragment } raw ? raw[..LongestFragment] : json.GetRawText();
}
