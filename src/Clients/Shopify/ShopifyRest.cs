using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// How REST is spoken: a bucket that is read from every answer, pages that follow a cursor, and resources in a wrapper of their name.
/// https://shopify.dev/docs/api/admin-rest/usage/pagination
/// </summary>
sealed class ShopifyRest(ShopifyConnection connection)
{
    /// <summary>Shopify gives 250 at most. An order is about 6 KB, and a page is held in memory twice while it is read.</summary>
    const string PageSize = "100";

    readonly CallBucket bucket = new(connection.Time);

    /// <summary>Every item of a list, page after page. Null filters are left out.</summary>
    public async IAsyncEnumerable<T> PagesAsync<T>(string resource, (string Key, string? Value)[] filters, string wrapper, [EnumeratorCancellation] CancellationToken ct)
    {
        var query = Wire.Query([.. filters, ("limit", PageSize)]);
        while (query is not null)
        {
            using var response = await SendAsync(HttpMethod.Get, $"{resource}.json?{query}", null, ct);
            var page = await response.ReadAsync<JsonObject>(ShopifyClient.Provider, ShopifyJson.Options, ct);
            query = NextQuery(response.Header("Link"));
            foreach (var item in (page[wrapper] as JsonArray) ?? [])
                if (Typed<T>(item, response.StatusCode) is { } typed)
                    yield return typed;
        }
    }

    /// <summary>One resource, read or written.</summary>
    public async Task<T> OneAsync<T>(HttpMethod method, string path, string wrapper, object? body, CancellationToken ct)
    {
        using var response = await SendAsync(method, path, body, ct);
        var reply = await response.ReadAsync<JsonObject>(ShopifyClient.Provider, ShopifyJson.Options, ct);
        return Typed<T>(reply[wrapper], response.StatusCode)
            ?? throw new ProviderException(ShopifyClient.Provider, $"{path.Split('?')[0]}: no {wrapper} in the answer", response.StatusCode);
    }

    /// <summary>One resource by its id, or null when the shop knows none.</summary>
    public async Task<T?> FindAsync<T>(string path, string wrapper, CancellationToken ct) where T : class
    {
        try
        {
            return await OneAsync<T>(HttpMethod.Get, path, wrapper, null, ct);
        }
        catch (ProviderException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task DeleteAsync(string path, CancellationToken ct) => (await SendAsync(HttpMethod.Delete, path, null, ct)).Dispose();

    static T? Typed<T>(JsonNode? node, HttpStatusCode status)
    {
        try
        {
            return node.Deserialize<T>(ShopifyJson.Options);
        }
        catch (JsonException e)
        {
            throw new ProviderException(ShopifyClient.Provider, $"unreadable {typeof(T).Name} at {e.Path}", status, code: "unreadable", inner: e);
        }
    }

    async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        connection.EnsureConfigured();
        await bucket.EnterAsync(ct);
        var response = await connection.SendAsync(method, path, body, ShopifyJson.Options, isRepeatable: false, ct);
        bucket.Note(response.Header("X-Shopify-Shop-Api-Call-Limit"));
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await connection.RefusalAsync(response, path.Split('?')[0].Replace(".json", "", StringComparison.Ordinal), ct);
    }

    // Only the cursor is taken from the link, never its host: the token goes to the configured address alone.
    // A request with page_info may carry nothing but limit and fields.
    static string? NextQuery(string? link)
    {
        var next = link?.Split(',').FirstOrDefault(part => part.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase));
        if (next is null || next.IndexOf('?', StringComparison.Ordinal) is var from && from < 0)
            return null;
        var query = QueryHelpers.ParseQuery(next[(from + 1)..next.IndexOf('>', from)]);
        return query.TryGetValue("page_info", out var cursor) ? Wire.Query(("limit", PageSize), ("page_info", cursor)) : null;
    }
}
