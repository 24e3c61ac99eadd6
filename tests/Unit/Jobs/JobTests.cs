using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MyCavoodle.Hub;
using MyCavoodle.Jobs;
using MyCavoodle.Tests.Unit.Sandbox;

namespace MyCavoodle.Tests.Unit.Jobs;

/// <summary>Jobs run without a clock, and running one twice is running it once.</summary>
public sealed class JobTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task Every_day_since_the_first_order_has_its_row_and_a_late_refund_changes_it_at_once(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        using var facts = new FactWriter(hubs);
        await facts.WriteAsync(async hub =>
        {
            hub.Orders.AddRange(Order(1, Now.AddDays(-3), 50m), Order(2, Now, 20m));
            await hub.MoveCursorAsync(MyCavoodle.Feeds.ShopPull.Cursor, "pulled", Now, default);
        }, default);
        var job = new ComputeDailyFigures(hubs, facts, new ManualTime(Now));
        await job.RunAsync(default);
        await job.RunAsync(default);

        await facts.WriteAsync(async hub =>
        {
            var order = await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).SingleAsync(o => o.ShopifyId == 1);
            order.Refunds.Add(new() { ShopifyId = 1, At = Now.AddDays(-1), Amount = 5m });
        }, default);

        await using var read = hubs.CreateDbContext();
        var days = await read.DailyFigures.OrderBy(d => d.Date).ToListAsync();
        Assert.Equal([50m, 0m, 0m, 20m], days.Select(d => d.Sales));
        Assert.Equal([0m, 0m, 5m, 0m], days.Select(d => d.Refunds));
        Assert.Equal(Sydney.DateOf(Now), days[^1].Date);
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task The_nightly_recount_names_a_total_that_somebody_changed_and_puts_it_right(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        using var facts = new FactWriter(hubs);
        await facts.WriteAsync(hub =>
        {
            var amy = new Customer { ShopifyId = 7, CreatedAt = Now, UpdatedAt = Now };
            var order = Order(1, Now.AddDays(-3), 50m);
            order.Customer = amy;
            order.Lines.Add(new() { ShopifyId = 1, ShopifyVariantId = 41, Title = "Shampoo", Quantity = 2, UnitPrice = 25m, UnitCost = 6.5m, Unfulfilled = 2 });
            hub.Add(order);
            hub.Add(new Product { ShopifyVariantId = 41, ShopifyProductId = 4, InventoryItemId = 411, Name = "Shampoo", UpdatedAt = Now });
            return Task.CompletedTask;
        }, default);
        var job = new CheckRollups(hubs, facts, new ManualTime(Now), NullLogger<CheckRollups>.Instance);
        await job.RunAsync(default);
        await using (var hub = hubs.CreateDbContext())
        {
            await hub.Customers.ExecuteUpdateAsync(c => c.SetProperty(x => x.TotalRevenue, 49.99m));
            await hub.Products.ExecuteUpdateAsync(p => p.SetProperty(x => x.Committed, 3));
        }

        await job.RunAsync(default);

        await using var read = hubs.CreateDbContext();
        var runs = await read.Reconciliations.OrderBy(r => r.Id).ToListAsync();
        Assert.Equal([0, 2], runs.Select(r => r.Outdated));
        Assert.Contains("TotalRevenue 49.99 → 50", runs[1].Examples, StringComparison.Ordinal);
        Assert.Equal(50m, (await read.Customers.SingleAsync()).TotalRevenue);
        Assert.Equal(2, (await read.Products.SingleAsync()).Committed);
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task Old_deliveries_are_forgotten_but_dead_and_recent_ones_are_not(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await using (var hub = hubs.CreateDbContext())
        {
            hub.Inbox.AddRange(Delivery("old", 31, d => d.Complete(Now.AddDays(-31))), Delivery("dead", 31, d => d.Bury("why", Now.AddDays(-31))),
                Delivery("recent", 29, d => d.Complete(Now.AddDays(-29))), Delivery("waiting", 31, _ => { }));
            await hub.SaveChangesAsync();
        }

        await new ForgetOldDeliveries(hubs, new ManualTime(Now)).RunAsync(default);

        await using var read = hubs.CreateDbContext();
        Assert.Equal(["dead", "recent", "waiting"], await read.Inbox.Select(d => d.Key).OrderBy(k => k).ToListAsync());
    }

    static Order Order(long id, DateTimeOffset placed, decimal total) =>
        new() { ShopifyId = id, Number = $"#{id}", PlacedAt = placed, UpdatedAt = placed, Total = total, Payment = PaymentStatus.Paid };

    static Delivery Delivery(string key, int daysAgo, Action<Delivery> then)
    {
        var delivery = MyCavoodle.Hub.Delivery.From("meta", new(key, null, []), Now.AddDays(-daysAgo));
        then(delivery);
        return delivery;
    }
}
