using System.Globalization;
using System.Net;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Meta;

/// <summary>
/// Meta's error bodies as exceptions. Decided by code and subcode alone: the words are translated into the language of the token's
/// owner, and rate limits come as HTTP 400. https://developers.facebook.com/docs/messenger-platform/error-codes ·
/// https://developers.facebook.com/docs/graph-api/guides/error-handling
/// </summary>
public static class MetaRefusal
{
    /// <summary>The <see cref="ProviderException.Code"/>s a channel decides on.</summary>
    public const string MessengerOutsideWindow = "10/2018278";
    public const string InstagramOutsideWindow = "10/2534022";
    public const string NoSuchPerson = "100/2018001";
    public const string PersonUnavailable = "551";
    public const string TokenInvalid = "190";

    internal static async Task<ProviderException> OfAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var error = (await response.ErrorAsync(ct)).At("error");
        var code = Number(error.At("code"));
        var subcode = Number(error.At("error_subcode"));
        var name = code is null ? null : subcode is null ? $"{code}" : $"{code}/{subcode}";
        var words = error.At("message").Text()?.Short() ?? "no reason given";
        return new ProviderException(MetaClient.Provider,
            $"{response.StatusCode.Named()}, code {name ?? "none"}: {words} (trace {error.At("fbtrace_id").Text() ?? response.Header("x-fb-trace-id") ?? "none"})",
            response.StatusCode, IsTransient(response.StatusCode, code, error.At("is_transient")?.ValueKind == JsonValueKind.True),
            IsRateLimit(code) || response.StatusCode == HttpStatusCode.TooManyRequests ? Wait(response) : null, name);
    }

    static bool IsTransient(HttpStatusCode status, int? code, bool saysTransient) => code switch
    {
        null => PatientHandler.IsTransient(status),
        10 or 190 or 200 or 230 or 368 or 551 => false,
        1 or 2 or 1200 => true,
        _ => saysTransient || IsRateLimit(code) || PatientHandler.IsTransient(status),
    };

    static bool IsRateLimit(int? code) => code is 4 or 17 or 32 or 613 or (>= 80000 and <= 80014);

    // Minutes in one header, seconds in the other; there is no Retry-After.
    static TimeSpan? Wait(HttpResponseMessage response)
    {
        var minutes = Json(response.Header("X-Business-Use-Case-Usage")) is { ValueKind: JsonValueKind.Object } usage
            ? usage.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).SelectMany(p => p.Value.EnumerateArray())
                .Select(u => Number(((JsonElement?)u).At("estimated_time_to_regain_access")) ?? 0).DefaultIfEmpty().Max()
            : 0;
        var seconds = Number(Json(response.Header("X-Ad-Account-Usage")).At("reset_time_duration")) ?? 0;
        return minutes > 0 ? TimeSpan.FromMinutes(minutes) : seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
    }

    static JsonElement? Json(string? header)
    {
        try
        {
            return header is null ? null : JsonElement.Parse(header);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static int? Number(JsonElement? element) => int.TryParse(element.Text(), CultureInfo.InvariantCulture, out var n) ? n : null;
}
