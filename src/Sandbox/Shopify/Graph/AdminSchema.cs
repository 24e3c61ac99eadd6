using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>
/// The part of the Admin API's schema the sandbox serves, after https://shopify.dev/docs/api/admin-graphql/2026-01: nothing
/// in it that is not there, and every field under its real name.
/// </summary>
sealed class AdminSchema
{
    readonly SandboxWorld world;
    readonly Dictionary<ObjectType, ObjectType> connections = [];
    readonly Dictionary<string, (ObjectType Type, Func<string, object?> Find)> nodes;
    readonly Lazy<HashSet<string>> names;

    public AdminSchema(SandboxWorld world)
    {
        this.world = world;
        (Orders, Customers, Goods, Stock, Webhooks, Bulk) = (new(this), new(this), new(this), new(this), new(), new());
        Queries = new QueryRoot(this, world).Type;
        Mutations = new MutationRoot(this, world).Type;
        nodes = Nodes();
        names = new(() => Reachable(Queries, Reachable(Mutations, [])));
    }

    public GroomingShop Shop => world.Shop;
    public DateTimeOffset Now => world.Now;
    public MoneyTypes Money { get; } = new();
    public OrderTypes Orders { get; }
    public CustomerTypes Customers { get; }
    public GoodsTypes Goods { get; }
    public StockTypes Stock { get; }
    public WebhookTypes Webhooks { get; }
    public BulkTypes Bulk { get; }
    public ObjectType Queries { get; }
    public ObjectType Mutations { get; }

    /// <summary>The interface of everything with a global id.</summary>
    public ObjectType<Found> Node { get; } = new("Node");
    public IEnumerable<ObjectType> NodeTypes => nodes.Values.Select(n => n.Type);

    public bool IsType(string name) => names.Value.Contains(name);

    /// <summary>What a global id stands for; null when there is nothing of the kind.</summary>
    public Found? Find(string? gid) => nodes.TryGetValue(Gid.Type(gid), out var node) && node.Find(gid!) is { } found ? new(node.Type, found) : null;

    /// <summary>The connection over a type: edges with cursors, nodes, pageInfo.</summary>
    public ObjectType ConnectionOf(ObjectType node)
    {
        if (connections.TryGetValue(node, out var known)) return known;
        var edge = new ObjectType<Row>($"{node.Name}Edge") { IsFree = true }
            .Value("cursor", r => RowPage.Cursor(r))
            .With("node", Shape.One, () => node, "", (r, _) => r.Node);
        return connections[node] = new ObjectType<RowPage>($"{node.Name}Connection") { IsFree = true }
            .With("edges", Shape.Many, () => edge, "", (p, _) => p.Rows)
            .With("nodes", Shape.Many, () => node, "", (p, _) => p.Rows.Select(r => r.Node))
            .With("pageInfo", Shape.One, () => PageInfo, "", (p, _) => p);
    }

    static readonly ObjectType<RowPage> PageInfo = new ObjectType<RowPage>("PageInfo") { IsFree = true }
        .Value("hasNextPage", p => p.HasNext)
        .Value("hasPreviousPage", p => p.HasPrevious)
        .Value("startCursor", p => p.Rows.Count > 0 ? RowPage.Cursor(p.Rows[0]) : null)
        .Value("endCursor", p => p.Rows.Count > 0 ? RowPage.Cursor(p.Rows[^1]) : null);

    Dictionary<string, (ObjectType, Func<string, object?>)> Nodes() => new()
    {
        ["Order"] = (Orders.Order, gid => Shop.FindOrder(Ids.OrderNumber(Gid.Number(gid)))),
        ["Customer"] = (Customers.Customer, gid => Shop.Customers.Find(c => c.Id == Gid.Number(gid))),
        ["Product"] = (Goods.Product, gid => Shop.Products.Find(p => p.Id == Gid.Number(gid))),
        ["ProductVariant"] = (Goods.Variant, gid => Shop.Variants.FirstOrDefault(v => v.Id == Gid.Number(gid))),
        ["InventoryItem"] = (Stock.Item, gid => Shop.Variants.FirstOrDefault(v => v.InventoryItemId == Gid.Number(gid))),
        ["InventoryLevel"] = (Stock.Level, gid => long.TryParse(gid.Split('=')[^1], out var item) && Shop.Variants.FirstOrDefault(v => v.InventoryItemId == item) is { } found ? new StockLevel(found) : null),
        ["Location"] = (Stock.Location, gid => Gid.Number(gid) == Ids.Location ? Shop : null),
        ["WebhookSubscription"] = (Webhooks.Subscription, gid => world.Shopify.Subscriptions.Find(Gid.Number(gid))),
        ["BulkOperation"] = (Bulk.Operation, gid => world.Shopify.Bulk.Find(gid)),
        ["Refund"] = (Orders.Parts.Refund, gid => FindRefund(Gid.Number(gid))),
    };

    OrderPart<Refund>? FindRefund(long id)
    {
        var order = Shop.FindOrder((int)((id - Ids.Refund(0, 0)) / 100));
        return order?.RefundsBy(Now).FirstOrDefault(r => r.Id == id) is { } refund ? new(order, refund) : null;
    }

    HashSet<string> Reachable(ObjectType type, HashSet<string> seen)
    {
        if (!seen.Add(type.Name)) return seen;
        foreach (var field in type.Fields)
        {
            if (field.Of?.Invoke() is not { } of) continue;
            if (field.Shape == Shape.Connection) Reachable(ConnectionOf(of), seen);
            Reachable(of, seen);
        }
        return seen;
    }
}

/// <summary>An object found by its global id, and which type it is there.</summary>
sealed record Found(ObjectType Type, object Object);
