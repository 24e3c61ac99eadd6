using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Pings of the base: that something changed, and nothing of what; that is then read with the webhook's cursor. 200: stored, Airtable
/// is content; 401: the MAC is not ours; anything else makes it ping again for a day. The webhook is made and kept by
/// <see cref="HookKeeper"/>; nothing has to be set up by hand but Bot:PublicUrl.
/// <see href="https://airtable.com/developers/web/api/webhooks-overview"/>
/// </summary>
public sealed class AirtableFeed(AirtableEdits edits, IDbContextFactory<HubContext> hubs) : IFeed
{
    public string Name => "airtable";

    public async ValueTask<VerifiedEnvelope?> VerifyAsync(WebhookRequest request, CancellationToken ct)
    {
        if (HookOf(request.Body) is not { } id) return null;
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var secret = await hub.MirrorHooks.Where(h => h.Id == id).Select(h => h.MacSecretBase64).SingleOrDefaultAsync(ct);
        return secret is not null && AirtableSignature.IsGenuine(request.Body, request.Header(AirtableSignature.Header), secret)
            // A ping that is sent again has the same bytes.
            ? new(Convert.ToHexStringLower(SHA256.HashData(request.Body)), Delivery.Check, request.Body) : null;
    }

    public Task AbsorbAsync(Delivery delivery, CancellationToken ct) => edits.TakeAsync(ct);

    static string? HookOf(byte[] body)
    {
        try
        {
            return AirtablePing.Read(Encoding.UTF8.GetString(body)).Webhook!.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
