using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// The shop over the GraphQL Admin API, in the same records as <see cref="ShopifyClient"/>. Slows down before Shopify throttles
/// (<see cref="CostBucket"/>), so one instance serves the whole program. A list reaches 25,000 things; more is the work of <see cref="BulkExport"/>.
/// https://shopify.dev/docs/api/admin-graphql
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal. Transient: <c>THROTTLED</c> for too long, internal errors, 429 and 5xx. Lasting: what <c>userErrors</c> say (code of the
/// error, else <c>user_error</c>), <c>ACCESS_DENIED</c> (scope), <c>MAX_COST_EXCEEDED</c>, 401.
/// </exception>
public sealed class ShopifyGraphQl
{
    const int IdsPerCall = 20;
    readonly GraphQlCalls calls;

    internal ShopifyGraphQl(GraphQlCalls calls, ShopifyVersion version) => (this.calls, Version) = (calls, version);

    /// <inheritdoc cref="ShopifyClient.Version"/>
    public ShopifyVersion Version { get; }

    /// <summary>Orders of every status, oldest change first, with all their lines. Null means from the beginning.</summary>
    public IAsyncEnumerable<ShopifyOrder> OrdersUpdatedSinceAsync(DateTimeOffset? since, CancellationToken ct) =>
        OrdersAsync(Queries.Orders, since is { } at ? $"updated_at:>='{Instant(at)}'" : null, ct);

    /// <summary>Orders of every status placed from one instant to another, oldest first.</summary>
    public IAsyncEnumerable<ShopifyOrder> OrdersCreatedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        OrdersAsync(Queries.OrdersByAge, $"created_at:>='{Instant(from)}' created_at:<='{Instant(until)}'", ct);

    /// <summary>One order with all its lines, or null when the shop knows none with this id.</summary>
    public async Task<ShopifyOrder?> OrderAsync(long id, CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(Queries.Order, new { id = Gid.Of("Order", id) }, ct);
        return GraphQlCalls.Read(data.At("order"), NodeJson.Default.OrderNode, Queries.Order) is { } node ? await WholeAsync(node, ct) : null;
    }

    /// <summary>Customers, oldest change first, with tags, totals and consent. Null means from the beginning.</summary>
    public IAsyncEnumerable<ShopifyCustomer> CustomersUpdatedSinceAsync(DateTimeOffset? since, CancellationToken ct) =>
        SearchCustomersAsync(since is { } at ? $"updated_at:>='{Instant(at)}'" : null, ct);

    /// <summary>Customers that match, e.g. <c>email:ann@example.com</c>; null: all. https://shopify.dev/docs/api/usage/search-syntax</summary>
    public IAsyncEnumerable<ShopifyCustomer> SearchCustomersAsync(string? query, CancellationToken ct) =>
        calls.PagesAsync(Queries.Customers, new() { ["query"] = query }, ["customers"], NodeJson.Default.ConnectionCustomerNode, null, ct).Select(node => node.ToCustomer());

    /// <summary>The ids of orders of every status with their time of change, oldest change first; 250 cost what one whole order costs. Null: all.</summary>
    public IAsyncEnumerable<ShopifyStamp> OrderStampsAsync(DateTimeOffset? updatedSince, CancellationToken ct) => StampsAsync(Queries.OrderStamps, "orders", updatedSince, ct);

    /// <inheritdoc cref="OrderStampsAsync"/>
    public IAsyncEnumerable<ShopifyStamp> CustomerStampsAsync(DateTimeOffset? updatedSince, CancellationToken ct) => StampsAsync(Queries.CustomerStamps, "customers", updatedSince, ct);

    /// <summary>One customer, or null when the shop knows none with this id.</summary>
    public async Task<ShopifyCustomer?> CustomerAsync(long id, CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(Queries.Customer, new { id = Gid.Of("Customer", id) }, ct);
        return GraphQlCalls.Read(data.At("customer"), NodeJson.Default.CustomerNode, Queries.Customer)?.ToCustomer();
    }

    /// <summary>Products, oldest change first, each with its variants, their costs, and its custom fields. Null means from the beginning.</summary>
    public async IAsyncEnumerable<ShopifyProduct> ProductsAsync(DateTimeOffset? updatedSince, [EnumeratorCancellation] CancellationToken ct)
    {
        var filter = updatedSince is { } at ? $"updated_at:>='{Instant(at)}'" : null;
        await foreach (var node in calls.PagesAsync(Queries.Products, new() { ["query"] = filter }, ["products"], NodeJson.Default.ConnectionProductNode, null, ct))
        {
            var variants = node.Variants?.Nodes ?? [];
            if (node.Variants?.Next is { } after)
                variants.AddRange(await calls.PagesAsync(Queries.Variants, new() { ["id"] = node.Id }, ["product", "variants"],
                    NodeJson.Default.ConnectionVariantNode, after, ct).ToListAsync(ct));
            yield return node.ToProduct(variants);
        }
    }

    /// <summary>Stock of everything at every location.</summary>
    public async IAsyncEnumerable<ShopifyInventoryLevel> InventoryLevelsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in calls.PagesAsync(Queries.Stock, [], ["inventoryItems"], NodeJson.Default.ConnectionInventoryItemNode, null, ct))
            await foreach (var level in LevelsAsync(item, ct))
                yield return level;
    }

    /// <summary>Stock of some items at every location; ids the shop does not know are left out.</summary>
    public async IAsyncEnumerable<ShopifyInventoryLevel> InventoryLevelsAsync(IEnumerable<long> inventoryItemIds, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var group in inventoryItemIds.Distinct().Chunk(IdsPerCall))
        {
            JsonElement? data = await calls.SendAsync(Queries.StockOf, new { ids = group.Select(id => Gid.Of("InventoryItem", id)) }, ct);
            foreach (var item in GraphQlCalls.Read(data.At("nodes"), NodeJson.Default.ListInventoryItemNode, Queries.StockOf)?.Where(i => i?.Id is not null) ?? [])
                await foreach (var level in LevelsAsync(item, ct))
                    yield return level;
        }
    }

    /// <summary>Says how many there are. Sent twice under one key, it is carried out once.</summary>
    /// <param name="levels">At most 250.</param>
    /// <param name="name"><c>available</c> or <c>on_hand</c>.</param>
    /// <param name="reason">One of Shopify's words: <c>correction</c>, <c>cycle_count_available</c>, <c>received</c>, ...</param>
    /// <param name="key">The deed's own, up to 255 characters.</param>
    /// <param name="ct">Ends the wait; the change may have been made.</param>
    /// <exception cref="ProviderException">Code <c>CHANGE_FROM_QUANTITY_STALE</c>: the stock is no longer what was expected, and nothing changed.</exception>
    public Task SetInventoryAsync(IReadOnlyList<ShopifyStockCount> levels, string name, string reason, string key, CancellationToken ct) =>
        calls.SendAsync(Queries.SetInventory, new
        {
            key,
            input = new
            {
                name, reason,
                quantities = levels.Select(l => new { inventoryItemId = Gid.Of("InventoryItem", l.InventoryItemId), locationId = Gid.Of("Location", l.LocationId), quantity = l.Quantity, changeFromQuantity = l.Expected }),
            },
        }, ct);

    /// <summary>Adds to what there is, or takes away. Sent twice under one key, it is carried out once.</summary>
    /// <inheritdoc cref="SetInventoryAsync"/>
    public Task AdjustInventoryAsync(IReadOnlyList<ShopifyStockChange> levels, string name, string reason, string key, CancellationToken ct) =>
        calls.SendAsync(Queries.AdjustInventory, new
        {
            key,
            input = new
            {
                name, reason,
                changes = levels.Select(l => new { inventoryItemId = Gid.Of("InventoryItem", l.InventoryItemId), locationId = Gid.Of("Location", l.LocationId), delta = l.By, changeFromQuantity = l.Expected }),
            },
        }, ct);

    /// <summary>How many orders match, e.g. <c>created_at:>=2026-11-01 financial_status:paid</c>; null: all.</summary>
    public Task<long> OrdersCountAsync(string? query, CancellationToken ct) => CountAsync(Queries.OrdersCount, query, ct);

    /// <inheritdoc cref="OrdersCountAsync"/>
    public Task<long> CustomersCountAsync(string? query, CancellationToken ct) => CountAsync(Queries.CustomersCount, query, ct);

    /// <inheritdoc cref="OrdersCountAsync"/>
    public Task<long> ProductsCountAsync(string? query, CancellationToken ct) => CountAsync(Queries.ProductsCount, query, ct);

    public async Task<ShopifyShop> ShopAsync(CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(Queries.Shop, null, ct);
        return (GraphQlCalls.Read(data.At("shop"), NodeJson.Default.ShopNode, Queries.Shop) ?? throw Absent(Queries.Shop)).ToShop();
    }

    public async Task<IReadOnlyList<ShopifyWebhook>> WebhooksAsync(CancellationToken ct) =>
        await calls.PagesAsync(Queries.Webhooks, [], ["webhookSubscriptions"], NodeJson.Default.ConnectionWebhookNode, null, ct).Select(node => node.ToWebhook()).ToListAsync(ct);

    /// <summary>Subscribes an address to a topic such as <c>orders/updated</c>. A topic and address already paired are refused.</summary>
    public Task<ShopifyWebhook> CreateWebhookAsync(string topic, Uri address, CancellationToken ct) =>
        WebhookAsync(Queries.CreateWebhook, "webhookSubscriptionCreate", new { topic = Words.TopicName(topic), uri = address.AbsoluteUri }, ct);

    /// <summary>Sends a subscription's deliveries elsewhere.</summary>
    public Task<ShopifyWebhook> UpdateWebhookAsync(long id, Uri address, CancellationToken ct) =>
        WebhookAsync(Queries.UpdateWebhook, "webhookSubscriptionUpdate", new { id = Gid.Of("WebhookSubscription", id), uri = address.AbsoluteUri }, ct);

    public Task DeleteWebhookAsync(long id, CancellationToken ct) => calls.SendAsync(Queries.DeleteWebhook, new { id = Gid.Of("WebhookSubscription", id) }, ct);

    /// <summary>Visits to the online store, a row a day, both days included. Today's lag by hours.</summary>
    /// <exception cref="ProviderException">
    /// Lasting, code <see cref="ShopifyTraffic.Unparsed"/>: Shopify did not understand the question. <c>ACCESS_DENIED</c>: scope read_reports is missing.
    /// </exception>
    public async Task<IReadOnlyList<ShopifySessions>> SessionsAsync(DateOnly from, DateOnly until, CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(Queries.ShopifyQl, new { query = ShopifyTraffic.Question(from, until) }, ct);
        return ShopifyTraffic.Read(data.At("shopifyqlQuery"));
    }

    IAsyncEnumerable<ShopifyStamp> StampsAsync(GraphQlQuery query, string list, DateTimeOffset? since, CancellationToken ct) =>
        calls.PagesAsync(query, new() { ["query"] = since is { } at ? $"updated_at:>='{Instant(at)}'" : null }, [list], NodeJson.Default.ConnectionStampNode, null, ct)
            .Select(node => node.ToStamp());

    async IAsyncEnumerable<ShopifyOrder> OrdersAsync(GraphQlQuery query, string? filter, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var node in calls.PagesAsync(query, new() { ["query"] = filter }, ["orders"], NodeJson.Default.ConnectionOrderNode, null, ct))
            yield return await WholeAsync(node, ct);
    }

    async Task<ShopifyOrder> WholeAsync(OrderNode node, CancellationToken ct)
    {
        var lines = node.LineItems?.Nodes ?? [];
        if (node.LineItems?.Next is { } after)
            lines.AddRange(await calls.PagesAsync(Queries.LineItems, new() { ["id"] = node.Id }, ["order", "lineItems"],
                NodeJson.Default.ConnectionLineItemNode, after, ct).ToListAsync(ct));
        return node.ToOrder(lines, node.ShippingLines?.Nodes ?? []);
    }

    async IAsyncEnumerable<ShopifyInventoryLevel> LevelsAsync(InventoryItemNode item, [EnumeratorCancellation] CancellationToken ct)
    {
        var id = Gid.Number(item.Id);
        foreach (var level in item.InventoryLevels?.Nodes ?? [])
            yield return level.ToLevel(id);
        if (item.InventoryLevels?.Next is { } after)
            await foreach (var level in calls.PagesAsync(Queries.Levels, new() { ["id"] = item.Id }, ["inventoryItem", "inventoryLevels"], NodeJson.Default.ConnectionInventoryLevelNode, after, ct))
                yield return level.ToLevel(id);
    }

    async Task<long> CountAsync(GraphQlQuery query, string? filter, CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(query, new { query = filter }, ct);
        return data.At(query.Name, "count") is { ValueKind: JsonValueKind.Number } count ? count.GetInt64() : throw Absent(query);
    }

    async Task<ShopifyWebhook> WebhookAsync(GraphQlQuery query, string field, object variables, CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(query, variables, ct);
        return (GraphQlCalls.Read(data.At(field, "webhookSubscription"), NodeJson.Default.WebhookNode, query) ?? throw Absent(query)).ToWebhook();
    }

    static ProviderException Absent(GraphQlQuery query) => new(ShopifyClient.Provider, $"{query.Name}: not in the answer", System.Net.HttpStatusCode.OK, code: "unreadable");

    // UTC: search values are read in the shop's zone otherwise.
    static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
