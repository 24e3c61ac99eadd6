using MyCavoodle.Understanding.Alarms;
using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Tests.Unit.Understanding.Mood;

public sealed class UrgencyTests
{
    [Theory]
    [InlineData("my dog has a rash after using your shampoo", Urgency.Urgent)]
    [InlineData("this is an emergency", Urgency.Urgent)]
    [InlineData("I need it by tomorrow", Urgency.High)]
    [InlineData("we are flying on friday, will my order get here", Urgency.High)]
    [InlineData("please reply asap", Urgency.High)]
    [InlineData("her birthday is on saturday, will it arrive in time", Urgency.High)]
    [InlineData("this is the third time I write", Urgency.High)]
    [InlineData("nobody answers my emails", Urgency.High)]
    [InlineData("I'll see you in small claims", Urgency.High)]
    [InlineData("you charged me twice", Urgency.High)]
    [InlineData("just ordered, please change the address before it ships", Urgency.High)]
    [InlineData("where is my order", Urgency.Medium)]
    [InlineData("the bottle arrived broken", Urgency.Medium)]
    [InlineData("I want a refund", Urgency.Medium)]
    [InlineData("where is my order, no rush", Urgency.Low)]
    [InlineData("which shampoo is best for a puppy", Urgency.Low)]
    [InlineData("thanks so much!", Urgency.Low)]
    [InlineData("are you open on saturday", Urgency.Low)]
    [InlineData("what is your return policy", Urgency.Low)]
    [InlineData("not urgent, just wondering if you have the brush in pink", Urgency.Low)]
    [InlineData("", Urgency.Low)]
    public void A_message_says_how_soon_somebody_must_look(string message, Urgency expected)
    {
        var plain = PlainText.Of(message);
        Assert.Equal(expected, Book.Of(plain, anger: 0, Alarms.In(plain)).Level);
    }

    [Fact]
    public void Great_anger_is_a_reason_to_look_soon() =>
        Assert.Equal(Urgency.High, Book.Of(PlainText.Of("you people"), anger: 0.9, []).Level);

    static readonly string Words = Path.Combine(RepositoryRoot.Path, "prompts", "offline", "lexicon");
    static readonly UrgencyBook Book = UrgencyBook.Read(Path.Combine(Words, "urgency.txt"));
    static readonly AlarmBook Alarms = AlarmBook.Read(Path.Combine(Words, "alarms.txt"));
}
