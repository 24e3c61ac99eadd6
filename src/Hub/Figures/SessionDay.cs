namespace MyCavoodle.Hub;

/// <summary>Who counted. <see cref="Mixed"/>: a period of which some days were counted by the one, some by the other.</summary>
public enum SessionSource { ShopifyAnalytics, Csv, Mixed }

/// <summary>How many store sessions a Sydney day had, and who says so. A CSV never overwrites Shopify's own count.</summary>
public sealed class SessionDay
{
    public required DateOnly Date { get; set; }
    public required int Sessions { get; set; }
    public required SessionSource Source { get; set; }
    public required DateTimeOffset ReadAt { get; set; }
}
