using System.Net;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// Airtable's error bodies as exceptions: <c>{"error":{"type","message"}}</c>, <c>{"error":"NOT_FOUND"}</c>,
/// <c>{"errors":[{"error","message"}]}</c>, or no JSON at all. https://airtable.com/developers/web/api/errors
/// </summary>
public static class AirtableRefusal
{
    /// <summary>The <see cref="ProviderException.Code"/>s one decides on.</summary>
    public const string NotFound = "NOT_FOUND";
    public const string NoSuchRow = "ROW_DOES_NOT_EXIST";
    public const string UncreatableField = "UNSUPPORTED_FIELD_TYPE_FOR_CREATE";
    public const string IteratorGone = "LIST_RECORDS_ITERATOR_NOT_AVAILABLE";
    public const string InvalidOffset = "INVALID_OFFSET_VALUE";

    internal static async Task<ProviderException> OfAsync(HttpResponseMessage response, string call, AirtableOptions options, TimeProvider time, CancellationToken ct)
    {
        var body = await response.ErrorAsync(ct);
        var error = body.At("error") ?? First(body.At("errors"));
        var type = error is { ValueKind: JsonValueKind.String } ? error.Text() : error.At("type").Text() ?? error.At("error").Text();
        var words = (error.At("message") ?? body.At("message")).Text() ?? "no reason given";
        // A proxy or an emulator may quote the request back to us.
        var message = words.Replace(options.Token!, "***", StringComparison.Ordinal).Short();
        return new ProviderException(AirtableClient.Provider, $"{call}: {response.StatusCode.Named()}, {type ?? "no type"}: {message}", response.StatusCode,
            PatientHandler.IsTransient(response.StatusCode),
            response.StatusCode == HttpStatusCode.TooManyRequests ? Pause(response, options, time) : RetryAfter.Of(response, time), type);
    }

    /// <summary>How long to leave the base alone. The documentation promises half a minute and no header; a longer word is believed.</summary>
    internal static TimeSpan Pause(HttpResponseMessage response, AirtableOptions options, TimeProvider time) =>
        RetryAfter.Of(response, time) is { } asked && asked > options.PenaltyPause ? asked : options.PenaltyPause;

    static JsonElement? First(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0 ? errors[0] : null;
}
