using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

sealed record StockAdjustment(long Id, DateTimeOffset At, string Reason, string? Reference, IReadOnlyList<StockMove> Changes);

sealed record StockMove(Variant Variant, string Name, int Delta, int After);

/// <summary>Stock changed by API: all the changes of a call, or none. https://shopify.dev/docs/apps/build/orders-fulfillment/inventory-management-apps</summary>
sealed class StockMutations(SandboxWorld world)
{
    static readonly string[] Reasons = ["correction", "cycle_count_available", "damaged", "movement_created", "movement_received", "other", "promotion", "quality_control", "received", "reservation_created", "restock", "safety_stock", "shrinkage"];

    public Payload Adjust(JsonObject input) => Apply(input, "changes", "INVALID_QUANTITY_NAME", (change, variant) => variant.Stock + (Arguments.Whole(change["delta"]) ?? 0));

    public Payload Set(JsonObject input) => Apply(input, "quantities", "INVALID_NAME", (change, _) => Arguments.Whole(change["quantity"]) ?? 0);

    Payload Apply(JsonObject input, string list, string wrongName, Func<JsonObject, Variant, int> after)
    {
        if (Arguments.Text(input["name"]) is not ("available" or "on_hand")) return Refuse(["input", "name"], "The quantity name must be either 'available' or 'on_hand'.", wrongName);
        if (!Reasons.Contains(Arguments.Text(input["reason"]))) return Refuse(["input", "reason"], "The specified reason is invalid.", "INVALID_REASON");
        List<(Variant Variant, int After)> wanted = [];
        foreach (var (change, i) in (input[list] as JsonArray ?? []).OfType<JsonObject>().Select((c, i) => (c, i.ToString(System.Globalization.CultureInfo.InvariantCulture))))
        {
            var item = Gid.Number(Arguments.Text(change["inventoryItemId"]));
            if (world.Shop.Variants.FirstOrDefault(v => v.InventoryItemId == item) is not { } variant) return Refuse(["input", list, i, "inventoryItemId"], "The specified inventory item could not be found.", "INVALID_INVENTORY_ITEM");
            if (Gid.Number(Arguments.Text(change["locationId"])) != Ids.Location) return Refuse(["input", list, i, "locationId"], "The specified location could not be found.", "INVALID_LOCATION");
            if (Arguments.Whole(change["changeFromQuantity"]) is { } from && from != variant.Stock)
                return Refuse(["input", list, i, "changeFromQuantity"], "The changeFromQuantity argument no longer matches the persisted quantity.", "CHANGE_FROM_QUANTITY_STALE");
            wanted.Add((variant, after(change, variant)));
        }
        var now = world.Now;
        List<StockMove> moves = [.. wanted.Select(w => new StockMove(w.Variant, Arguments.Text(input["name"])!, w.After - w.Variant.Stock, w.After))];
        foreach (var move in moves.Where(m => m.Delta != 0)) world.Shop.MoveStock(move.Variant, move.Delta);
        return new(new StockAdjustment(now.ToUnixTimeMilliseconds(), now, Arguments.Text(input["reason"])!, Arguments.Text(input["referenceDocumentUri"]), moves));
    }

    static Payload Refuse(IReadOnlyList<string> field, string message, string code) => new(null, new UserError(field, message, code));
}
