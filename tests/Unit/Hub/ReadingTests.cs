using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>What a reading does to its inquiry, and what happens when the language model reads the message otherwise.</summary>
public sealed class ReadingTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    static Inquiry Asked() => new() { ConversationId = 1, Platform = Platform.Instagram, Message = "where is it", CreatedAt = Now };

    static Reading Of(InquiryCategory category, Urgency urgency = Urgency.Low, int sentiment = 0, string? slots = null) => new()
    {
        MessageId = 1, ConversationId = 1, Intents = "", IsSure = true, OutOfScope = 0, Category = category, Urgency = urgency, Sentiment = sentiment, Language = "en", Slots = slots,
    };

    [Fact]
    public void The_latest_message_tells_what_an_inquiry_is_about_and_thanks_changes_nothing()
    {
        var inquiry = Asked();
        inquiry.Understand(Of(InquiryCategory.Shipping, sentiment: -2));
        inquiry.Understand(Of(InquiryCategory.Returns));
        inquiry.Understand(Of(InquiryCategory.General, sentiment: 3));

        Assert.Equal((InquiryCategory.Returns, 3), (inquiry.Category, inquiry.SentimentScore));
    }

    [Fact]
    public void Urgency_rises_and_never_falls()
    {
        var inquiry = Asked();
        inquiry.Understand(Of(InquiryCategory.Complaints, Urgency.High));
        inquiry.Understand(Of(InquiryCategory.Complaints, Urgency.Low));

        Assert.Equal(Urgency.High, inquiry.Urgency);
    }

    [Fact]
    public void What_is_named_is_kept_once()
    {
        var inquiry = Asked();
        foreach (var slots in new[] { "order number 5123", null, "order number 5123", "size 500 ml" }) inquiry.Understand(Of(InquiryCategory.Shipping, slots: slots));

        Assert.Equal("order number 5123; size 500 ml", inquiry.Slots);
    }

    [Fact]
    public void A_model_that_reads_the_same_disagrees_with_nothing()
    {
        var reading = Of(InquiryCategory.Shipping, Urgency.Medium, -1);
        reading.Compare(InquiryCategory.Shipping, Urgency.Medium, 1);

        Assert.False(reading.NeedsReview);
    }

    [Fact]
    public void A_higher_urgency_counts_at_once_and_the_rest_after_the_review()
    {
        var inquiry = Asked();
        var reading = Of(InquiryCategory.Shipping);
        inquiry.Understand(reading);
        reading.Compare(InquiryCategory.Complaints, Urgency.High, -4);

        Assert.Equal("category Complaints instead of Shipping; urgency High instead of Low; sentiment −4 instead of 0", reading.Disagreement);
        Assert.Equal((InquiryCategory.Shipping, Urgency.High, 0), (inquiry.Category, inquiry.Urgency, inquiry.SentimentScore));

        reading.Review(modelWasRight: true, StaffName.Va, Now);

        Assert.Equal((InquiryCategory.Complaints, -4), (inquiry.Category, inquiry.SentimentScore));
        Assert.False(reading.NeedsReview);
    }

    [Fact]
    public void A_model_that_was_wrong_changes_nothing()
    {
        var inquiry = Asked();
        var reading = Of(InquiryCategory.Shipping);
        inquiry.Understand(reading);
        reading.Compare(InquiryCategory.Complaints, Urgency.Low, 0);
        reading.Review(modelWasRight: false, StaffName.Bella, Now);

        Assert.Equal((InquiryCategory.Shipping, false), (inquiry.Category, reading.NeedsReview));
    }
}
