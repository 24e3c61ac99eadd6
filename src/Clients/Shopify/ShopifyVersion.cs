namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// The version asked for and the one served. Shopify serves its oldest living version when ours has expired, without an error: only
/// a header tells, and both REST and GraphQL carry it. https://shopify.dev/docs/api/usage/versioning
/// </summary>
public sealed class ShopifyVersion(string asked)
{
    string? served;

    /// <summary>The setting <see cref="ShopifyOptions.ApiVersion"/>.</summary>
    public string Asked => asked;

    /// <summary>The version of the last reply; null before the first.</summary>
    public string? Served => Volatile.Read(ref served);

    /// <summary>False once Shopify has answered with another version than the one asked for: worth a health warning.</summary>
    public bool IsServedAsAsked => Served is null || Served == asked;

    /// <summary>Such as <c>asked 2023-10, served 2026-01</c>.</summary>
    public override string ToString() => $"asked {asked}, served {Served ?? "nothing yet"}";

    internal void Note(string? version)
    {
        if (!string.IsNullOrEmpty(version))
            Volatile.Write(ref served, version);
    }
}
