using Xunit;

namespace MyCavoodle.Tests.Unit.Assistant;

public sealed class OfflineOrderTests
{
    readonly FrontDesk desk = new();

    [Fact]
    public async Task Number_and_email_are_collected_over_several_messages()
    {
        var both = await desk.AskAsync("where is my order");
        Assert.Contains("order number", both, StringComparison.Ordinal);
        Assert.Contains("email", both, StringComparison.Ordinal);

        var email = await desk.AskAsync("5123");
        Assert.Contains("email", email, StringComparison.Ordinal);
        Assert.DoesNotContain("order number", email, StringComparison.Ordinal);

        AssertTold(await desk.AskAsync("amy@example.com"));
    }

    [Theory]
    [InlineData("wheres my parcel?? 5123 and amy@example.com")]
    [InlineData("order no. 5123, amy@example.com")]
    [InlineData("Hi! My order number is #5123 and my email is amy@example.com. Has it shipped? Cheers, Amy")]
    public async Task All_in_one_message_is_answered_in_one_message(string message) => AssertTold(await desk.AskAsync(message));

    [Fact]
    public async Task A_follow_up_needs_no_new_proof()
    {
        await desk.AskAsync("where is #5123, amy@example.com");
        AssertTold(await desk.AskAsync("and when does it arrive?"));
        AssertTold(await desk.AskAsync("whats the tracking number"));
    }

    [Fact]
    public async Task A_refusal_says_not_which_part_was_wrong_and_the_pair_is_not_tried_again()
    {
        var refused = await desk.AskAsync("where is #5123? ben@example.com");
        Assert.Contains("order number", refused, StringComparison.Ordinal);
        Assert.Contains("email", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("shipped", refused, StringComparison.Ordinal);

        await desk.AskAsync("but where is it??");
        Assert.All(desk.Calls, c => Assert.DoesNotContain("5123", c.Arguments, StringComparison.Ordinal));
        await desk.AskAsync("#5123 ben@example.com");
        Assert.All(desk.Calls, c => Assert.DoesNotContain("5123", c.Arguments, StringComparison.Ordinal));

        AssertTold(await desk.AskAsync("sorry, 5123 and amy@example.com"));
    }

    [Fact]
    public async Task Who_writes_from_their_own_address_proves_nothing_more()
    {
        var own = new FrontDesk { ProvenByAddress = true };
        var answer = await own.AskAsync("where is my order");
        Assert.Contains("#5124", answer, StringComparison.Ordinal);
        Assert.Contains("#5123 (shipped)", answer, StringComparison.Ordinal);
        AssertTold(await own.AskAsync("and #5123?"));
    }

    [Fact]
    public async Task Another_subject_in_between_is_answered_and_the_order_is_not_forgotten()
    {
        await desk.AskAsync("has my order shipped");
        Assert.Contains("$9.95", await desk.AskAsync("how much is shipping"), StringComparison.Ordinal);
        AssertTold(await desk.AskAsync("it's #5123, amy@example.com"));
    }

    [Fact]
    public async Task The_same_question_is_never_asked_in_the_same_words_twice_in_a_row()
    {
        var last = "";
        for (var i = 0; i < 5; i++)
        {
            var answer = await desk.AskAsync("where is my order");
            Assert.NotEqual(last, answer);
            last = answer;
        }
    }

    [Theory]
    [InlineData("the 500 ml please")]
    [InlineData("my phone is 0412 345 678")]
    [InlineData("i paid $5123.00")]
    [InlineData("since 2026-11-01")]
    public async Task Other_numbers_are_no_order_numbers(string message)
    {
        await desk.AskAsync("where is my order");
        await desk.AskAsync(message);
        Assert.All(desk.Calls, c => Assert.DoesNotContain("orderNumber", c.Arguments, StringComparison.Ordinal));
    }

    static void AssertTold(string answer)
    {
        foreach (var fact in new[] { "#5123", "Australia Post", "33ABC0001", "https://auspost.example/33ABC0001", "Thu 19 Nov 2026" })
            Assert.Contains(fact, answer, StringComparison.Ordinal);
    }
}
