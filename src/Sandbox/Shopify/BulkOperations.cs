using System.Globalization;
using MyCavoodle.Sandbox.Shopify.Graph;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// Bulk queries: taken one at a time, run beside everything else, their file open to whoever knows its address for seven
/// days. https://shopify.dev/docs/api/usage/bulk-operations/queries
/// </summary>
sealed class BulkOperations(SandboxWorld world)
{
    static readonly TimeSpan FileLife = TimeSpan.FromDays(7);

    readonly List<BulkOperation> all = [];
    long next = 720_918_000_001;

    public BulkOperation? Latest => All.LastOrDefault();

    IReadOnlyList<BulkOperation> All
    {
        get
        {
            foreach (var old in all.Where(o => o.CompletedAt + FileLife < world.Now && o.Status == "COMPLETED"))
            {
                old.Status = "EXPIRED";
                old.Forget();
            }
            return all;
        }
    }

    public BulkOperation? Find(string? gid) => All.FirstOrDefault(o => o.Id == gid);

    /// <summary>By the key at the end of the file's address.</summary>
    public BulkOperation? FindFile(string key) => All.FirstOrDefault(o => (o.Url ?? o.PartialDataUrl)?.EndsWith(key, StringComparison.Ordinal) == true);

    /// <summary>As bulkOperations lists them; the filter may name a status.</summary>
    public IEnumerable<Row> Rows(string? query)
    {
        var wanted = new Search<BulkOperation>(new Dictionary<string, Func<BulkOperation, Term, bool>>
        {
            ["status"] = (o, t) => t.Is(o.Status), ["id"] = (o, t) => t.IsId(Gid.Number(o.Id)), ["operation_type"] = (_, t) => t.Is("QUERY"), ["created_at"] = (o, t) => t.Is(o.CreatedAt),
        }).Read(query);
        return All.Where(wanted).Select(o => new Row(o.CreatedAt.UtcTicks, Gid.Number(o.Id), o));
    }

    public Payload Run(string query, bool groupObjects)
    {
        var running = All.Where(o => !o.IsOver).ToList();
        if (running.Count >= world.Options.ShopifyBulkQueries)
            return world.Options.ShopifyBulkQueries == 1
                ? Refused($"A bulk query operation for this app and shop is already in progress: {running[0].Id}.", "OPERATION_IN_PROGRESS")
                : Refused("Bulk operations limit reached. Please try again later.", "LIMIT_REACHED");
        BulkPlan plan;
        try { plan = BulkPlan.Read(query, world.Shopify.Schema); }
        catch (GraphException e) { return Refused($"Invalid bulk query: {e.Message}", "INVALID"); }
        var root = world.Emulators ?? new Uri("http://127.0.0.1/");
        var operation = new BulkOperation
        {
            Id = Gid.Of("BulkOperation", next++), Query = query, GroupObjects = groupObjects, CreatedAt = world.Now,
            File = new Uri(root, $"shopify-bulk/{Guid.NewGuid():n}.jsonl"),
        };
        all.Add(operation);
        _ = Task.Run(() => new BulkRun(world, operation, plan).RunAsync());
        return new(operation);
    }

    public Payload Cancel(string gid)
    {
        if (Find(gid) is not { } operation) return Refused("Bulk operation does not exist", "INVALID");
        if (operation.IsOver) return new(operation, new UserError(null, $"A bulk operation cannot be canceled when it is {operation.Status.ToLower(CultureInfo.InvariantCulture)}"));
        operation.Status = "CANCELING";
        operation.Cancelling.Cancel();
        return new(operation);
    }

    static Payload Refused(string message, string code) => new(null, new UserError(["query"], message, code));
}
