using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// The way in: proves the sender over the raw bytes, stores the delivery, answers. Nothing else while a provider waits.
/// 200: stored (or here already); 401: the signature fails, nothing stored; 404: no such source; 413: too large;
/// 503: could not be proven or stored now, send it again.
/// </summary>
public static class Receive
{
    public static void MapReceive(this IEndpointRouteBuilder endpoints)
    {
        // Its own limit is counted while reading; everywhere else the server's holds.
        endpoints.MapPost("/webhooks/{source}", TakeAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        endpoints.MapGet("/webhooks/meta", Subscribe);
    }

    static async Task<IResult> TakeAsync(
        string source, HttpRequest request, IEnumerable<ISource> sources, InboxWriter inbox, FlowMeter meter,
        IOptions<FlowOptions> options, TimeProvider time, CancellationToken ct)
    {
        if (sources.FirstOrDefault(s => s.Name == source) is not { } known) return Results.NotFound();
        if (await ReadBodyAsync(request, options.Value.LargestDelivery, ct) is not { } body)
        {
            meter.Refused(source, "size");
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        try
        {
            if (await known.VerifyAsync(new(headers, body), ct) is not { } envelope)
            {
                meter.Refused(source, "signature");
                return Results.Unauthorized();
            }
            if (await inbox.StoreAsync(Delivery.From(source, envelope, time.GetUtcNow()), ct)) meter.Received(source);
            return Results.Ok();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Neither proven nor disproven (a provider's keys out of reach), or not stored: the provider sends again.
            meter.Refused(source, "outage");
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Meta's handshake: the bare challenge when the token is ours.
    /// <see href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started"/></summary>
    static IResult Subscribe(HttpRequest request, IOptions<MetaOptions> meta)
    {
        var asked = Encoding.UTF8.GetBytes(request.Query["hub.verify_token"].ToString());
        var ours = Encoding.UTF8.GetBytes(meta.Value.VerifyToken ?? "");
        return request.Query["hub.mode"] == "subscribe" && ours.Length > 0 && CryptographicOperations.FixedTimeEquals(asked, ours)
            ? Results.Text(request.Query["hub.challenge"].ToString())
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    static async Task<byte[]?> ReadBodyAsync(HttpRequest request, int most, CancellationToken ct)
    {
        if (request.ContentLength > most) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
