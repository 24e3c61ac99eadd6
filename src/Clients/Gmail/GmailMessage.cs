using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MyCavoodle.Clients.Gmail.Mime;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Gmail;

/// <summary>A mail in format=full. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages</summary>
public sealed record GmailMessage
{
    public string Id { get; init; } = "";
    public string ThreadId { get; init; } = "";
    public IReadOnlyList<string> LabelIds { get; init => field = value ?? []; } = [];
    /// <summary>The beginning of the text, HTML-escaped.</summary>
    public string? Snippet { get; init; }
    public ulong HistoryId { get; init; }
    /// <summary>When Gmail took it in, in Unix milliseconds.</summary>
    public long InternalDate { get; init; }
    public GmailPart? Payload { get; init; }

    [JsonIgnore] public DateTimeOffset ReceivedAt => DateTimeOffset.FromUnixTimeMilliseconds(InternalDate);

    /// <summary>The first (topmost) header of a name in any spelling, encoded words decoded; null when there is none.</summary>
    public string? Header(string name) => Headers(name).FirstOrDefault();

    public IEnumerable<string> Headers(string name) => Payload?.HeadersNamed(name) ?? [];

    /// <summary>What was written, see <see cref="MailText"/>.</summary>
    public MailText ReadText() => MailText.Of(Payload);
}

/// <summary>A MIME part; a simple mail is one part without children.</summary>
public sealed record GmailPart
{
    public string? PartId { get; init; }
    public string? MimeType { get; init; }
    public string? Filename { get; init; }
    public IReadOnlyList<GmailHeader> Headers { get; init => field = value ?? []; } = [];
    public GmailBody? Body { get; init; }
    public IReadOnlyList<GmailPart> Parts { get; init => field = value ?? []; } = [];

    public IEnumerable<string> HeadersNamed(string name) =>
        Headers.Where(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)).Select(h => EncodedWords.Decode(h.Value ?? ""));

    /// <summary>This part and all below it, in reading order.</summary>
    public IEnumerable<GmailPart> WithDescendants() => Parts.SelectMany(p => p.WithDescendants()).Prepend(this);
}

public sealed record GmailHeader(string? Name, string? Value);

/// <summary>Bytes inline, or an attachment's id, which changes with every read of the message: fetch at once, never store it.</summary>
public sealed record GmailBody
{
    public long Size { get; init; }
    public string? AttachmentId { get; init; }
    /// <summary>Base64url, padded or not.</summary>
    public string? Data { get; init; }

    /// <summary>The bytes; empty when they are not inline or not readable.</summary>
    public byte[] Bytes() => GmailJson.Base64(Data) ?? [];
}

/// <summary>A mail by name. The labels are known in history, and empty in lists.</summary>
public sealed record GmailMessageRef
{
    public string Id { get; init; } = "";
    public string ThreadId { get; init; } = "";
    public IReadOnlyList<string> LabelIds { get; init => field = value ?? []; } = [];
}

public sealed record GmailThread
{
    public string Id { get; init; } = "";
    public IReadOnlyList<GmailMessage> Messages { get; init => field = value ?? []; } = [];
}

public sealed record GmailProfile
{
    public string? EmailAddress { get; init; }
    public ulong HistoryId { get; init; }
}

/// <summary>A promise of pushes, kept for seven days.</summary>
public sealed record GmailWatch
{
    public ulong HistoryId { get; init; }
    /// <summary>Unix milliseconds.</summary>
    public long Expiration { get; init; }
    [JsonIgnore] public DateTimeOffset ExpiresAt => DateTimeOffset.FromUnixTimeMilliseconds(Expiration);
}

/// <summary>
/// What came in since a point of history. <see cref="HistoryId"/> is the new place, to be stored once everything is worked off.
/// Expired: the start is too old, read the recent window with <see cref="GmailClient.ListAsync"/> instead; the place is then 0.
/// </summary>
public sealed record GmailHistory(IReadOnlyList<GmailMessageRef> Added, ulong HistoryId, bool IsExpired)
{
    public IEnumerable<string> MessageIds => Added.Select(m => m.Id);
}

/// <summary>The body of a push: no mail, only that something changed. https://developers.google.com/workspace/gmail/api/guides/push</summary>
/// <param name="DeliveryId">Pub/Sub's message id, the same on a repeated delivery.</param>
/// <param name="HistoryId">About where history stands; never a place to start from.</param>
public sealed record GmailPush(string? DeliveryId, string? EmailAddress, ulong HistoryId);

public static class GmailJson
{
    internal static readonly JsonSerializerOptions Options = Wire.Options(JsonNamingPolicy.CamelCase);

    /// <exception cref="JsonException">The body is no mail.</exception>
    public static GmailMessage Message(string body) => JsonSerializer.Deserialize<GmailMessage>(body, Options) ?? throw new JsonException("The body is null.");

    /// <summary>Reads a Pub/Sub push. Its history id is a number in live traffic and text in the documentation.</summary>
    /// <exception cref="JsonException">The body is no push of Gmail's.</exception>
    public static GmailPush Push(string body)
    {
        JsonElement? envelope = JsonElement.Parse(body);
        var data = Base64(envelope.At("message", "data").Text()) ?? throw new JsonException("message.data is not base64.");
        var change = JsonSerializer.Deserialize<GmailProfile>(data, Options) ?? throw new JsonException("message.data is null.");
        return new(envelope.At("message", "messageId").Text() ?? envelope.At("message", "message_id").Text(), change.EmailAddress, change.HistoryId);
    }

    /// <summary>Either alphabet, padded or not: documentation and traffic disagree.</summary>
    internal static byte[]? Base64(string? text)
    {
        try
        {
            return text is null ? null : Base64Url.DecodeFromChars(text.Replace('+', '-').Replace('/', '_'));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
