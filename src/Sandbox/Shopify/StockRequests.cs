using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Products and what is left of them: https://shopify.dev/docs/api/admin-rest/latest/resources/inventorylevel</summary>
sealed class StockRequests(GroomingShop shop)
{
    const int MostIds = 50;

    public Answer Products(Call call) => new Listing<Product>("products", p => p.Id, ProductDocument.Of).Page(call, filters => shop.Products.Where(p =>
        (filters.GetValueOrDefault("ids") is not { } ids || Numbers(ids).Contains(p.Id))
        && (filters.GetValueOrDefault("product_type") is not { } type || p.Category == type)
        && (filters.GetValueOrDefault("handle") is not { } handle || p.Handle == handle)
        && (!long.TryParse(filters.GetValueOrDefault("since_id"), out var since) || p.Id > since)), ascending: true);

    public Answer? Product(string id, string[] rest)
    {
        if (shop.Products.FirstOrDefault(p => p.Id.ToString(CultureInfo.InvariantCulture) == id) is not { } product) return null;
        return rest switch
        {
            [] => Answer.Ok(new JsonObject { ["product"] = ProductDocument.Of(product) }),
            ["metafields"] => Answer.Ok(new JsonObject { ["metafields"] = ProductDocument.Metafields(product) }),
            ["variants"] => Answer.Ok(new JsonObject { ["variants"] = ProductDocument.Of(product)["variants"]!.DeepClone() }),
            _ => null,
        };
    }

    public Answer Items(Call call)
    {
        if (call.Query.GetValueOrDefault("ids") is not { Length: > 0 } ids) return Missing("ids");
        return new Listing<Variant>("inventory_items", v => v.InventoryItemId, ProductDocument.InventoryItem)
            .Page(call, filters => shop.Variants.Where(v => Numbers(filters.GetValueOrDefault("ids") ?? ids).Contains(v.InventoryItemId)), ascending: true);
    }

    public Answer Levels(Call call)
    {
        var paging = call.Query.ContainsKey("page_info");
        if (!paging && !call.Query.ContainsKey("inventory_item_ids") && !call.Query.ContainsKey("location_ids"))
            return new Answer(422, new JsonObject { ["errors"] = new JsonArray("Required parameter missing: inventory_item_ids or location_ids") });
        if (Numbers(call.Query.GetValueOrDefault("inventory_item_ids") ?? "").Count > MostIds)
            return new Answer(422, new JsonObject { ["errors"] = new JsonArray($"At most {MostIds} inventory_item_ids") });
        return new Listing<Variant>("inventory_levels", v => v.InventoryItemId, ProductDocument.InventoryLevel).Page(call, filters => shop.Variants.Where(v =>
            (filters.GetValueOrDefault("inventory_item_ids") is not { } items || Numbers(items).Contains(v.InventoryItemId))
            && (filters.GetValueOrDefault("location_ids") is not { } places || Numbers(places).Contains(Ids.Location))), ascending: true);
    }

    /// <summary>POST inventory_levels/adjust.json with available_adjustment, or set.json with available.</summary>
    public Answer Write(Call call, bool isSet)
    {
        var field = isSet ? "available" : "available_adjustment";
        if (call.Whole(field) is not { } number) return Missing(field);
        if (call["location_id"] != Ids.Location.ToString(CultureInfo.InvariantCulture)) return new Answer(404, new JsonObject { ["errors"] = "Not Found" });
        if (shop.Variants.FirstOrDefault(v => v.InventoryItemId.ToString(CultureInfo.InvariantCulture) == call["inventory_item_id"]) is not { } variant) return new Answer(404, new JsonObject { ["errors"] = "Not Found" });
        if (isSet) shop.SetStock(variant, number);
        else shop.MoveStock(variant, number);
        return Answer.Ok(new JsonObject { ["inventory_level"] = ProductDocument.InventoryLevel(variant) });
    }

    static Answer Missing(string name) => new(400, new JsonObject { ["errors"] = new JsonObject { [name] = "Required parameter missing or invalid" } });

    static HashSet<long> Numbers(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries).Select(t => long.TryParse(t, out var n) ? n : 0).Where(n => n > 0)];
}
