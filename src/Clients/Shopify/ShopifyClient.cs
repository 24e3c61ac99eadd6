using System.Globalization;
using System.Runtime.CompilerServices;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// The shop over the REST Admin API: orders, customers, products, stock and webhook subscriptions. Slows down before Shopify refuses
/// (<see cref="CallBucket"/>), so one instance serves the whole program. Reads are repeated after 429, 5xx and lost answers, writes
/// are not. Traffic, bulk exports and costs in one go exist only in GraphQL: <see cref="ShopifyGraphQl"/>, <see cref="BulkExport"/>.
/// https://shopify.dev/docs/api/admin-rest
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal. Transient: 429 and 5xx. Lasting: 401 (token), 402 (shop frozen), 403 (scope), 422 (values), 423 (shop locked), 430 (blocked).
/// </exception>
public sealed class ShopifyClient
{
    public const string Provider = "Shopify";

    const int IdsPerCall = 50;
    readonly ShopifyRest rest;

    internal ShopifyClient(ShopifyConnection connection)
    {
        rest = new(connection);
        Version = connection.Version;
    }

    /// <summary>The version asked for and the one served, over REST and GraphQL alike.</summary>
    public ShopifyVersion Version { get; }

    /// <inheritdoc cref="ShopifyVersion.Served"/>
    public string? ServedVersion => Version.Served;

    /// <inheritdoc cref="ShopifyVersion.IsServedAsAsked"/>
    public bool IsServedAsAsked => Version.IsServedAsAsked;

    /// <summary>Orders of every status, oldest change first, so that a caller may keep its place after each. Null means from the beginning.</summary>
    public IAsyncEnumerable<ShopifyOrder> OrdersUpdatedSinceAsync(DateTimeOffset? since, CancellationToken ct) =>
        rest.PagesAsync<ShopifyOrder>("orders", [("status", "any"), .. Since(since)], "orders", ct);

    /// <summary>Orders of every status placed from one instant to another, oldest first.</summary>
    public IAsyncEnumerable<ShopifyOrder> OrdersCreatedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        rest.PagesAsync<ShopifyOrder>("orders",
            [("status", "any"), ("created_at_min", Instant(from)), ("created_at_max", Instant(until)), ("order", "created_at asc")], "orders", ct);

    /// <summary>How many orders of every status the shop has. Exact to 25,000; 25,001 means more.</summary>
    public Task<long> OrdersCountAsync(CancellationToken ct) => rest.OneAsync<long>(HttpMethod.Get, "orders/count.json?status=any", "count", null, ct);

    /// <summary>One order, or null when the shop knows none with this id.</summary>
    public Task<ShopifyOrder?> OrderAsync(long id, CancellationToken ct) => rest.FindAsync<ShopifyOrder>($"orders/{Path(id)}.json", "order", ct);

    public Task<ShopifyOrder> CreateOrderAsync(ShopifyNewOrder order, CancellationToken ct) =>
        rest.OneAsync<ShopifyOrder>(HttpMethod.Post, "orders.json", "order", new { order }, ct);

    /// <summary>Changes what is not null; the rest stays as it is.</summary>
    public Task<ShopifyOrder> UpdateOrderAsync(long id, ShopifyOrderChange order, CancellationToken ct) =>
        rest.OneAsync<ShopifyOrder>(HttpMethod.Put, $"orders/{Path(id)}.json", "order", new { order }, ct);

    /// <summary>Customers, oldest change first.</summary>
    public IAsyncEnumerable<ShopifyCustomer> CustomersUpdatedSinceAsync(DateTimeOffset? since, CancellationToken ct) =>
        rest.PagesAsync<ShopifyCustomer>("customers", Since(since), "customers", ct);

    /// <summary>Customers that match, such as <c>email:ann@example.com</c> or words of a name; best match first.</summary>
    public IAsyncEnumerable<ShopifyCustomer> SearchCustomersAsync(string query, CancellationToken ct) =>
        rest.PagesAsync<ShopifyCustomer>("customers/search", [("query", query)], "customers", ct);

    /// <summary>One customer, or null when the shop knows none with this id.</summary>
    public Task<ShopifyCustomer?> CustomerAsync(long id, CancellationToken ct) => rest.FindAsync<ShopifyCustomer>($"customers/{Path(id)}.json", "customer", ct);

    /// <summary>How many customers the shop has.</summary>
    public Task<long> CustomersCountAsync(CancellationToken ct) => rest.OneAsync<long>(HttpMethod.Get, "customers/count.json", "count", null, ct);

