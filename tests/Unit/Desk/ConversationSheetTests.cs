using Microsoft.EntityFrameworkCore;
using MyCavoodle.Bot.Desk;
using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Desk;

public sealed class ConversationSheetTests : IDisposable
{
    readonly DeskBench bench = new();

    [Theory]
    [InlineData(null, "waiting")]
    [InlineData("The account is closed.", "failed")]
    public async Task A_reply_shows_where_it_stands(string? trouble, string expected)
    {
        var conversation = await bench.HeardAsync("amy");
        await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va);
        await using (var hub = bench.Hubs.CreateDbContext())
        {
            var item = await hub.Outbox.SingleAsync();
            if (trouble is not null) item.Bury(trouble, DeskBench.Now);
            await hub.SaveChangesAsync();
        }

        var lines = (await bench.Sheets.ReadAsync(conversation.Id, 50))!.Lines;

        Assert.Null(lines[0].Sending);
        Assert.Equal(expected == "failed" ? WorkState.Dead : WorkState.Waiting, lines[1].Sending!.State);
        Assert.Equal(trouble, lines[1].Sending!.Reason);
        Assert.Equal(trouble is not null, lines[1].Sending!.DeadId is not null);
    }

    [Fact]
    public async Task A_long_reply_is_sent_when_all_its_parts_are()
    {
        var conversation = await bench.HeardAsync("amy");
        await bench.Desk.ReplyAsync(conversation.Id, conversation.Version, "staff-1", "Hi", StaffName.Va);
        await using (var hub = bench.Hubs.CreateDbContext())
        {
            (await hub.Outbox.SingleAsync()).Sent("p-1", DeskBench.Now);
            hub.Outbox.Add(new() { Key = "staff-1-2", ConversationId = conversation.Id, Channel = "instagram", Text = "there", Lane = "l", CreatedAt = DeskBench.Now, DueAt = DeskBench.Now });
            await hub.SaveChangesAsync();
        }

        Assert.Equal(WorkState.Waiting, (await bench.Sheets.ReadAsync(conversation.Id, 50))!.Lines[1].Sending!.State);
    }

    [Fact]
    public async Task A_customer_known_by_address_alone_is_called_not_proven()
    {
        var conversation = await bench.HeardAsync("amy@example.com", channel: ChannelNames.Email);
        await AmyAsync();

        var known = (await bench.Sheets.ReadAsync(conversation.Id, 50))!.Customer!;

        Assert.Equal((Proof.MatchesByEmail, "Amy", "#1042"), (known.Proof, known.Customer.FirstName, Assert.Single(known.Orders).Number));
    }

    [Fact]
    public async Task A_proof_counts_for_a_day()
    {
        var conversation = await bench.HeardAsync("amy");
        var amy = await AmyAsync();
        await using (var hub = bench.Hubs.CreateDbContext())
        {
            (await hub.Conversations.SingleAsync()).Prove(amy, DeskBench.Now);
            await hub.SaveChangesAsync();
        }
        Assert.Equal(Proof.Proven, (await bench.Sheets.ReadAsync(conversation.Id, 50))!.Customer!.Proof);

        bench.Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(Proof.ProofExpired, (await bench.Sheets.ReadAsync(conversation.Id, 50))!.Customer!.Proof);
    }

    [Fact]
    public async Task Nobody_is_taken_for_a_customer_without_reason()
    {
        var conversation = await bench.HeardAsync("amy@example.com");
        await AmyAsync();

        Assert.Null((await bench.Sheets.ReadAsync(conversation.Id, 50))!.Customer);
        Assert.Null(await bench.Sheets.ReadAsync(4711, 50));
    }

    async Task<long> AmyAsync()
    {
        await using var hub = bench.Hubs.CreateDbContext();
        var amy = new Customer { ShopifyId = 1, Email = "amy@example.com", FirstName = "Amy", CreatedAt = DeskBench.Now, UpdatedAt = DeskBench.Now };
        hub.Orders.Add(new() { ShopifyId = 2, Number = "#1042", Customer = amy, PlacedAt = DeskBench.Now, UpdatedAt = DeskBench.Now });
        await hub.SaveChangesAsync();
        return amy.Id;
    }

    public void Dispose() => bench.Dispose();
}
