namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// Which version is served. An unsupported one is not refused: it falls forward to the oldest living one, and only the
/// header X-Shopify-API-Version tells. https://shopify.dev/docs/api/usage/versioning
/// </summary>
static class ApiVersions
{
    public const string Newest = "2026-10";
    const string Oldest = "2026-01";
    static readonly string[] Living = [Oldest, "2026-04", "2026-07", Newest, "2027-01", "unstable"];

    public static string Served(string? asked) => Living.Contains(asked) ? asked! : Oldest;
}
