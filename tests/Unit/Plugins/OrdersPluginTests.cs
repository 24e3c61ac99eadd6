using MyCavoodle.Assistant;
using MyCavoodle.Hub;
using MyCavoodle.Plugins;

namespace MyCavoodle.Tests.Unit.Plugins;

/// <summary>Nobody hears of an order that is not theirs, not even that it exists.</summary>
public sealed class OrdersPluginTests : IDisposable
{
    readonly TemporaryHub hubs = new();

    public OrdersPluginTests()
    {
        using var hub = hubs.CreateDbContext();
        hub.Customers.AddRange(Customer(1, "amy@example.com"), Customer(2, "ben@example.com"));
        hub.SaveChanges();
        hub.Orders.AddRange(Order(1042, 1, "amy@example.com"), Order(1043, 1, "amy@example.com"), Order(2000, 2, "ben@example.com"));
        hub.SaveChanges();
    }

    [Fact]
    public async Task Number_and_email_together_are_proof_in_any_spelling()
    {
        var notes = new TurnNotes();
        var answer = await FindAsync("order no. 1042", " AMY@example.com ", notes: notes);
        Assert.Equal("found", answer.Outcome);
        Assert.Equal("#1042", Assert.Single(answer.Orders).Number);
        Assert.NotNull(notes.ProvenCustomerId);
    }

    [Theory]
    [InlineData(null, null, "order_number,email")]
    [InlineData("1042", null, "email")]
    [InlineData(null, "amy@example.com", "order_number")]
    public async Task What_is_missing_is_asked_for(string? number, string? email, string missing) =>
        Assert.Equal(missing, string.Join(',', (await FindAsync(number, email)).Missing));

    [Fact]
    public async Task A_wrong_email_a_wrong_number_and_somebody_else_s_order_get_the_same_answer()
    {
        var answers = new[] { await FindAsync("1042", "ben@example.com"), await FindAsync("9999", "amy@example.com"), await FindAsync("2000", "amy@example.com") };
        Assert.All(answers, answer => Assert.Equal(OrderAnswer.Refused, answer));
    }

    [Fact]
    public async Task A_proven_customer_sees_their_own_orders_and_nobody_else_s()
    {
        Assert.Equal(2, (await FindAsync(null, null, proven: 1)).Orders.Count);
        Assert.Equal("#1043", Assert.Single((await FindAsync("1043", null, proven: 1)).Orders).Number);
        Assert.Equal(OrderAnswer.None, await FindAsync("2000", null, proven: 1));
        // A proven customer who guesses at another's email is guessing like anybody else.
        Assert.Equal(OrderAnswer.Refused, await FindAsync("2000", "amy@example.com", proven: 1));
    }

    [Fact]
    public async Task The_fifth_wrong_try_within_an_hour_calls_a_person_and_the_right_one_is_not_taken_any_more()
    {
        for (var i = 1; i < ProofAttempt.Limit; i++) Assert.Equal("refused", (await FindAsync("1042", $"guess{i}@example.com")).Outcome);
        var notes = new TurnNotes();
        Assert.Equal("too_many_tries", (await FindAsync("1042", "guess5@example.com", notes: notes)).Outcome);
        Assert.Equal(EscalationReason.ProofFailed, notes.Escalation!.Reason);
        Assert.Equal("too_many_tries", (await FindAsync("1042", "amy@example.com")).Outcome);
    }

    [Fact]
    public async Task Guesses_of_one_turn_count_like_those_of_many()
    {
        await using var hub = hubs.CreateDbContext();
        var notes = new TurnNotes();
        var plugin = new OrdersPlugin(hub, new(ChannelNames.Instagram, 7, 1, null, null), notes, TimeProvider.System);
        for (var i = 0; i < ProofAttempt.Limit; i++) await plugin.FindOrderAsync("1042", $"guess{i}@example.com");
        Assert.Equal("too_many_tries", (await plugin.FindOrderAsync("1042", "amy@example.com")).Outcome);
        Assert.Equal(EscalationReason.ProofFailed, notes.Escalation!.Reason);
    }

    [Fact]
    public async Task An_order_bought_as_a_guest_is_told_and_proves_nobody()
    {
        await using (var hub = hubs.CreateDbContext())
        {
            hub.Orders.Add(new() { ShopifyId = 3000, Number = "#3000", Email = "guest@example.com", PlacedAt = default, UpdatedAt = default });
            await hub.SaveChangesAsync();
        }
        var notes = new TurnNotes();
        Assert.Equal("found", (await FindAsync("3000", "guest@example.com", notes: notes)).Outcome);
        Assert.Null(notes.ProvenCustomerId);
    }

    async Task<OrderAnswer> FindAsync(string? number, string? email, long? proven = null, TurnNotes? notes = null)
    {
        await using var hub = hubs.CreateDbContext();
        var caller = new Caller(ChannelNames.Instagram, ContactId: 7, ConversationId: 1, Staff: null, ProvenCustomerId: proven);
        var answer = await new OrdersPlugin(hub, caller, notes ?? new TurnNotes(), TimeProvider.System).FindOrderAsync(number, email);
        await hub.SaveChangesAsync();
        return answer;
    }

    static Customer Customer(long id, string email) => new() { ShopifyId = id, Email = email, CreatedAt = default, UpdatedAt = default };

    static Order Order(long number, long customer, string email) => new()
    {
        ShopifyId = number, Number = $"#{number}", CustomerId = customer, Email = email, PlacedAt = default, UpdatedAt = default, Status = OrderStatus.Shipped,
    };

    public void Dispose() => hubs.Dispose();
}
