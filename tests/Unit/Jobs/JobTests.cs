using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Jobs;
using MyCavoodle.Tests.Unit.Sandbox;

namespace MyCavoodle.Tests.Unit.Jobs;

/// <summary>Jobs run without a clock, and running one twice is running it once.</summary>
public sealed class JobTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task Every_day_since_the_first_order_has_its_row_and_a_late_refund_changes_it(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await using (var hub = hubs.CreateDbContext())
        {
            hub.Orders.AddRange(Order(1, Now.AddDays(-3), 50m), Order(2, Now, 20m));
            await hub.MoveCursorAsync(MyCavoodle.Feeds.ShopPull.Cursor, "pulled", Now, default);
            await hub.SaveChangesAsync();
        }
        var job = new ComputeDailyFigures(hubs, new ManualTime(Now));
        await job.RunAsync(default);
        await using (var hub = hubs.CreateDbContext())
        {
            hub.Refunds.Add(new() { OrderId = 1, ShopifyId = 1, At = Now.AddDays(-1), Amount = 5m });
            await hub.SaveChangesAsync();
        }

        await job.RunAsync(default);
        await job.RunAsync(default);

        await using var read = hubs.CreateDbContext();
        var days = await read.DailyFigures.OrderBy(d => d.Date).ToListAsync();
        Assert.Equal([50m, 0m, 0m, 20m], days.Select(d => d.Sales));
        Assert.Equal([0m, 0m, 5m, 0m], days.Select(d => d.Refunds));
        Assert.Equal(Sydney.DateOf(Now), days[^1].Date);
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
