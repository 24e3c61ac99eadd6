using Microsoft.Extensions.Logging;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Shopify answers a version that is no longer supported with its oldest living one, without an error, and fields vanish.
/// Whether that happens is looked at after every pull, warned of once and told by doctor.
/// <see href="https://shopify.dev/docs/api/usage/versioning"/>
/// </summary>
public sealed partial class ShopVersion(ShopifyGraphQl shop, TimeProvider time, ILogger<ShopVersion> logger)
{
    const string Key = "shopify/version";

    /// <summary>Becomes true with the caller's save.</summary>
    public async Task LookAsync(HubContext hub, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (shop.Version.IsServedAsAsked)
            await hub.HealAsync(Key, now, ct);
        else if (await hub.ReportAsync(Key, $"Shopify no longer serves the API version that is asked for ({shop.Version}): facts may be missing. Set Shopify:ApiVersion to a living version.", now, ct))
            LogFallenForward(logger, shop.Version.Asked, shop.Version.Served);
    }

    [LoggerMessage(LogLevel.Warning, "Shopify was asked for API version {Asked} and serves {Served}: facts may be missing. Set Shopify:ApiVersion to a living version")]
    static partial void LogFallenForward(ILogger logger, string asked, string? served);
}
