using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Meta;

/// <summary>Reads one messaging event. Events that hold nothing to answer (read, delivered, reactions, edits) give null.</summary>
/// <param name="own">Our own accounts: what they say is no question.</param>
sealed class MetaEventReader(string channel, string?[] own, DateTimeOffset receivedAt)
{
    // https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
    static readonly FrozenSet<string> Known = FrozenSet.Create(
        "message", "postback", "read", "delivery", "reaction", "optin", "referral", "typing", "seen", "message_edit", "message_edits",
        "policy-enforcement", "policy_enforcement", "pass_thread_control", "take_thread_control", "request_thread_control", "app_roles",
        "account_linking", "game_play", "payment", "pre_checkout", "checkout_update", "message_context", "messaging_feedback",
        "messaging_customer_information", "messaging_seen", "response_feedback", "order", "call", "calls");

    /// <exception cref="JsonException">The event is not of Meta's shape.</exception>
    /// <exception cref="InvalidOperationException">A text in it is broken.</exception>
    public Inbound? Read(JsonElement json)
    {
        var parts = json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(p => p.Name).ToList() : [];
        if (!parts.Any(Known.Contains)) throw new JsonException($"no kind we know among {string.Join(", ", parts.Take(10))}");
        // MetaJson reads whole deliveries; one event at a time keeps a broken one to itself.
        var happened = MetaJson.Parse($$"""{"entry":[{"messaging":[{{json.GetRawText()}}]}]}""").Entries[0].Messaging[0];
        if (happened.Message is null && happened.Postback is null)
            return parts.Contains("message") || parts.Contains("postback") ? throw new JsonException("a message of unknown shape") : null;
        return happened.Message is { IsEcho: true } echo ? Echo(echo) : Said(happened, json);
    }

    // Without our key somebody typed it in Meta's inbox, or another app sent it.
    static SentEcho? Echo(MetaText echo) => echo is { AppId: not null, Metadata.Length: > 0, Mid.Length: > 0 } ? new(echo.Metadata, echo.Mid) : null;

    InboundMessage? Said(MetaEvent happened, JsonElement json)
    {
        // A guest of the chat plugin has no id, so nothing can be sent back.
        if (happened.Message?.IsDeleted == true || happened.Sender?.Id is not { Length: > 0 } sender || own.Contains(sender)) return null;
        var key = happened.Message?.Mid ?? happened.Postback?.Mid;
        return new(channel, sender, Words(happened), string.IsNullOrEmpty(key) ? Hash(json) : key, At(happened));
    }

    static string Words(MetaEvent happened) =>
        happened.Message is not { } message ? Or(happened.Postback?.Title, "[pressed a button]")
        : !string.IsNullOrWhiteSpace(message.Text) ? message.Text
        : message.Attachments.Any(a => a is not null) ? string.Join(' ', message.Attachments.Where(a => a is not null).Select(Name).Distinct())
        : message.IsUnsupported == true ? "[unsupported message]"
        : "[empty message]";

    // In brackets, so that the assistant says it cannot see it rather than guessing.
    static string Name(MetaAttachment attachment) => attachment.Type switch
    {
        null or "" or "unsupported_type" => "[unsupported attachment]",
        "fallback" => "[link]",
        _ when attachment.Payload?.StickerId is not null => "[sticker]",
        var type => $"[{type.Replace('_', ' ')}]",
    };

    // Test deliveries and clocks gone wrong: a time Messenger did not exist at, or one still to come.
    DateTimeOffset At(MetaEvent happened) =>
        happened.Timestamp is { Year: >= 2011 } at && at <= receivedAt.AddMinutes(5) ? at.ToUniversalTime() : receivedAt;

    static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;

    // Old postbacks have no id; a repeated one is byte for byte the same event.
    static string Hash(JsonElement json) => "event-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.GetRawText())));
}
