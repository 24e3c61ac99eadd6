namespace MyCavoodle.Clients.Shopify;

/// <summary>GraphQL's way of writing and REST's.</summary>
static class Words
{
    /// <summary>Resources whose topics this shop has a use for; their names tell where a topic's slash belongs.</summary>
    static readonly string[] Resources =
        ["inventory_levels", "inventory_items", "fulfillment_events", "draft_orders", "fulfillments", "customers", "products", "refunds", "orders", "app", "shop"];

    /// <summary><c>PARTIALLY_REFUNDED</c> to <c>partially_refunded</c>; the same few words come over and over and are kept once.</summary>
    public static string? Lower(string? word) => word is null ? null : word switch
    {
        "PAID" => "paid",
        "SUCCESS" => "success",
        "DELIVERED" => "delivered",
        "IN_TRANSIT" => "in_transit",
        "SUBSCRIBED" => "subscribed",
        "NOT_SUBSCRIBED" => "not_subscribed",
        "ENABLED" => "enabled",
        "DISABLED" => "disabled",
        "DENY" => "deny",
        "ACTIVE" => "active",
        _ => word.ToLowerInvariant(),
    };

    /// <summary>A list as REST writes it: comma-separated.</summary>
    public static string Joined(List<string>? words) => words is not { Count: > 0 } ? "" : string.Join(", ", words);

    /// <summary><c>orders/partially_fulfilled</c> to <c>ORDERS_PARTIALLY_FULFILLED</c>.</summary>
    public static string TopicName(string topic) => topic.Replace('/', '_').Replace('.', '_').ToUpperInvariant();

    /// <summary><c>INVENTORY_LEVELS_UPDATE</c> to <c>inventory_levels/update</c>.</summary>
    public static string Topic(string name)
    {
        var topic = name.ToLowerInvariant();
        var resource = Resources.FirstOrDefault(r => topic.StartsWith(r + "_", StringComparison.Ordinal));
        var slash = resource?.Length ?? topic.LastIndexOf('_');
        return slash < 0 ? topic : $"{topic[..slash]}/{topic[(slash + 1)..]}";
    }
}
