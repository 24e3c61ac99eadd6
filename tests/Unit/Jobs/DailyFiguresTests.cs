using Microsoft.EntityFrameworkCore;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;
using MyCavoodle.Jobs;
using MyCavoodle.Tests.Unit.Sandbox;

namespace MyCavoodle.Tests.Unit.Jobs;

public sealed class DailyFiguresTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task No_day_is_written_down_before_the_shop_has_been_pulled_to_its_end()
    {
        using var hubs = new TemporaryHub();
        var job = new ComputeDailyFigures(hubs, new(hubs), new ManualTime(Now));
        await using var hub = hubs.CreateDbContext();
        hub.Orders.Add(Order(1));
        await hub.SaveChangesAsync();
        await job.RunAsync(default);
        Assert.False(await hub.DailyFigures.AnyAsync());

        // The rest of that old day comes with the last page.
        hub.Orders.Add(Order(2));
        await hub.MoveCursorAsync(ShopPull.Cursor, "2026-11-22T04:00:00Z", Now, default);
        await hub.SaveChangesAsync();
        await job.RunAsync(default);

        Assert.Equal(2, (await hub.DailyFigures.OrderBy(d => d.Date).FirstAsync()).Orders);
    }

    static Order Order(long id) => new() { ShopifyId = id, Number = $"#{id}", PlacedAt = Now.AddDays(-60), UpdatedAt = Now, Payment = PaymentStatus.Paid, Total = 10 };
}
