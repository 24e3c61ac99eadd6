using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

static class StockMapping
{
    /// <summary>An untracked level (null) counts as none.</summary>
    public static void Apply(HubContext hub, List<StockLevel> known, ShopifyInventoryLevel from)
    {
        var changed = from.UpdatedAt ?? default;
        var level = known.FirstOrDefault(l => l.InventoryItemId == from.InventoryItemId && l.LocationId == from.LocationId);
        if (level is null)
        {
            level = new() { InventoryItemId = from.InventoryItemId, LocationId = from.LocationId, UpdatedAt = default };
            known.Add(level);
            hub.StockLevels.Add(level);
        }
        if (changed >= level.UpdatedAt) (level.Available, level.UpdatedAt) = (from.Available ?? 0, changed);
    }
}
