using MyCavoodle.Feeds;

namespace MyCavoodle.Jobs;

/// <summary>Compares the hub with the shop's own listing and fetches what webhooks did not bring. Safe to run twice.</summary>
public sealed class ReconcileShop(ShopReconciliation shop)
{
    public Task RunAsync(CancellationToken ct) => shop.RunAsync(ct);
}
