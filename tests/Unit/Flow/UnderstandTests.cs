using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using MyCavoodle.Bot.Desk;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Flow;

/// <summary>Every message is read at once, whoever answers it; what the model reads otherwise waits for a person.</summary>
public sealed class UnderstandTests : IDisposable
{
    readonly FlowBench bench = new();

    public void Dispose() => bench.Dispose();

    async Task<Reading> AnsweredAsync(string text)
    {
        await bench.HeardAsync("amy", text);
        await bench.Turns.StartAsync(default);
        await bench.UntilAsync(hub => hub.Turns.AnyAsync(t => t.State == WorkState.Done));
        await bench.Turns.StopAsync(default);
        return await bench.ReadAsync(hub => hub.Readings.Include(r => r.Inquiry).SingleAsync());
    }

    [Fact]
    public async Task What_is_read_goes_beside_the_message_into_the_inquiry_and_into_the_prompt()
    {
        var reading = await AnsweredAsync("this is the third time I ask, where the hell is order #5123??");

        Assert.StartsWith("order_status", reading.Intents, StringComparison.Ordinal);
        Assert.Equal((InquiryCategory.Shipping, Urgency.High, "en", "order number 5123"), (reading.Category, reading.Urgency, reading.Language, reading.Slots));
        Assert.True(reading.Sentiment < 0);
        Assert.Contains("third time", reading.Evidence, StringComparison.Ordinal);
        Assert.Equal((reading.Category, reading.Urgency, reading.Sentiment, reading.Slots),
            (reading.Inquiry!.Category, reading.Inquiry.Urgency, reading.Inquiry.SentimentScore, reading.Inquiry.Slots));
        Assert.Contains("category Shipping, urgency High", bench.Model.Instructions, StringComparison.Ordinal);
        Assert.False(reading.NeedsReview);
    }

    [Fact]
    public async Task What_the_model_notes_otherwise_waits_for_a_review_that_settles_the_inquiry()
    {
        bench.Model.Call = new("call-1", "note_reading", new Dictionary<string, object?> { ["category"] = "Returns", ["urgency"] = "High", ["sentiment"] = -4 });
        var reading = await AnsweredAsync("where is my order?");

        Assert.Equal("category Returns instead of Shipping; urgency High instead of Medium; sentiment −4 instead of 0", reading.Disagreement);
        var desk = new Disagreements(bench.Hubs, bench.Time);
        Assert.Equal(1, await desk.CountAsync());
        Assert.Equal("where is my order?", Assert.Single(await desk.ReadAsync()).Text);

        Assert.Equal(Deed.Done, await desk.ReviewAsync(reading.Id, modelWasRight: true, StaffName.Va));

        Assert.Equal(Deed.Gone, await desk.ReviewAsync(reading.Id, modelWasRight: false, StaffName.Bella));
        var inquiry = await bench.ReadAsync(hub => hub.Inquiries.SingleAsync());
        Assert.Equal((InquiryCategory.Returns, Urgency.High, -4), (inquiry.Category, inquiry.Urgency, inquiry.SentimentScore));
    }

    [Fact]
    public async Task Harm_that_the_model_passes_over_is_noted()
    {
        var reading = await AnsweredAsync("after the bath with your shampoo my dog broke out in hives and cant stop scratching");

        Assert.Equal(Urgency.Urgent, reading.Urgency);
        Assert.Equal("no person was called for possible harm to an animal", reading.Disagreement);
    }

    [Fact]
    public async Task What_is_written_to_staff_is_read_too()
    {
        var turn = await bench.HeardAsync("amy", "any news? I need it by friday");
        await bench.ChangeAsync(async hub => (await hub.Conversations.SingleAsync(c => c.Id == turn.ConversationId)).HandOff(StaffName.Va));
        await bench.Turns.StartAsync(default);
        await bench.UntilAsync(hub => hub.Turns.AnyAsync(t => t.State == WorkState.Done));
        await bench.Turns.StopAsync(default);

        Assert.Equal(Urgency.High, (await bench.ReadAsync(hub => hub.Readings.SingleAsync())).Urgency);
        Assert.Equal(0, bench.Model.Asked);
    }

    [Fact]
    public async Task Who_is_erased_is_named_in_no_reading()
    {
        await AnsweredAsync("it's Amy, order 5123, amy@example.com");
        await bench.ChangeAsync(async hub =>
        {
            var customer = new Customer { ShopifyId = 1, Email = "amy@example.com", CreatedAt = FlowBench.Now, UpdatedAt = FlowBench.Now };
            hub.Customers.Add(customer);
            await hub.SaveChangesAsync();
            (await hub.Conversations.SingleAsync()).Prove(customer.Id, FlowBench.Now);
            await hub.SaveChangesAsync();
            await hub.EraseAsync(customer, FlowBench.Now, default);
        });

        var reading = await bench.ReadAsync(hub => hub.Readings.Include(r => r.Inquiry).SingleAsync());
        Assert.Equal((null, null, null), (reading.Slots, reading.Evidence, reading.Inquiry!.Slots));
    }
}
