using System.Text.Json;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// What is posted to the notification address: that something changed, and nothing of what. May come twice, for nothing, or once for
/// many changes. Wants 200 or 204 with an empty body within 25 s. https://airtable.com/developers/web/api/model/webhooks-notification
/// </summary>
public sealed record AirtablePing
{
    public AirtableName? Base { get; init; }
    public AirtableName? Webhook { get; init; }
    public DateTimeOffset? Timestamp { get; init; }

    /// <exception cref="JsonException">The body is no ping.</exception>
    public static AirtablePing Read(string body) => JsonSerializer.Deserialize<AirtablePing>(body, AirtableJson.Options) is { Base.Id: not null, Webhook.Id: not null } ping
        ? ping : throw new JsonException("The body names no base or no webhook.");
}

public sealed record AirtableName(string? Id);
