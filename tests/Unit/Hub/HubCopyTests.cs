using Microsoft.EntityFrameworkCore;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>A shop that moves takes everything along, wherever it goes and however often the move is broken off.</summary>
public sealed class HubCopyTests
{
    public static TheoryData<StoreProvider, StoreProvider> Ways => Postgres.IsThere
        ? new() { { StoreProvider.Sqlite, StoreProvider.Sqlite }, { StoreProvider.Sqlite, StoreProvider.Postgres }, { StoreProvider.Postgres, StoreProvider.Sqlite }, { StoreProvider.Postgres, StoreProvider.Postgres } }
        : new() { { StoreProvider.Sqlite, StoreProvider.Sqlite } };

    [Theory, MemberData(nameof(Ways))]
    public async Task A_shop_with_rows_in_every_table_arrives_whole(StoreProvider from, StoreProvider to)
    {
        using var source = new TemporaryHub(from);
        using var target = new TemporaryHub(to);
        await FullHub.FillAsync(source);

        var checks = await CopyAsync(source, target);

        Assert.Equal(28, checks.Count);
        Assert.All(checks, c => Assert.True(c is { IsEqual: true, Source.Rows: FullHub.Rows, Target.Rows: FullHub.Rows }, c.Table.Name));
        await using var before = source.CreateDbContext();
        await using var after = target.CreateDbContext();
        var (left, arrived) = (await before.Orders.AsNoTracking().OrderBy(o => o.Id).ToListAsync(), await after.Orders.AsNoTracking().OrderBy(o => o.Id).ToListAsync());
        Assert.Equal(left.Select(Spoken), arrived.Select(Spoken));
        Assert.Equal(await before.Inbox.OrderBy(d => d.Id).Select(d => d.Body).ToListAsync(), await after.Inbox.OrderBy(d => d.Id).Select(d => d.Body).ToListAsync());
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_move_that_is_broken_off_goes_on_where_it_ended(StoreProvider from, StoreProvider to)
    {
        using var source = new TemporaryHub(from);
        using var target = new TemporaryHub(to);
        await FullHub.FillAsync(source);

        var ends = 0;
        foreach (var table in new[] { "Cursors", "Customers", "MirrorChanges", "Orders", "Turns" })
        {
            await Assert.ThrowsAsync<TimeoutException>(() => CopyAsync(source, target, new EndsIn(table, ++ends)));
            await using var hub = target.CreateDbContext();
            Assert.True(await hub.Turns.CountAsync() < FullHub.Rows);
        }

        Assert.All(await CopyAsync(source, target), c => Assert.True(c is { IsEqual: true, Target.Rows: FullHub.Rows }, c.Table.Name));
        // And once more, when there is nothing left to do.
        Assert.All(await CopyAsync(source, target), c => Assert.True(c.IsEqual, c.Table.Name));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task New_rows_get_numbers_that_were_never_given_before(StoreProvider from, StoreProvider to)
    {
        using var source = new TemporaryHub(from);
        using var target = new TemporaryHub(to);
        await using (var hub = source.CreateDbContext())
        {
            hub.Contacts.AddRange(Contact("amy"), Contact("ben"));
            await hub.SaveChangesAsync();
            await hub.Contacts.Where(c => c.Address == "ben").ExecuteDeleteAsync();
        }

        await CopyAsync(source, target);

        await using var moved = target.CreateDbContext();
        var (cem, order) = (Contact("cem"), new Supplier { Name = "First of its kind" });
        moved.AddRange(cem, order);
        await moved.SaveChangesAsync();
        Assert.Equal((3, 1), (cem.Id, order.Id));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Another_shop_s_store_is_left_as_it_is(StoreProvider from, StoreProvider to)
    {
        using var source = new TemporaryHub(from);
        using var target = new TemporaryHub(to);
        await FullHub.FillAsync(source);
        await MeetAsync(target, "stranger");

        await Assert.ThrowsAsync<ForeignHubException>(() => CopyAsync(source, target));

        await using var hub = target.CreateDbContext();
        Assert.Equal((1, 0), (await hub.Contacts.CountAsync(), await hub.Customers.CountAsync()));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_move_does_not_go_on_over_rows_that_have_changed_since(StoreProvider from, StoreProvider to)
    {
        using var source = new TemporaryHub(from);
        using var target = new TemporaryHub(to);
        await FullHub.FillAsync(source);
        await Assert.ThrowsAsync<TimeoutException>(() => CopyAsync(source, target, new EndsIn("Turns", 0)));
        // Neither a count nor a sum shows this.
        await using (var hub = source.CreateDbContext()) await hub.Messages.Where(m => m.Id == 14).ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, "Edited"));

        var refusal = await Assert.ThrowsAsync<ForeignHubException>(() => CopyAsync(source, target));

        Assert.Contains("Messages", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_written_to_the_source_meanwhile_is_found_by_the_check(StoreProvider from, StoreProvider to)
    {
        using var source = new TemporaryHub(from);
        using var target = new TemporaryHub(to);
        await FullHub.FillAsync(source);

        var checks = await CopyAsync(source, target, new Once(CopyStep.Copying, () =>
        {
            using var hub = source.CreateDbContext();
            hub.Orders.Where(o => o.Id == 7).ExecuteUpdate(o => o.SetProperty(x => x.Total, x => x.Total + 0.01m));
        }));

        var different = Assert.Single(checks, c => !c.IsEqual);
        var total = different.Table.Decimals.Index().Single(c => c.Item.Name == "Total").Index;
        Assert.Equal(("Orders", 0.01m), (different.Table.Name, different.Source.Decimals[total] - different.Target.Decimals[total]));
    }

    [Fact]
    public async Task A_backup_of_the_file_can_be_copied_and_a_file_that_is_not_there_is_not_made()
    {
        using var source = new TemporaryHub();
        using var target = new TemporaryHub();
        await FullHub.FillAsync(source);
        var backup = Path.Combine(Path.GetTempPath(), $"mycavoodle_{Guid.NewGuid():n}.db");
        await using (var hub = source.CreateDbContext()) await hub.Database.ExecuteSqlAsync($"VACUUM INTO {backup}");
        try
        {
            StoreOptions from = new() { ConnectionString = $"Data Source={backup};Pooling=False" };
            Assert.All(await StoreMove.RunAsync(from, target.Options, new Once(CopyStep.Copying, () => { }), default), c => Assert.True(c.IsEqual, c.Table.Name));
        }
        finally
        {
            foreach (var file in new[] { backup, backup + "-wal", backup + "-shm" }) File.Delete(file);
        }

        StoreOptions nowhere = new() { ConnectionString = $"Data Source={backup};Pooling=False" };
        await Assert.ThrowsAsync<ForeignHubException>(() => StoreMove.RunAsync(nowhere, target.Options, new Once(CopyStep.Copying, () => { }), default));
        Assert.False(File.Exists(backup));
    }

    [PostgresFact]
    public async Task What_PostgreSQL_cannot_keep_is_left_out_and_still_counts_as_equal()
    {
        using var source = new TemporaryHub();
        using var target = new TemporaryHub(StoreProvider.Postgres);
        await using (var hub = source.CreateDbContext())
        {
            hub.Suppliers.Add(new() { Name = "Soap\0works" });
            hub.AdDays.Add(new() { Date = new(2026, 11, 22), Spend = 1.00005m, ReadAt = new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.Zero).AddTicks(1234567) });
            await hub.SaveChangesAsync();
        }

        Assert.All(await CopyAsync(source, target), c => Assert.True(c.IsEqual, c.Table.Name));

        await using var moved = target.CreateDbContext();
        Assert.Equal("Soapworks", (await moved.Suppliers.SingleAsync()).Name);
        var day = await moved.AdDays.SingleAsync();
        Assert.Equal((1.0001m, 1234560), (day.Spend, day.ReadAt.Ticks % TimeSpan.TicksPerSecond));
    }

    static Task<IReadOnlyList<CopyCheck>> CopyAsync(TemporaryHub from, TemporaryHub to, IProgress<CopyProgress>? progress = null) =>
        StoreMove.RunAsync(from.Options, to.Options, progress ?? new Once(CopyStep.Copying, () => { }), default, page: 3);

    static async Task MeetAsync(TemporaryHub hubs, string who)
    {
        await using var hub = hubs.CreateDbContext();
        hub.Contacts.Add(Contact(who));
        await hub.SaveChangesAsync();
    }

    static Contact Contact(string address) => new() { Channel = ChannelNames.Instagram, Address = address, FirstSeenAt = default };

    static string Spoken(Order o) => $"{o.Id} {o.Number} {o.CustomerId} {o.Email} {o.PlacedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff} {o.PlacedOn} {o.Status} {o.Total + 0.0000m} {o.ShippingCost + 0.0000m} {o.IsTest}";

    /// <summary>The end comes after some pages of a table.</summary>
    sealed class EndsIn(string table, int pages) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value)
        {
            if (value is { Step: CopyStep.Copying } && value.Table == table && value.Rows >= pages * 3) throw new TimeoutException();
        }
    }

    sealed class Once(CopyStep step, Action then) : IProgress<CopyProgress>
    {
        bool done;

        public void Report(CopyProgress value)
        {
            if (done || value.Step != step) return;
            done = true;
            then();
        }
    }
}
