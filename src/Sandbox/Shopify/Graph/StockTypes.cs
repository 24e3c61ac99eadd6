using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>How many of a variant there are at the shop's one location, by state.</summary>
sealed record Quantity(Variant Variant, string Name, int Number);

/// <summary>https://shopify.dev/docs/api/admin-graphql/2026-01/objects/InventoryLevel</summary>
sealed class StockTypes(AdminSchema schema)
{
    static readonly string[] States = ["available", "on_hand", "committed", "incoming", "reserved", "damaged", "safety_stock", "quality_control"];

    public ObjectType<Variant> Item => field ??= new ObjectType<Variant>("InventoryItem")
        .Value("id", v => Gid.Of("InventoryItem", v.InventoryItemId))
        .Value("legacyResourceId", v => v.InventoryItemId)
        .Value("sku", v => v.Sku)
        .Value("tracked", _ => true)
        .Value("requiresShipping", _ => true)
        .Value("countryCodeOfOrigin", _ => "AU")
        .Value("duplicateSkuCount", v => schema.Shop.Variants.Count(o => o != v && o.Sku == v.Sku))
        .Value("createdAt", v => v.Product.CreatedAt)
        .Value("updatedAt", v => v.UpdatedAt)
        .One("unitCost", () => schema.Money.MoneyV2, v => new Coin(v.Cost, Money.Currency))
        .One("variant", () => schema.Goods.Variant, v => v)
        .One("inventoryLevel", () => Level, "locationId!", (v, a) => a.Id("locationId") == Ids.Location ? new StockLevel(v) : null)
        .Connection("inventoryLevels", () => Level, (v, _) => [new Row(0, v.InventoryItemId, new StockLevel(v))]);

    public ObjectType<StockLevel> Level => field ??= new ObjectType<StockLevel>("InventoryLevel")
        .Value("id", l => $"gid://shopify/InventoryLevel/{Ids.Location}?inventory_item_id={l.Variant.InventoryItemId}")
        .Value("canDeactivate", _ => false)
        .Value("createdAt", l => l.Variant.Product.CreatedAt)
        .Value("updatedAt", l => l.Variant.UpdatedAt)
        .One("item", () => Item, l => l.Variant)
        .One("location", () => Location, _ => schema.Shop)
        .Many("quantities", () => QuantityType, "names!", (l, a) => a.Texts("names").Select(name => Count(l.Variant, name)));

    static Quantity Count(Variant variant, string name) => name switch
    {
        "available" or "on_hand" => new(variant, name, variant.Stock),
        _ when States.Contains(name) => new(variant, name, 0),
        _ => throw new GraphException($"The quantity name '{name}' is invalid. Valid names are: {string.Join(", ", States)}", "BAD_REQUEST"),
    };

    ObjectType<Quantity> QuantityType => field ??= new ObjectType<Quantity>("InventoryQuantity")
        .Value("id", q => $"gid://shopify/InventoryQuantity/{Ids.Location}?inventory_item_id={q.Variant.InventoryItemId}&name={q.Name}")
        .Value("name", q => q.Name)
        .Value("quantity", q => q.Number)
        .Value("updatedAt", q => q.Variant.UpdatedAt);

    public ObjectType<GroomingShop> Location => field ??= new ObjectType<GroomingShop>("Location")
        .Value("id", _ => Gid.Of("Location", Ids.Location))
        .Value("legacyResourceId", _ => Ids.Location)
        .Value("name", _ => "Newtown")
        .Value("isActive", _ => true)
        .Value("fulfillsOnlineOrders", _ => true)
        .Value("hasActiveInventory", _ => true)
        .Value("shipsInventory", _ => true)
        .Value("createdAt", s => s.OpenedAt)
        .Value("updatedAt", s => s.OpenedAt)
        .One("inventoryLevel", () => Level, "inventoryItemId!", (s, a) => s.Variants.FirstOrDefault(v => v.InventoryItemId == a.Id("inventoryItemId")) is { } found ? new StockLevel(found) : null)
        .Connection("inventoryLevels", () => Level, (s, _) => s.Variants.Select(v => new Row(0, v.InventoryItemId, new StockLevel(v))));

    public IEnumerable<Row> Items(Arguments arguments)
    {
        var wanted = new Search<Variant>(new Dictionary<string, Func<Variant, Term, bool>>
        {
            ["id"] = (v, t) => t.IsId(v.InventoryItemId),
            ["sku"] = (v, t) => t.Is(v.Sku),
            ["updated_at"] = (v, t) => t.Is(v.UpdatedAt),
        }).Read(arguments.Text("query"));
        return schema.Shop.Variants.Where(wanted).Select(v => new Row(v.InventoryItemId, v.InventoryItemId, v));
    }
}

/// <summary>A variant's stock at the location: another object than the variant itself, though both stand on it.</summary>
sealed record StockLevel(Variant Variant);
