using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;
using MyCavoodle.Jobs;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>
/// A busy time of the shop whose webhooks come twice, in any order, or not at all. MYCAVOODLE_EVENTS says how many
/// changes there are: 250 unless it is set. Each makes about three webhooks.
/// </summary>
public sealed class LostPostTests
{
    static readonly int Events = int.TryParse(Environment.GetEnvironmentVariable("MYCAVOODLE_EVENTS"), CultureInfo.InvariantCulture, out var events) ? events : 250;
    const int AtOnce = 5;
    const double Lost = 0.2;

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task After_reconciling_the_hub_is_the_shop_to_the_cent_whatever_became_of_the_post(StoreProvider store)
    {
        // The emulator's clock stands still while we read, and with it its limits: they are out of the way here.
        await using var shop = await WiredShop.OpenAsync(store, o => (o.Orders, o.Customers, o.ShopifyBucketSize, o.ShopifyPoints) = (400, 60, 1_000_000, 1_000_000_000));
        await shop.Get<ShopBackfill>().RunAsync(null, default);
        shop.Get<PublicAddress>().Root = shop.Bench.Bot.Url;
        await shop.Get<ShopWebhooks>().RepairAsync(default);
        var post = await BusyTimeAsync(shop);

        var dice = new Random(7);
        var delivered = post.Where(_ => dice.NextDouble() >= Lost).SelectMany(d => new[] { d, d }).ToArray();
        dice.Shuffle(delivered);
        foreach (var delivery in delivered) await shop.AbsorbAsync(delivery);

        await shop.Get<ShopReconciliation>().RunAsync(default);
        await shop.Get<ShopPull>().PullAsync(default);

        var runs = await shop.ReadAsync(hub => hub.Reconciliations.ToListAsync());
        Assert.True(runs.Single(r => r.What == "orders") is var orders && orders.Missing + orders.Outdated > 0);
        Assert.Contains(runs, r => r.What == "products");
        await using var fresh = await shop.BesideAsync(store);
        await fresh.Get<ShopBackfill>().RunAsync(null, default);
        Assert.Equal(await fresh.ReadAsync(Picture), await shop.ReadAsync(Picture));
        await AssertTotalsAsync(shop);
    }

    /// <summary>Every webhook of so many random changes, a few of them within one second each time.</summary>
    static async Task<List<Delivery>> BusyTimeAsync(WiredShop shop)
    {
        for (var i = 0; i < Events / AtOnce; i++)
        {
            await shop.Bench.PostAsync("sandbox/api/shop/activity", new JsonObject { ["events"] = AtOnce, ["seed"] = i });
            shop.Bench.Time.Advance(TimeSpan.FromMilliseconds(400));
        }
        List<Delivery> post = [];
        while (post.Count < shop.Bench.World.Courier.Log.Count(d => d.Provider == "shopify"))
        {
            var received = await shop.Bench.Bot.NextAsync(r => r.Path.EndsWith("shopify", StringComparison.Ordinal));
            post.Add(await shop.VerifiedAsync(received));
        }
        return post;
    }

    /// <summary>Whatever the figures and the assistant go by; ids of our own and times of reading left out.</summary>
    static async Task<List<string>> Picture(HubContext hub) =>
    [
        .. (await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).Include(o => o.Customer).AsSplitQuery().OrderBy(o => o.ShopifyId).ToListAsync()).Select(o =>
            FormattableString.Invariant($"{o.Number} {o.Customer?.ShopifyId} {o.Email} {o.PlacedAt:O} {o.UpdatedAt:O} {o.Status} {o.Payment} {o.Total:0.00} {o.Shipping:0.00} {o.Discount:0.00} {o.Refunded:0.00} {o.ProductCost:0.00} {o.IsTest} {o.TrackingNumber} | ")
            + string.Join(';', o.Lines.OrderBy(l => l.ShopifyId).Select(l => FormattableString.Invariant($"{l.ShopifyId} {l.ShopifyVariantId} {l.Sku} {l.Quantity} {l.Unfulfilled} {l.UnitPrice:0.00} {l.UnitCost:0.00}")))
            + " | " + string.Join(';', o.Refunds.OrderBy(r => r.ShopifyId).Select(r => FormattableString.Invariant($"{r.ShopifyId} {r.On} {r.Amount:0.00}")))),
        .. (await hub.Customers.OrderBy(c => c.ShopifyId).ToListAsync()).Select(c =>
            FormattableString.Invariant($"{c.ShopifyId} {c.Email} {c.SharedEmail} {c.FirstName} {c.LastName} {c.Phone} {c.UpdatedAt:O} {c.TotalOrders} {c.TotalRevenue:0.00} {c.FirstOrderOn} {c.LastOrderOn}")),
        .. (await hub.Products.OrderBy(p => p.ShopifyVariantId).ToListAsync()).Select(p =>
            FormattableString.Invariant($"{p.ShopifyVariantId} {p.Sku} {p.Active} {p.Available} {p.Committed} {p.CostPrice:0.00} {p.RetailPrice:0.00}")),
        .. (await hub.DailyFigures.OrderBy(d => d.Date).ToListAsync()).Select(d =>
            FormattableString.Invariant($"{d.Date} {d.Sales:0.00} {d.Refunds:0.00} {d.Orders} {d.ItemsSold} {d.NewCustomers} {d.ProductCost:0.00}")),
    ];

    static async Task AssertTotalsAsync(WiredShop shop)
    {
        await using (var hub = shop.Hub()) Assert.Empty(await RecountInSql.DifferencesAsync(hub));
        await new CheckRollups(shop.Hubs, shop.Get<FactWriter>(), TimeProvider.System, NullLogger<CheckRollups>.Instance).RunAsync(default);
        Assert.Equal(0, await shop.ReadAsync(hub => hub.Reconciliations.Where(r => r.What == "rollups").Select(r => r.Outdated).SingleAsync()));
    }
}
