using MyCavoodle.Feeds;

namespace MyCavoodle.Jobs;

/// <summary>Brings products, stock, customers and orders up to date with the shop, from where the last pull ended. Safe to run twice.</summary>
public sealed class PullShop(ShopPull shop)
{
    public Task RunAsync(CancellationToken ct) => shop.PullAsync(ct);
}
