using MyCavoodle.Understanding.Learning;
using Xunit;

namespace MyCavoodle.Tests.Unit.Understanding.Learning;

/// <summary>What people type and what is read, seen through a classifier, which is all the others can see.</summary>
public sealed class MisspellingTests
{
    static readonly TextClassifier Learned = TextClassifier.Learn(
    [
        new("I want my mattress delivered", "mattress"), new("which mattress is soft", "mattress"), new("show me a mattress", "mattress"),
        new("what warranty do I get", "warranty"), new("is there a warranty", "warranty"), new("warranty details", "warranty"),
        new("do you take my pincode", "pincode"), new("pincode check", "pincode"), new("is my pincode served", "pincode"),
        new("give me a refund", "refund"), new("I need a refund", "refund"), new("refund please", "refund"),
    ]);

    [Theory]
    [InlineData("matress", "mattress")]
    [InlineData("matterss", "mattress")]
    [InlineData("warrnaty", "warranty")]
    [InlineData("WARANTY???", "warranty")]
    [InlineData("amttress", "mattress")]
    [InlineData("refundplease", "refund")]
    [InlineData("reffund", "refund")]
    public void A_slip_of_the_fingers_is_read_as_the_word_that_was_meant(string typed, string label) => Assert.Equal(label, Learned.Classify(typed).Label);

    [Theory]
    [InlineData("reimburse me", "refund")]
    [InlineData("I want my money back", "refund")]
    [InlineData("postcode", "pincode")]
    public void A_word_never_seen_is_understood_by_those_of_like_meaning(string typed, string label) => Assert.Equal(label, Learned.Classify(typed).Label);

    [Theory]
    [InlineData("paisa wapas chahiye", "refund")]
    [InlineData("plzz refnd", "refund")]
    public void Shorthand_and_typed_Hindi_are_written_out(string typed, string label) => Assert.Equal(label, Learned.Classify(typed).Label);

    [Fact]
    public void Evidence_names_the_words_as_they_were_typed() =>
        Assert.Equal(["wheres", "my", "refnud"], Learned.Explain("wheres my refnud", "refund").Select(e => e.Word));
}
