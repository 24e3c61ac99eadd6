using MyCavoodle.Hub;

namespace MyCavoodle.Assistant;

/// <summary>What the tools of one turn note for the flow beside their answers. Code writes it, so no model can talk it away.</summary>
public sealed class TurnNotes
{
    /// <summary>A person must take over, whatever the model says.</summary>
    public Escalate? Escalation { get; private set; }
    /// <summary>The contact has just proved to be this customer.</summary>
    public long? ProvenCustomerId { get; private set; }
    /// <summary>What the question was about, as far as the called tools tell.</summary>
    public InquiryCategory? Category { get; private set; }

    /// <summary>How the language model read the message, where it says that it reads it otherwise; null: it did not.</summary>
    public ModelReading? ModelReading { get; private set; }

    /// <summary>The first reason stands: a later tool call cannot soften it.</summary>
    public void HandToPerson(EscalationReason reason, string summary, string? language = null) => Escalation ??= new(reason, summary, language);

    public void Prove(long customerId) => ProvenCustomerId = customerId;

    public void About(InquiryCategory category) => Category = category;

    public void Reread(ModelReading reading) => ModelReading = reading;
}

/// <summary>A language model's own reading of a message.</summary>
/// <param name="Sentiment">−5 to +5.</param>
public sealed record ModelReading(InquiryCategory Category, Urgency Urgency, int Sentiment);
