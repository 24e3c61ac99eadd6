using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Hub;
using MyCavoodle.Tests.Unit.Sandbox;

namespace MyCavoodle.Tests.Unit.Flow;

/// <summary>What deliveries of talk become: messages and turns once, whatever is repeated or waits together.</summary>
public sealed class HearTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task Many_deliveries_share_a_commit_and_a_message_heard_twice_is_one_turn(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        var talk = new Gossip(oneSpeaksForAll: false);
        await HearAsync(hubs, talk, "amy:1:hello", "ben:2:hi", "amy:3:are you there?", "amy:1:hello");
        await HearAsync(hubs, talk, "amy:3:are you there?");

        await using var hub = hubs.CreateDbContext();
        Assert.Equal(["hello", "hi", "are you there?"], await hub.Turns.OrderBy(t => t.Id).Select(t => t.Message!.Text).ToListAsync());
        Assert.Equal(2, await hub.Conversations.CountAsync());
        Assert.Equal(2, await hub.Turns.Select(t => t.Lane).Distinct().CountAsync());
        Assert.True(await hub.Inbox.AllAsync(d => d.State == WorkState.Done));
    }

    [Fact]
    public async Task Where_one_delivery_speaks_for_all_it_is_read_once_and_a_replayed_part_by_itself()
    {
        using var hubs = new TemporaryHub();
        var talk = new Gossip(oneSpeaksForAll: true);
        await HearAsync(hubs, talk, "amy:1:hello", "amy:1:hello#0", "amy:1:hello", "amy:1:hello");

        Assert.Equal(2, talk.Reads);
        await using var hub = hubs.CreateDbContext();
        Assert.True(await hub.Inbox.AllAsync(d => d.State == WorkState.Done));
        Assert.Equal(1, await hub.Turns.CountAsync());
    }

    [Fact]
    public async Task A_name_or_subject_that_no_database_could_hold_is_cleaned()
    {
        using var hubs = new TemporaryHub();
        await HearAsync(hubs, new Gossip(false), "a\0my:1:he\0llo");

        await using var hub = hubs.CreateDbContext();
        Assert.Equal(("hello", "amy"), ((await hub.Messages.SingleAsync()).Text, (await hub.Contacts.SingleAsync()).Name));
    }

    static async Task HearAsync(TemporaryHub hubs, Gossip talk, params string[] bodies)
    {
        await using var hub = hubs.CreateDbContext();
        var deliveries = bodies.Select(body => Delivery.From("gossip", new($"{Guid.NewGuid():n}{(body.Contains('#', StringComparison.Ordinal) ? "#0" : "")}", null, Encoding.UTF8.GetBytes(body)), Now)).ToList();
        hub.Inbox.AddRange(deliveries);
        await hub.SaveChangesAsync();
        await new Hear(new ManualTime(Now)).HearAsync(hub, talk, deliveries, default);
    }

    /// <summary>Deliveries of the form who:key:text.</summary>
    sealed class Gossip(bool oneSpeaksForAll) : ITalk
    {
        public int Reads { get; private set; }
        public string Name => "gossip";
        public bool OneSpeaksForAll => oneSpeaksForAll;

        public ValueTask<VerifiedEnvelope?> VerifyAsync(WebhookRequest request, CancellationToken ct) => throw new NotSupportedException();

        public async IAsyncEnumerable<Inbound> ReadAsync(Delivery delivery, [EnumeratorCancellation] CancellationToken ct)
        {
            Reads++;
            await Task.Yield();
            var said = Encoding.UTF8.GetString(delivery.Body).Split('#')[0].Split(':');
            yield return new InboundMessage("gossip", said[0].Replace("\0", "", StringComparison.Ordinal), said[2], said[1], Now) { Name = said[0], Subject = said[0] };
        }
    }
}