    /// <summary>Products with their variants, in Shopify's own order: products.json documents no other.</summary>
    public IAsyncEnumerable<ShopifyProduct> ProductsAsync(DateTimeOffset? updatedSince, CancellationToken ct) =>
        rest.PagesAsync<ShopifyProduct>("products", [.. Since(updatedSince).Where(p => p.Key != "order")], "products", ct);

    /// <summary>One product, or null when the shop knows none with this id.</summary>
    public Task<ShopifyProduct?> ProductAsync(long id, CancellationToken ct) => rest.FindAsync<ShopifyProduct>($"products/{Path(id)}.json", "product", ct);

    /// <summary>How many products the shop has, drafts and archived ones included.</summary>
    public Task<long> ProductsCountAsync(CancellationToken ct) => rest.OneAsync<long>(HttpMethod.Get, "products/count.json", "count", null, ct);

    public IAsyncEnumerable<ShopifyMetafield> ProductMetafieldsAsync(long productId, CancellationToken ct) =>
        rest.PagesAsync<ShopifyMetafield>($"products/{Path(productId)}/metafields", [], "metafields", ct);

    /// <summary>Items with their cost, for the ids of <see cref="ShopifyVariant.InventoryItemId"/>; asked for in groups of 50.</summary>
    public IAsyncEnumerable<ShopifyInventoryItem> InventoryItemsAsync(IEnumerable<long> ids, CancellationToken ct) =>
        ByIdsAsync<ShopifyInventoryItem>("inventory_items", "ids", ids, ct);

    /// <summary>Stock at every location, for inventory item ids.</summary>
    public IAsyncEnumerable<ShopifyInventoryLevel> InventoryLevelsAsync(IEnumerable<long> inventoryItemIds, CancellationToken ct) =>
        ByIdsAsync<ShopifyInventoryLevel>("inventory_levels", "inventory_item_ids", inventoryItemIds, ct);

    /// <summary>Adds to what is available at a location, or takes away; safe beside sales that happen meanwhile.</summary>
    public Task<ShopifyInventoryLevel> AdjustInventoryAsync(long inventoryItemId, long locationId, int by, CancellationToken ct) =>
        rest.OneAsync<ShopifyInventoryLevel>(HttpMethod.Post, "inventory_levels/adjust.json", "inventory_level",
            new { inventory_item_id = inventoryItemId, location_id = locationId, available_adjustment = by }, ct);

    /// <summary>Says what is available at a location, whatever was said before.</summary>
    public Task<ShopifyInventoryLevel> SetInventoryAsync(long inventoryItemId, long locationId, int available, CancellationToken ct) =>
        rest.OneAsync<ShopifyInventoryLevel>(HttpMethod.Post, "inventory_levels/set.json", "inventory_level",
            new { inventory_item_id = inventoryItemId, location_id = locationId, available }, ct);

    public Task<ShopifyShop> ShopAsync(CancellationToken ct) => rest.OneAsync<ShopifyShop>(HttpMethod.Get, "shop.json", "shop", null, ct);

    public async Task<IReadOnlyList<ShopifyWebhook>> WebhooksAsync(CancellationToken ct) =>
        await rest.PagesAsync<ShopifyWebhook>("webhooks", [], "webhooks", ct).ToListAsync(ct);

    /// <summary>Subscribes an address to a topic such as <c>orders/updated</c>. A topic and address already paired answer 422.</summary>
    public Task<ShopifyWebhook> CreateWebhookAsync(string topic, Uri address, CancellationToken ct) =>
        rest.OneAsync<ShopifyWebhook>(HttpMethod.Post, "webhooks.json", "webhook", new { webhook = new { topic, address = address.AbsoluteUri, format = "json" } }, ct);

    /// <summary>Sends a subscription's deliveries elsewhere.</summary>
    public Task<ShopifyWebhook> UpdateWebhookAsync(long id, Uri address, CancellationToken ct) =>
        rest.OneAsync<ShopifyWebhook>(HttpMethod.Put, $"webhooks/{Path(id)}.json", "webhook", new { webhook = new { address = address.AbsoluteUri } }, ct);

    public Task DeleteWebhookAsync(long id, CancellationToken ct) => rest.DeleteAsync($"webhooks/{Path(id)}.json", ct);

    static (string Key, string? Value)[] Since(DateTimeOffset? since) => [("updated_at_min", since is { } at ? Instant(at) : null), ("order", "updated_at asc")];

    static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    static string Path(long id) => id.ToString(CultureInfo.InvariantCulture);

    async IAsyncEnumerable<T> ByIdsAsync<T>(string resource, string key, IEnumerable<long> ids, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var group in ids.Distinct().Chunk(IdsPerCall))
            await foreach (var item in rest.PagesAsync<T>(resource, [(key, string.Join(',', group.Select(Path)))], resource, ct))
                yield return item;
    }
}
