namespace MyCavoodle.Sandbox.Shopify;

/// <summary>What can be subscribed to. The three privacy topics are not among it: they belong to the app's configuration.</summary>
static class Topics
{
    public static readonly IReadOnlyList<string> Privacy = ["customers/data_request", "customers/redact", "shop/redact"];

    static readonly Dictionary<string, string> ByEnumeration = new[]
    {
        "app/uninstalled", "app/scopes_update", "bulk_operations/finish", "collections/create", "collections/update", "collections/delete",
        "customers/create", "customers/update", "customers/delete", "customers/enable", "customers/disable", "customers/purchasing_summary",
        "customers_email_marketing_consent/update", "customer.tags_added", "customer.tags_removed",
        "fulfillments/create", "fulfillments/update", "inventory_items/create", "inventory_items/update", "inventory_items/delete",
        "inventory_levels/connect", "inventory_levels/update", "inventory_levels/disconnect", "locations/create", "locations/update", "locations/delete",
        "order_transactions/create", "orders/cancelled", "orders/create", "orders/delete", "orders/edited", "orders/fulfilled", "orders/paid",
        "orders/partially_fulfilled", "orders/updated", "products/create", "products/update", "products/delete", "refunds/create", "shop/update", "tender_transactions/create",
    }.ToDictionary(Enumeration);

    public static IEnumerable<string> Enumerations => ByEnumeration.Keys;

    /// <summary>ORDERS_CREATE for orders/create.</summary>
    public static string Enumeration(string topic) => topic.Replace('/', '_').Replace('.', '_').ToUpperInvariant();

    /// <summary>The topic of an enumeration value; null: there is none.</summary>
    public static string? Of(string enumeration) => ByEnumeration.GetValueOrDefault(enumeration);

    public static bool IsKnown(string topic) => ByEnumeration.ContainsValue(topic);
}
