using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Postgres;

namespace MyCavoodle.Tests.Unit.Hub;

public sealed class StoreTests
{
    [Fact]
    public void The_SQLite_tables_are_those_of_the_model()
    {
        using var hubs = new TemporaryHub();
        using var hub = hubs.CreateDbContext();
        Assert.False(hub.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_PostgreSQL_tables_are_those_of_the_model()
    {
        var options = new DbContextOptionsBuilder<HubContext>();
        options.UsePostgresHub("Host=unused");
        using var hub = new HubContext(options.Options);
        Assert.False(hub.Database.HasPendingModelChanges());
    }

    [PostgresFact]
    public void PostgreSQL_is_there_so_that_what_must_hold_on_both_is_seen_on_both() => Assert.True(Postgres.IsThere);

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task The_same_reply_cannot_be_written_twice(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await using (var hub = hubs.CreateDbContext())
        {
            hub.Contacts.Add(new() { Channel = ChannelNames.Instagram, Address = "1", FirstSeenAt = default });
            await hub.SaveChangesAsync();
            hub.Conversations.Add(new() { ContactId = 1, StartedAt = default });
            await hub.SaveChangesAsync();
            hub.Outbox.Add(Item());
            await hub.SaveChangesAsync();
        }

        await using var again = hubs.CreateDbContext();
        again.Outbox.Add(Item());
        await Assert.ThrowsAsync<DbUpdateException>(() => again.SaveChangesAsync());
    }

    static OutboxItem Item() => new()
    {
        Key = "turn-1", ConversationId = 1, Channel = ChannelNames.Instagram, Text = "Hello", Lane = "conversation-1", CreatedAt = default, DueAt = default,
    };
}
