using System.Globalization;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// Word of changes in a base. A webhook lives seven days from its making or its last refresh; ten fit a base. What it pings carries
/// no data (<see cref="AirtablePing"/>), which is then read from <see cref="PayloadsAsync"/>.
/// https://airtable.com/developers/web/api/webhooks-overview
/// </summary>
/// <exception cref="ProviderException">Any refusal; needs the scope webhook:manage and the right to create in the base.</exception>
public sealed class AirtableWebhooks
{
    readonly AirtableCalls calls;
    readonly AirtableBase place;

    internal AirtableWebhooks(AirtableCalls calls, AirtableBase place) => (this.calls, this.place) = (calls, place);

    /// <summary>Asks for pings to an HTTPS address. The reply holds the secret, which is never shown again.</summary>
    public Task<AirtableMadeWebhook> CreateAsync(Uri notificationUrl, AirtableSpecification specification, CancellationToken ct) =>
        calls.SendAsync<AirtableMadeWebhook>(new(HttpMethod.Post, place.Id, Webhooks, Repeat.Never,
            new { notificationUrl = notificationUrl.AbsoluteUri, specification }), ct);

    public async Task<IReadOnlyList<AirtableWebhook>> ListAsync(CancellationToken ct) =>
        (await calls.SendAsync<WebhookList>(new(HttpMethod.Get, place.Id, Webhooks, Repeat.Always), ct)).Webhooks;

    public Task DeleteAsync(string id, CancellationToken ct) =>
        calls.SendAsync(new(HttpMethod.Delete, place.Id, Webhook(id), Repeat.WhenRefused), ct);

    /// <summary>Gives a webhook that has not expired seven days more, and says until when.</summary>
    public async Task<DateTimeOffset?> RefreshAsync(string id, CancellationToken ct) =>
        (await calls.SendAsync<Refreshed>(new(HttpMethod.Post, place.Id, Webhook(id) + "/refresh", Repeat.Always), ct)).ExpirationTime;

    /// <summary>Switches pings on or off; Airtable switches them off itself after a day of failures. Payloads go on either way.</summary>
    public Task EnableNotificationsAsync(string id, bool enable, CancellationToken ct) =>
        calls.SendAsync(new(HttpMethod.Post, place.Id, Webhook(id) + "/enableNotifications", Repeat.Always, new { enable }), ct);

    /// <summary>Up to 50 changes from a cursor on, the first of which is 1. Store the page's cursor once they are processed; also refreshes.</summary>
    public Task<AirtablePayloadPage> PayloadsAsync(string id, long cursor, CancellationToken ct) =>
        calls.SendAsync<AirtablePayloadPage>(new(HttpMethod.Get, place.Id,
            $"{Webhook(id)}/payloads?{Wire.Query(("cursor", cursor.ToString(CultureInfo.InvariantCulture)), ("limit", "50"))}", Repeat.Always), ct);

    string Webhooks => $"bases/{place.Id}/webhooks";
    string Webhook(string id) => $"{Webhooks}/{Uri.EscapeDataString(id)}";

    sealed record Refreshed(DateTimeOffset? ExpirationTime);

    sealed record WebhookList
    {
        public IReadOnlyList<AirtableWebhook> Webhooks { get; init => field = value ?? []; } = [];
    }
}
