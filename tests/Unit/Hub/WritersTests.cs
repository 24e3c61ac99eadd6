using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>SQLite's writers queue in the process, and no writer that vanishes can stop the queue.</summary>
public sealed class WritersTests
{
    [Fact]
    public async Task Many_writers_at_once_all_get_their_turn()
    {
        using var hubs = new TemporaryHub();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => MeetAsync(hubs, $"person-{i}")));
        await using var hub = hubs.CreateDbContext();
        Assert.Equal(50, await hub.Contacts.CountAsync());
    }

    [Fact]
    public async Task A_writer_that_ends_without_a_word_holds_nobody_up()
    {
        using var hubs = new TemporaryHub();
        await using var open = hubs.CreateDbContext();
        await open.Database.OpenConnectionAsync();
        // Disposed of without commit, on a connection that stays open: nothing tells that it is over.
        await using (await open.Database.BeginTransactionAsync()) { }

        await MeetAsync(hubs, "amy").WaitAsync(TimeSpan.FromSeconds(20));
        await MeetAsync(hubs, "ben").WaitAsync(TimeSpan.FromSeconds(20));
        await open.Database.ExecuteSqlAsync($"update \"Contacts\" set \"Name\" = 'still here'");

        await using var hub = hubs.CreateDbContext();
        Assert.Equal(2, await hub.Contacts.CountAsync(c => c.Name == "still here"));
    }

    [Fact]
    public async Task A_writer_whose_commit_fails_makes_room()
    {
        using var hubs = new TemporaryHub();
        await MeetAsync(hubs, "amy");
        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<DbUpdateException>(() => MeetAsync(hubs, "amy"));
        await MeetAsync(hubs, "ben").WaitAsync(TimeSpan.FromSeconds(20));
    }

    [PostgresFact]
    public async Task Writers_of_facts_on_two_machines_wait_for_each_other()
    {
        using var hubs = new TemporaryHub(StoreProvider.Postgres);
        using FactWriter one = new(hubs), other = new(hubs);
        await one.WriteAsync(hub => Task.FromResult(hub.Customers.Add(new() { ShopifyId = 7, CreatedAt = default, UpdatedAt = default })), default);
        await Task.WhenAll(Enumerable.Range(1, 60).Select(i => (i % 2 == 0 ? one : other).WriteAsync(async hub => hub.Orders.Add(new()
        {
            ShopifyId = i, Number = $"#{i}", Customer = await hub.Customers.SingleAsync(), PlacedAt = default, UpdatedAt = default, Payment = PaymentStatus.Paid, Total = 10,
        }), default)));

        await using var read = hubs.CreateDbContext();
        Assert.Equal((60, 600m), ((await read.Customers.SingleAsync()).TotalOrders, (await read.DailyFigures.SingleAsync()).Sales));
    }

    static async Task MeetAsync(TemporaryHub hubs, string who)
    {
        await using var hub = hubs.CreateDbContext();
        hub.Contacts.Add(new() { Channel = ChannelNames.Instagram, Address = who, FirstSeenAt = default });
        await hub.SaveChangesAsync();
    }
}
