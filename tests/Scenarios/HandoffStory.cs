using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>Complaints and calls for a person: who takes over, who is told, and that the assistant then keeps silent.</summary>
[Collection(ShopCollection.Name)]
public sealed class HandoffStory(ShopInABox shop)
{
    [Theory]
    [InlineData("harm", "My dog got a terrible rash after using your shampoo and is at the vet", EscalationReason.HarmToAnimal, StaffName.Bella, "Our founder Bella")]
    [InlineData("legal", "I will talk to my lawyer and to Fair Trading about this", EscalationReason.Legal, StaffName.Bella, "Our founder Bella")]
    [InlineData("press", "I'm a journalist writing a story about dog shampoos, who can I interview?", EscalationReason.Press, StaffName.Bella, "Our founder Bella")]
    [InlineData("complaint", "This is the worst service ever, I am really disappointed", EscalationReason.Complaint, StaffName.Va, "care team")]
    [InlineData("person", "can I talk to a real person please", EscalationReason.AskedForPerson, StaffName.Va, "care team")]
    public async Task The_right_person_takes_over_the_customer_is_told_and_Bella_too(string why, string words, EscalationReason reason, StaffName assignee, string told)
    {
        var customer = shop.Contact(ChannelNames.Instagram, $"handoff-{why}");
        var bella = shop.Bella;
        await bella.CatchUpAsync();

        var answer = await customer.AsksAsync(words);

        Assert.Contains(told, answer, StringComparison.Ordinal);
        // By when: a Sydney day is named.
        Assert.Matches(@"(Mon|Tue|Wed|Thu|Fri) \d{1,2} \w{3} 20\d\d", answer);
        await using var hub = shop.Hub();
        var escalation = await hub.Escalations.Include(e => e.Conversation).OrderByDescending(e => e.Id).FirstAsync(e => e.Reason == reason);
        Assert.Equal((assignee, ConversationState.Open, assignee), (escalation.Assignee, escalation.Conversation!.State, escalation.Conversation.Assignee!.Value));
        await Eventually.TrueAsync(async () => (await bella.SaidByShopAsync()).Any(m => m["text"]!.GetValue<string>().Contains($"/desk/conversations/{escalation.ConversationId}", StringComparison.Ordinal)),
            "Bella gets a Telegram message with a link to the desk");
    }
}
