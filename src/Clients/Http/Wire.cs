using System.Net;
using System.Text.Json;

namespace MyCavoodle.Clients.Http;

/// <summary>What all clients do with addresses, replies and the words in them.</summary>
static class Wire
{
    /// <summary>Tolerant reading: numbers in strings, strings in numbers, unknown fields skipped.</summary>
    public static JsonSerializerOptions Options(JsonNamingPolicy policy) => new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = policy,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new LooseString(), new LooseNumber<int>(), new LooseNumber<long>(), new LooseNumber<ulong>() },
    };

    /// <summary>
    /// A path below a base address, whether or not the base was written with its last slash. Joined as text: resolving
    /// <c>bot123:ABC/getMe</c> against a base would read <c>bot123</c> as a scheme.
    /// </summary>
    public static Uri Below(this Uri root, string path) => new($"{root.AbsoluteUri.TrimEnd('/')}/{path}");

    /// <summary>A query string; null values are left out.</summary>
    public static string Query(params IEnumerable<(string Key, string? Value)> pairs) =>
        string.Join('&', pairs.Where(p => p.Value is not null).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));

    /// <summary>The typed body of a success.</summary>
    /// <exception cref="ProviderException">The body is not what the documentation promises.</exception>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, string provider, JsonSerializerOptions options, CancellationToken ct)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            return await JsonSerializer.DeserializeAsync<T>(body, options, ct) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException e)
        {
            // A half-written page from a proxy passes by itself; a changed format does not, and then the retries run out visibly.
            throw new ProviderException(provider, $"unreadable answer at {e.Path ?? "the start"}", response.StatusCode, isTransient: true, code: "unreadable", inner: e);
        }
    }

    /// <summary>The body of a refusal as JSON, or null: proxies answer in HTML.</summary>
    public static async Task<JsonElement?> ErrorAsync(this HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>A property by path, or null wherever the path ends early.</summary>
    public static JsonElement? At(this JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            element = element is { ValueKind: JsonValueKind.Object } e && e.TryGetProperty(name, out var next) ? next : null;
        return element is { ValueKind: JsonValueKind.Null } ? null : element;
    }

    public static string? Text(this JsonElement? element) => element?.ValueKind switch
    {
        null => null,
        JsonValueKind.String => element.Value.GetString(),
        _ => element.Value.GetRawText(),
    };

    public static string Short(this string text) => text.Length <= 300 ? text : text[..300] + "…";

    public static string Named(this HttpStatusCode status) => $"{(int)status} {status}";
}
