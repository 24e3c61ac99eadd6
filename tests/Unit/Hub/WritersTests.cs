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

    static async Task MeetAsync(TemporaryHub hubs, string who)
    {
        await using var hub = hubs.CreateDbContext();
        hub.Contacts.Add(new() { Channel = ChannelNames.Instagram, Address = who, FirstSeenAt = default });
        await hub.SaveChangesAsync();
    }
}
