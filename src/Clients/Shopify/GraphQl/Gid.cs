using System.Globalization;

namespace MyCavoodle.Clients.Shopify;

/// <summary>Global ids, <c>gid://shopify/Order/123</c>, and the number that REST and webhooks use. https://shopify.dev/docs/api/usage/gids</summary>
static class Gid
{
    public static string Of(string type, long id) => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/{type}/{id}");

    /// <summary>The number; 0 where there is none. Some carry a query (<c>InventoryLevel/1?inventory_item_id=2</c>).</summary>
    public static long Number(string? gid)
    {
        if (gid is null)
            return 0;
        var tail = gid.AsSpan(gid.LastIndexOf('/') + 1);
        var end = tail.IndexOf('?');
        return long.TryParse(end < 0 ? tail : tail[..end], CultureInfo.InvariantCulture, out var id) ? id : 0;
    }

    public static long? NumberOrNull(string? gid) => Number(gid) is > 0 and var id ? id : null;
}
