using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task A_file_that_ends_too_soon_is_read_again()
    {
        await using var shop = await WiredShop.OpenAsync(configure: o => (o.Orders, o.Customers) = (600, 80), between: s => s.AddHttpClient("ShopifyBulkFile")
            .AddHttpMessageHandler(() => new Bent(text => text.LastIndexOf("__parentId", StringComparison.Ordinal) is var at and > 0 ? text[..text.LastIndexOf("\n{", at, StringComparison.Ordinal)] : text)));
        await shop.Get<ShopBackfill>().RunAsync(null, default);
        await using var straight = await shop.BesideAsync(StoreProvider.Sqlite);
        await straight.Get<ShopBackfill>().RunAsync(null, default);
        Assert.Equal(await straight.ReadAsync(Totals.OfAsync), await shop.ReadAsync(Totals.OfAsync));
    }

    [Fact]
    public async Task An_export_whose_file_is_gone_is_not_taken_for_an_empty_shop()
    {
        await using var shop = await WiredShop.OpenAsync(configure: o => (o.Orders, o.Customers) = (600, 80), between: s => s.AddHttpClient("Shopify")
            .AddHttpMessageHandler(() => new Bent(text => Regex.Replace(text, "\"url\":\\s*\"[^\"]+\"", "\"url\":null"))));
        await shop.Get<ShopBackfill>().RunAsync(null, default);
        // Customers are exported first; orders alone would bring them without a time of change.
        Assert.False(await shop.ReadAsync(hub => hub.Customers.AnyAsync(c => c.UpdatedAt == default)));
    }

    [Theory]
    [InlineData("{"), InlineData("null"), InlineData("{\"Part\":17}")]
    public async Task A_note_of_how_far_it_was_that_nobody_can_read_is_no_reason_to_stop(string cursor)
    {
        await using var shop = await WiredShop.OpenAsync(configure: o => (o.Orders, o.Customers) = (600, 80));
        await using (var hub = shop.Hub())
        {
            hub.Cursors.Add(new() { Name = ShopBackfill.Cursor, Value = cursor, MovedAt = default });
            await hub.SaveChangesAsync();
        }
        await shop.Get<ShopPull>().PullAsync(default);
        Assert.Equal(await shop.Get<ShopifyGraphQl>().OrdersCountAsync(null, default), await shop.ReadAsync(hub => hub.Orders.LongCountAsync()));
    }

    /// <summary>Changes the first answer that it can change, as a poor line or a late reader would find it.</summary>
    sealed class Bent(Func<string, string> bend) : DelegatingHandler
    {
        bool isDone;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (isDone) return response;
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var bent = bend(text);
            isDone = bent != text;
            response.Content = new StringContent(bent, System.Text.Encoding.UTF8, "application/json");
            return response;
        }
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
