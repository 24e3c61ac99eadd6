using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>A provider in trouble: the reply waits, is tried again, and in the end is a matter for a person.</summary>
[Collection(ShopCollection.Name)]
public sealed class TroubleStory(ShopInABox shop)
{
    [Fact]
    public async Task A_reply_that_fails_twice_arrives_at_the_third_try_and_once()
    {
        await shop.PostAsync("/sandbox/api/faults", new { provider = "meta", kind = "status", status = 500, times = 2, path = "/messages" });
        var customer = shop.Contact(ChannelNames.Messenger, "patient");

        var answer = await customer.AsksAsync("how much is shipping?");

        Assert.Contains("$9.95", answer, StringComparison.Ordinal);
        Assert.Single(await customer.SaidByShopAsync());
    }

    [Fact]
    public async Task A_reply_that_cannot_be_delivered_is_kept_with_its_reason_and_staff_take_over()
    {
        await shop.PostAsync("/sandbox/api/faults", new { provider = "meta", kind = "status", status = 500, path = "/messages" });
        try
        {
            await shop.Contact(ChannelNames.Messenger, "unlucky").SaysAsync("how much is shipping?");

            var dead = await Eventually.NotNullAsync(async () =>
            {
                await using var hub = shop.Hub();
                return await hub.Outbox.Include(o => o.Conversation).OrderByDescending(o => o.Id)
                    .FirstOrDefaultAsync(o => o.State == WorkState.Dead && o.Channel == ChannelNames.Messenger);
            }, "the reply is a dead letter", TimeSpan.FromSeconds(40));
            Assert.Equal(1 + WorkItem.Retries, dead.Attempts);
            Assert.False(string.IsNullOrWhiteSpace(dead.Reason));
            Assert.Equal((ConversationState.Open, StaffName.Va), (dead.Conversation!.State, dead.Conversation.Assignee!.Value));
        }
        finally
        {
            (await shop.Http.DeleteAsync("/sandbox/api/faults")).EnsureSuccessStatusCode();
        }
    }
}
