using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>"Where is my order?", on Instagram with proof and by email without.</summary>
[Collection(ShopCollection.Name)]
public sealed class OrderStory(ShopInABox shop)
{
    [Fact]
    public async Task On_Instagram_the_customer_proves_the_order_and_hears_all_about_it()
    {
        var order = await shop.ShippedOrderAsync();
        var amy = shop.Contact(ChannelNames.Instagram, "proves-it");

        var ask = await amy.AsksAsync("Where is my order?");
        Assert.Contains("order number", ask, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("email", ask, StringComparison.OrdinalIgnoreCase);

        var answer = await amy.AsksAsync($"{order.Number} and {order.Email}");
        Assert.Contains(order.Number, answer, StringComparison.Ordinal);
        Assert.Contains(order.TrackingNumber!, answer, StringComparison.Ordinal);
        Assert.Contains(order.Carrier!, answer, StringComparison.Ordinal);
        Assert.Contains(Sydney.Spoken(Sydney.DateOf(order.ShippedAt!.Value)), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_email_and_a_wrong_number_get_the_same_refusal()
    {
        var order = await shop.ShippedOrderAsync();
        var wrongEmail = shop.Contact(ChannelNames.Instagram, "wrong-email");
        var wrongNumber = shop.Contact(ChannelNames.Instagram, "wrong-number");

        await wrongEmail.AsksAsync("where is my order");
        await wrongNumber.AsksAsync("where is my order");
        var first = await wrongEmail.AsksAsync($"{order.Number} nobody@example.com");
        var second = await wrongNumber.AsksAsync($"#99999999 {order.Email}");

        Assert.Equal(first, second);
        Assert.DoesNotContain(order.TrackingNumber!, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_tries_in_an_hour_a_person_takes_over()
    {
        var order = await shop.ShippedOrderAsync();
        var guesser = shop.Contact(ChannelNames.Instagram, "guesser");
        await guesser.AsksAsync("where is my order");
        for (var i = 1; i < 5; i++) await guesser.AsksAsync($"{order.Number} guess{i}@example.com");

        var last = await guesser.AsksAsync($"{order.Number} guess5@example.com");

        Assert.Contains("care team", last, StringComparison.Ordinal);
        await using var hub = shop.Hub();
        Assert.True(await hub.Escalations.AnyAsync(e => e.Reason == EscalationReason.ProofFailed && e.Assignee == StaffName.Va));
        // Even the right answer is not taken any more: staff hold the conversation.
        await guesser.SaysAsync($"{order.Number} {order.Email}");
        await StaysSilentAsync(guesser);
    }

    [Fact]
    public async Task By_email_from_the_address_on_the_order_nothing_is_asked_and_the_answer_is_in_the_thread()
    {
        var order = await shop.ShippedOrderAsync();
        var writer = shop.Contact(ChannelNames.Email, order.Email!);

        var answer = await writer.AsksAsync($"Hi, where is my order {order.Number}? Thanks", subject: "My parcel");

        Assert.Contains(order.TrackingNumber!, answer, StringComparison.Ordinal);
        var thread = await writer.ThreadAsync();
        var (asked, reply) = (thread.Last(m => m["from"]!.GetValue<string>() == "contact"), thread.Last(m => m["from"]!.GetValue<string>() == "shop"));
        Assert.Equal(asked["threadId"]!.GetValue<string>(), reply["threadId"]!.GetValue<string>());
        Assert.Equal("Re: My parcel", reply["subject"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_mail_that_only_claims_to_be_from_the_customer_proves_nothing()
    {
        var order = await shop.ShippedOrderAsync();
        await shop.PostAsync("/sandbox/api/messages", new
        {
            channel = "email", from = order.Email, subject = "Forged", text = $"Where is my order {order.Number}?", authentication = "fail",
        });

        await using var hub = shop.Hub();
        var reply = await Eventually.NotNullAsync(
            () => shop.Hub().Messages.FirstOrDefaultAsync(m => m.Author == Author.Assistant && m.Conversation!.Subject == "Forged"), "the mail is answered");
        Assert.DoesNotContain(order.TrackingNumber!, reply.Text, StringComparison.Ordinal);
    }

    /// <summary>Waits until the message has been dealt with, then looks whether anything was said.</summary>
    async Task StaysSilentAsync(Contact contact)
    {
        var before = (await contact.SaidByShopAsync()).Count;
        await Eventually.TrueAsync(async () =>
        {
            await using var hub = shop.Hub();
            return await hub.Turns.AnyAsync(t => t.Outcome == "held by staff" && t.Conversation!.Contact!.Channel == ChannelNames.Instagram);
        }, "the turn is seen and left to staff");
        Assert.Equal(before, (await contact.SaidByShopAsync()).Count);
    }
}
