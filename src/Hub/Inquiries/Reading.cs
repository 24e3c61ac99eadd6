namespace MyCavoodle.Hub;

/// <summary>
/// How one message of a contact was understood without a language model, with the words it was told by; and, where a
/// language model read the same message otherwise, how. Such a disagreement waits until somebody says who was right.
/// </summary>
public sealed class Reading
{
    public long Id { get; set; }
    /// <summary>Unique: a message is read once.</summary>
    public required long MessageId { get; set; }
    public Message? Message { get; set; }
    public required long ConversationId { get; set; }
    /// <summary>The inquiry the message belongs to; null where staff held the conversation.</summary>
    public long? InquiryId { get; set; }
    public Inquiry? Inquiry { get; set; }
    /// <summary>What it wants, the surest first, each with its probability: "order_status 0.93, stock_question 0.71"; empty: nothing is sure.</summary>
    public required string Intents { get; set; }
    /// <summary>All it wants may be acted upon without asking back.</summary>
    public required bool IsSure { get; set; }
    /// <summary>0-1: that it is nothing a shop is asked.</summary>
    public required decimal OutOfScope { get; set; }
    public required InquiryCategory Category { get; set; }
    public required Urgency Urgency { get; set; }
    /// <summary>−5 (angry) to +5 (delighted).</summary>
    public required int Sentiment { get; set; }
    /// <summary>As BCP 47 names it: en, zh-Hans, ar.</summary>
    public required string Language { get; set; }
    /// <summary>What it names: "order number 1042, size 500 ml"; null: nothing.</summary>
    public string? Slots { get; set; }
    /// <summary>What else is told: "wants a person, angry"; null: nothing.</summary>
    public string? Flags { get; set; }
    /// <summary>The words that told it: "order_status: where, parcel"; null: none.</summary>
    public string? Evidence { get; set; }

    /// <summary>What the language model made of it, in a sentence; null: it agrees, or none was asked.</summary>
    public string? Disagreement { get; set; }
    public InquiryCategory? ModelCategory { get; set; }
    public Urgency? ModelUrgency { get; set; }
    /// <summary>−5 to +5.</summary>
    public int? ModelSentiment { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public StaffName? ReviewedBy { get; set; }
    /// <summary>What the review found; null before it.</summary>
    public bool? ModelWasRight { get; set; }

    public bool NeedsReview => Disagreement is not null && ReviewedAt is null;

    /// <summary>
    /// The language model's own reading beside this one. What it says the same is no disagreement; until the review the
    /// inquiry keeps ours, but the higher urgency counts at once: being late is worse than being early.
    /// </summary>
    public void Compare(InquiryCategory? category, Urgency? urgency, int? sentiment)
    {
        (ModelCategory, ModelUrgency, ModelSentiment) = (category, urgency, sentiment);
        if (category is { } c && c != Category) Disagree($"category {c} instead of {Category}");
        if (urgency is { } u && u != Urgency) Disagree($"urgency {u} instead of {Urgency}");
        // A step or two is taste.
        if (sentiment is { } s && Math.Abs(s - Sentiment) > 2) Disagree($"sentiment {s:+0;−0;0} instead of {Sentiment:+0;−0;0}");
        if (Inquiry is not null && urgency > Inquiry.Urgency) Inquiry.Urgency = urgency.Value;
    }

    public void Disagree(string what) => Disagreement = (Disagreement is null ? what : $"{Disagreement}; {what}").CutAt(500);

    /// <summary>Somebody looked: the inquiry takes over what the model said where it was right.</summary>
    public void Review(bool modelWasRight, StaffName by, DateTimeOffset now)
    {
        (ModelWasRight, ReviewedBy, ReviewedAt) = (modelWasRight, by, now);
        if (!modelWasRight || Inquiry is null) return;
        Inquiry.Category = ModelCategory ?? Inquiry.Category;
        Inquiry.Urgency = ModelUrgency ?? Inquiry.Urgency;
        Inquiry.SentimentScore = ModelSentiment ?? Inquiry.SentimentScore;
    }
}
