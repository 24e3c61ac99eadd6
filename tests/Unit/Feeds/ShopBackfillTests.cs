using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>A whole shop, read over the wire.</summary>
public sealed class ShopBackfillTests
{
    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_whole_shop_is_read_with_its_totals_and_reading_it_again_changes_nothing(StoreProvider store)
    {
        await using var shop = await WiredShop.OpenAsync(store, o => (o.Orders, o.Customers) = (600, 80));
        var backfill = shop.Get<ShopBackfill>();
        await backfill.RunAsync(null, default);
        var first = await shop.ReadAsync(Totals.OfAsync);
        await backfill.RunAsync(null, default);

        Assert.Equal(first, await shop.ReadAsync(Totals.OfAsync));
        var graph = shop.Get<ShopifyGraphQl>();
        Assert.Equal((await graph.OrdersCountAsync(null, default), await graph.CustomersCountAsync(null, default)), (first.Orders, first.Customers));
        Assert.True(first.Revenue > 1000);
        Assert.NotNull(await shop.ReadAsync(hub => hub.CursorAsync(ShopPull.Cursor, default)));
    }

    [Fact]
    public async Task A_backfill_that_was_broken_off_goes_on_from_its_last_stored_line()
    {
        await using var shop = await WiredShop.OpenAsync(configure: o => (o.Orders, o.Customers) = (1500, 200));
        using var stop = new CancellationTokenSource();
        List<BackfillProgress> before = [], after = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Get<ShopBackfill>().RunAsync(new Told(p =>
        {
            before.Add(p);
            if (p is { Part: BackfillPart.Orders, Done: > 0 }) stop.Cancel();
        }), stop.Token));
        var stored = await shop.ReadAsync(hub => hub.Orders.CountAsync());
        Assert.InRange(stored, 1, 1499);
        Assert.Null(await shop.ReadAsync(hub => hub.CursorAsync(ShopPull.Cursor, default)));

        await shop.Get<ShopBackfill>().RunAsync(new Told(after.Add), default);

        Assert.All(after, p => Assert.Equal(BackfillPart.Orders, p.Part));
        Assert.True(after.First(p => !p.IsPreparing).Done > stored);
        Assert.Equal(await shop.Get<ShopifyGraphQl>().OrdersCountAsync(null, default), await shop.ReadAsync(hub => hub.Orders.LongCountAsync()));
    }

    [Fact]
    public async Task A_version_the_shop_no_longer_serves_is_warned_of_and_heals()
    {
        await using var old = await WiredShop.OpenAsync(configure: o => (o.Orders, o.Customers) = (50, 10), settings: new() { ["Shopify:ApiVersion"] = "2023-10" });
        await old.Get<ShopPull>().PullAsync(default);
        await old.Get<ShopPull>().PullAsync(default);
        var warned = await old.ReadAsync(hub => hub.Discrepancies.SingleAsync(d => d.Key == "shopify/version"));
        Assert.Contains("asked 2023-10, served 2026-01", warned.Message, StringComparison.Ordinal);
        Assert.Null(warned.HealedAt);

        await using var now = await WiredShop.OpenAsync(configure: o => (o.Orders, o.Customers) = (50, 10));
        await now.Get<ShopPull>().PullAsync(default);
        Assert.False(await now.ReadAsync(hub => hub.Discrepancies.AnyAsync(d => d.Key == "shopify/version")));
    }

    sealed class Told(Action<BackfillProgress> tell) : IProgress<BackfillProgress>
    {
        public void Report(BackfillProgress value) => tell(value);
    }

    sealed record Totals(long Orders, long Customers, int Lines, decimal Revenue, decimal Costs, int Days)
    {
        public static async Task<Totals> OfAsync(HubContext hub) => new(await hub.Orders.LongCountAsync(), await hub.Customers.LongCountAsync(), await hub.OrderLines.CountAsync(),
            await hub.Customers.SumAsync(c => c.TotalRevenue), await hub.Orders.SumAsync(o => o.ProductCost), await hub.DailyFigures.CountAsync());
    }
}
