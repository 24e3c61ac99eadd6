using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Meta;

/// <summary>
/// Reads what people write on Messenger and Instagram. Up to 1,000 events come in one delivery, in any mixture, repeated
/// and out of order; each is read on its own, so that one bad event does not hold up the rest. Comments are not answered yet.
/// </summary>
/// <remarks>
/// Set-up: in the app's dashboard (https://developers.facebook.com/apps) add Messenger and Webhooks, give
/// <c>https://…/webhooks/meta</c> with <c>Meta:VerifyToken</c>, and subscribe the Page and the Instagram account to messages,
/// messaging_postbacks and message_echoes. https://developers.facebook.com/docs/messenger-platform/webhooks
/// After an hour of failing answers Meta unsubscribes us until somebody subscribes again by hand.
/// </remarks>
public sealed class MetaTalk(IOptions<MetaOptions> options) : ITalk
{
    const int LongestFragment = 10_000;

    public string Name => "meta";

    /// <summary>Compares X-Hub-Signature-256 with the HMAC of the raw bytes.
    /// <see href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications"/></summary>
    public ValueTask<VerifiedEnvelope?> VerifyAsync(WebhookRequest request, CancellationToken ct) =>
        new(IsSigned(request) ? new VerifiedEnvelope(Convert.ToHexStringLower(SHA256.HashData(request.Body)), null, request.Body) : null);

    public IAsyncEnumerable<Inbound> ReadAsync(Delivery delivery, CancellationToken ct) => Read(delivery).ToAsyncEnumerable();

    bool IsSigned(WebhookRequest request)
    {
        if (string.IsNullOrWhiteSpace(options.Value.AppSecret)) return false;
        var expected = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.AppSecret), request.Body));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Header("X-Hub-Signature-256") ?? ""));
    }

    IEnumerable<Inbound> Read(Delivery delivery)
    {
        using var body = Parse(delivery.Body);
        var root = body.RootElement;
        var kind = Word(root, "object");
        if (Channel(kind) is not { } channel)
        {
            yield return new NotUnderstood($"Meta delivery about {kind ?? "nothing named"}", Fragment(root));
            yield break;
        }
        foreach (var entry in Items(root, "entry"))
        {
            var account = Word(entry, "id");
            if (account == "0") continue;                                    // the dashboard's Test button; nobody is there to answer
            foreach (var happened in Items(entry, "messaging"))
                if (Understand(channel, account, happened, delivery.CreatedAt) is { } inbound) yield return inbound;
        }
    }

    Inbound? Understand(string channel, string? account, JsonElement happened, DateTimeOffset receivedAt)
    {
        try
        {
            return new MetaEventReader(channel, [account, options.Value.PageId, options.Value.InstagramId], receivedAt).Read(happened);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new NotUnderstood($"Meta event: {e.Message}", Fragment(happened));
        }
    }

    static JsonDocument Parse(byte[] body)
    {
        if (!Utf8.IsValid(body)) throw new NotUnderstoodException("The delivery is not UTF-8.");
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            throw new NotUnderstoodException("The delivery is no JSON object.");
        }
        catch (JsonException e)
        {
            throw new NotUnderstoodException("The delivery is no JSON.", e);
        }
    }

    static string? Channel(string? kind) => kind switch
    {
        "page" => ChannelNames.Messenger,
        "instagram" => ChannelNames.Instagram,
        _ => null,
    };

    // Ids come as numbers and as text.
    static string? Word(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.GetRawText().Trim('"') : null;

    static IEnumerable<JsonElement> Items(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array) yield break;
        foreach (var item in list.EnumerateArray()) yield return item;
    }

    static string Fragment(JsonElement json) => json.GetRawText() is { Length: > LongestFragment } raw ? raw[..LongestFragment] : json.GetRawText();
}
