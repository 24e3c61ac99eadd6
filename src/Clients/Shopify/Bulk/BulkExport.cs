using System.Globalization;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// Everything the shop has, in one file that Shopify makes in the background: no points, no pages. Start it and keep the id; ask how
/// it fares, or wait; then read the file line by line, keeping the last line that is stored, so that a restart goes on from there.
/// The file can be had for seven days. https://shopify.dev/docs/api/usage/bulk-operations/queries
/// </summary>
/// <exception cref="ProviderException">
/// As <see cref="ShopifyGraphQl"/>. Code <c>OPERATION_IN_PROGRESS</c> or <c>LIMIT_REACHED</c>: others are running, see <see cref="RunningAsync"/>.
/// </exception>
public sealed class BulkExport
{
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    readonly GraphQlCalls calls;
    readonly BulkFile file;

    internal BulkExport(GraphQlCalls calls, BulkFile file) => (this.calls, this.file) = (calls, file);

    /// <summary>Starts an export of orders of every status, with all their lines, oldest first. Null means from the beginning.</summary>
    /// <returns>The id to keep.</returns>
    public Task<string> StartOrdersAsync(DateTimeOffset? updatedSince, CancellationToken ct) => StartAsync(BulkQueries.Orders(Filter(updatedSince)), ct);

    /// <inheritdoc cref="StartOrdersAsync"/>
    /// <summary>Starts an export of customers.</summary>
    public Task<string> StartCustomersAsync(DateTimeOffset? updatedSince, CancellationToken ct) => StartAsync(BulkQueries.Customers(Filter(updatedSince)), ct);

    /// <inheritdoc cref="StartOrdersAsync"/>
    /// <summary>Starts an export of products with their variants, costs and custom fields.</summary>
    public Task<string> StartProductsAsync(DateTimeOffset? updatedSince, CancellationToken ct) => StartAsync(BulkQueries.Products(Filter(updatedSince)), ct);

    /// <summary>The newest export that has not ended, whoever of this app started it; null: there is none.</summary>
    public async Task<BulkOperation?> RunningAsync(CancellationToken ct)
    {
        try
        {
            JsonElement? data = await calls.SendAsync(BulkQueries.Newest, null, ct);
            var newest = GraphQlCalls.Read(data.At("bulkOperations"), NodeJson.Default.ConnectionBulkOperationNode, BulkQueries.Newest)?.Nodes ?? [];
            return newest.Select(n => n.ToOperation()).FirstOrDefault(o => !o.IsOver);
        }
        catch (ProviderException e) when (IsUnknownField(e))
        {
            return await CurrentAsync(ct) is { IsOver: false } current ? current : null;
        }
    }

    /// <summary>How an export fares; null: Shopify does not know it, or no longer.</summary>
    public async Task<BulkOperation?> StatusAsync(string id, CancellationToken ct)
    {
        try
        {
            JsonElement? data = await calls.SendAsync(BulkQueries.Status, new { id }, ct);
            return GraphQlCalls.Read(data.At("bulkOperation"), NodeJson.Default.BulkOperationNode, BulkQueries.Status)?.ToOperation();
        }
        catch (ProviderException e) when (IsUnknownField(e))
        {
            return await CurrentAsync(ct) is { } current && current.Id == id ? current : null;
        }
    }

    /// <summary>Waits until an export is over, well or not, asking less and less often. Null: Shopify does not know it.</summary>
    public async Task<BulkOperation?> WaitAsync(string id, CancellationToken ct)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var operation = await StatusAsync(id, ct);
            if (operation is null or { IsOver: true })
                return operation;
            await Task.Delay(pause, calls.Time, ct);
        }
    }

    /// <summary>The orders of a file, each once its lines are complete. Nothing is held but the order being read.</summary>
    /// <param name="url">See <see cref="BulkOperation.Url"/>.</param>
    /// <param name="skipLines">The line of the last order that is stored; 0: from the beginning.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>Each order, and the line to go on from once it is stored.</returns>
    /// <exception cref="ProviderException">Transient: the download broke, or its address has expired (403, 404: ask for the status again).</exception>
    public IAsyncEnumerable<(long Line, ShopifyOrder Order)> ReadOrdersAsync(Uri url, long skipLines, CancellationToken ct) =>
        file.ReadAsync(url, skipLines, new BulkOrders(), ct);

    /// <inheritdoc cref="ReadOrdersAsync"/>
    /// <summary>The customers of a file.</summary>
    public IAsyncEnumerable<(long Line, ShopifyCustomer Customer)> ReadCustomersAsync(Uri url, long skipLines, CancellationToken ct) =>
        file.ReadAsync(url, skipLines, new BulkCustomers(), ct);

    /// <inheritdoc cref="ReadOrdersAsync"/>
    /// <summary>The products of a file, each once its variants are complete.</summary>
    public IAsyncEnumerable<(long Line, ShopifyProduct Product)> ReadProductsAsync(Uri url, long skipLines, CancellationToken ct) =>
        file.ReadAsync(url, skipLines, new BulkProducts(), ct);

    async Task<string> StartAsync(string query, CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(BulkQueries.Run, new { query }, ct);
        return data.At("bulkOperationRunQuery", "bulkOperation", "id").Text()
            ?? throw new ProviderException(ShopifyClient.Provider, "bulk run: no operation in the answer", System.Net.HttpStatusCode.OK, code: "unreadable");
    }

    async Task<BulkOperation?> CurrentAsync(CancellationToken ct)
    {
        JsonElement? data = await calls.SendAsync(BulkQueries.Current, null, ct);
        return GraphQlCalls.Read(data.At("currentBulkOperation"), NodeJson.Default.BulkOperationNode, BulkQueries.Current)?.ToOperation();
    }

    // Versions before 2026-01 know one operation only, the current one.
    static bool IsUnknownField(ProviderException e) => e.Code == "undefinedField";

    static string? Filter(DateTimeOffset? since) =>
        since is { } at ? $"updated_at:>='{at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}'" : null;
}
