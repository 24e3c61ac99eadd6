using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// The shop's facts over the REST Admin API: read only, save for webhook subscriptions. Slows down before Shopify refuses
/// (<see cref="CallBucket"/>), so one instance serves the whole program.
/// https://shopify.dev/docs/api/admin-rest · paging: https://shopify.dev/docs/api/admin-rest/usage/pagination
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal. Transient: 429 and 5xx. Lasting: 401 (token), 402 (shop frozen), 403 (scope), 422 (values), 423 (shop locked), 430 (blocked).
/// </exception>
public sealed class ShopifyClient(HttpClient http, ShopifyOptions options, TimeProvider time)
{
    public const string Provider = "Shopify";

    /// <summary>Shopify gives 250 at most. An order is about 6 KB, and a page is held in memory twice while it is read.</summary>
    const string PageSize = "100";

    const int IdsPerCall = 50;
    readonly CallBucket bucket = new(time);

    /// <summary>The version of the last reply; null before the first. Other than <see cref="ShopifyOptions.ApiVersion"/>, ours has expired.</summary>
    public string? ServedVersion { get; private set; }

    /// <summary>False once Shopify has answered with another version than the one asked for: worth a health warning.</summary>
    public bool IsServedAsAsked => ServedVersion is null || ServedVersion == options.ApiVersion;

    /// <summary>Orders of every status, oldest change first, so that a caller may keep its place after each. Null means from the beginning.</summary>
    public IAsyncEnumerable<ShopifyOrder> OrdersUpdatedSinceAsync(DateTimeOffset? since, CancellationToken ct) =>
        PagesAsync<ShopifyOrder>("orders", [("status", "any"), .. Since(since)], ct);

    /// <summary>Customers, oldest change first.</summary>
    public IAsyncEnumerable<ShopifyCustomer> CustomersUpdatedSinceAsync(DateTimeOffset? since, CancellationToken ct) =>
        PagesAsync<ShopifyCustomer>("customers", Since(since), ct);

    /// <summary>Products with their variants, in Shopify's own order: products.json documents no other.</summary>
    public IAsyncEnumerable<ShopifyProduct> ProductsAsync(DateTimeOffset? updatedSince, CancellationToken ct) =>
        PagesAsync<ShopifyProduct>("products", [.. Since(updatedSince).Where(p => p.Key != "order")], ct);

    public IAsyncEnumerable<ShopifyMetafield> ProductMetafieldsAsync(long productId, CancellationToken ct) =>
        PagesAsync<ShopifyMetafield>($"products/{productId.ToString(CultureInfo.InvariantCulture)}/metafields", [], ct, "metafields");

    /// <summary>Items with their cost, for the ids of <see cref="ShopifyVariant.InventoryItemId"/>; asked for in groups of 50.</summary>
    public IAsyncEnumerable<ShopifyInventoryItem> InventoryItemsAsync(IEnumerable<long> ids, CancellationToken ct) =>
        ByIdsAsync<ShopifyInventoryItem>("inventory_items", "ids", ids, ct);

    /// <summary>Stock at every location, for inventory item ids.</summary>
    public IAsyncEnumerable<ShopifyInventoryLevel> InventoryLevelsAsync(IEnumerable<long> inventoryItemIds, CancellationToken ct) =>
        ByIdsAsync<ShopifyInventoryLevel>("inventory_levels", "inventory_item_ids", inventoryItemIds, ct);

