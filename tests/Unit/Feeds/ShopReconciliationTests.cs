using Microsoft.EntityFrameworkCore;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>What no webhook brought.</summary>
public sealed class ShopReconciliationTests
{
    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_product_whose_deletion_was_not_told_is_offered_no_more_and_an_order_nobody_told_of_is_fetched(StoreProvider store)
    {
        await using var shop = await WiredShop.OpenAsync(store, o => (o.Orders, o.Customers) = (60, 20));
        await shop.Get<ShopBackfill>().RunAsync(null, default);
        var (product, order) = await shop.ReadAsync(async hub => ((await hub.Products.OrderBy(p => p.Id).FirstAsync()).ShopifyProductId, (await hub.Orders.OrderBy(o => o.PlacedAt).FirstAsync()).ShopifyId));
        using var gone = await shop.Bench.Http.DeleteAsync($"sandbox/api/shop/products/{product}");
        gone.EnsureSuccessStatusCode();
        await shop.Get<FactWriter>().WriteAsync(async hub =>
            hub.Remove(await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).SingleAsync(o => o.ShopifyId == order)), default);

        await shop.Get<ShopReconciliation>().RunAsync(default);

        Assert.False(await shop.ReadAsync(hub => hub.Products.AnyAsync(p => p.ShopifyProductId == product && p.Active)));
        Assert.True(await shop.ReadAsync(hub => hub.Orders.AnyAsync(o => o.ShopifyId == order)));
        var runs = await shop.ReadAsync(hub => hub.Reconciliations.ToDictionaryAsync(r => r.What));
        Assert.Equal((1, 0), (runs["orders"].Missing, runs["orders"].Outdated));
        Assert.Equal((0, 1), (runs["products"].Missing, runs["products"].Outdated));
        await using var hub = shop.Hub();
        Assert.Empty(await RecountInSql.DifferencesAsync(hub));
    }
}
