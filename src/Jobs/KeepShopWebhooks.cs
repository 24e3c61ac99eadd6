using MyCavoodle.Feeds;

namespace MyCavoodle.Jobs;

/// <summary>Subscribes the shop's webhooks and repairs what became of them. Safe to run twice.</summary>
public sealed class KeepShopWebhooks(ShopWebhooks webhooks)
{
    public Task RunAsync(CancellationToken ct) => webhooks.RepairAsync(ct);
}