    /// <summary>One order, or null when the shop knows none with this id.</summary>
    public async Task<ShopifyOrder?> OrderAsync(long id, CancellationToken ct)
    {
        try
        {
            return (await OneAsync<ShopifyOrder>(HttpMethod.Get, $"orders/{id.ToString(CultureInfo.InvariantCulture)}", "order", null, ct));
        }
        catch (ProviderException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task<ShopifyShop> ShopAsync(CancellationToken ct) => OneAsync<ShopifyShop>(HttpMethod.Get, "shop", "shop", null, ct);

    public async Task<IReadOnlyList<ShopifyWebhook>> WebhooksAsync(CancellationToken ct)
    {
        var all = new List<ShopifyWebhook>();
        await foreach (var webhook in PagesAsync<ShopifyWebhook>("webhooks", [], ct))
            all.Add(webhook);
        return all;
    }

    /// <summary>Subscribes an address to a topic such as <c>orders/updated</c>. A topic and address already paired answer 422.</summary>
    public Task<ShopifyWebhook> CreateWebhookAsync(string topic, Uri address, CancellationToken ct) =>
        OneAsync<ShopifyWebhook>(HttpMethod.Post, "webhooks", "webhook",
            new { webhook = new { topic, address = address.AbsoluteUri, format = "json" } }, ct);

    static (string Key, string? Value)[] Since(DateTimeOffset? since) =>
        [("updated_at_min", since?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)), ("order", "updated_at asc")];

    async IAsyncEnumerable<T> ByIdsAsync<T>(string resource, string key, IEnumerable<long> ids, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var group in ids.Distinct().Chunk(IdsPerCall))
        {
            var list = string.Join(',', group.Select(id => id.ToString(CultureInfo.InvariantCulture)));
            await foreach (var item in PagesAsync<T>(resource, [(key, list)], ct))
                yield return item;
        }
    }

    async IAsyncEnumerable<T> PagesAsync<T>(string resource, (string Key, string? Value)[] filters, [EnumeratorCancellation] CancellationToken ct,
        string? wrapper = null)
    {
        var query = Wire.Query([.. filters, ("limit", PageSize)]);
        while (query is not null)
        {
            using var response = await SendAsync(HttpMethod.Get, $"{resource}.json?{query}", null, ct);
            var page = await response.ReadAsync<JsonObject>(Provider, ShopifyJson.Options, ct);
            query = NextQuery(response.Header("Link"));
            foreach (var item in (page[wrapper ?? resource] as JsonArray) ?? [])
                if (Typed<T>(item, response.StatusCode) is { } typed)
                    yield return typed;
        }
    }

    async Task<T> OneAsync<T>(HttpMethod method, string path, string wrapper, object? body, CancellationToken ct)
    {
        using var response = await SendAsync(method, path + ".json", body, ct);
        var reply = await response.ReadAsync<JsonObject>(Provider, ShopifyJson.Options, ct);
        return Typed<T>(reply[wrapper], response.StatusCode) ?? throw new ProviderException(Provider, $"{path}: no {wrapper} in the answer", response.StatusCode);
    }

    static T? Typed<T>(JsonNode? node, HttpStatusCode status)
    {
        try
        {
            return node.Deserialize<T>(ShopifyJson.Options);
        }
        catch (JsonException e)
        {
            throw new ProviderException(Provider, $"unreadable {typeof(T).Name} at {e.Path}", status, code: "unreadable", inner: e);
        }
    }

    async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        options.EnsureConfigured(Provider);
        await bucket.EnterAsync(ct);
        using var request = new HttpRequestMessage(method, options.BaseUrl!.Below($"admin/api/{options.ApiVersion}/{path}"));
        request.Headers.Add("X-Shopify-Access-Token", options.AccessToken);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        var response = await http.SendAsync(request, ct);
        bucket.Note(response.Header("X-Shopify-Shop-Api-Call-Limit"));
        ServedVersion = response.Header("X-Shopify-API-Version") ?? ServedVersion;
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await RefusalAsync(response, path.Split('?')[0], ct);
    }

    async Task<ProviderException> RefusalAsync(HttpResponseMessage response, string resource, CancellationToken ct)
    {
        var error = await response.ErrorAsync(ct);
        var words = error.At("errors").Text() ?? error.At("error_description").Text() ?? error.At("error").Text() ?? "no reason given";
        return new ProviderException(Provider, $"{resource}: {response.StatusCode.Named()}: {words.Short()} (request {response.Header("X-Request-Id") ?? "without id"})",
            response.StatusCode, PatientHandler.IsTransient(response.StatusCode), RetryAfter.Of(response, time), error.At("error").Text());
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
