using MyCavoodle.Assistant.Offline.Flows;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>What only a person can deal with and what must not wait: harm, law, press, complaints, and whoever asks for one.</summary>
sealed class HandoffTopic : ITopic
{
    public bool Covers(Intent intent, Audience audience) => intent.NeedsPerson() && audience == Audience.Customer;

    public Step Next(Question question) =>
        !question.Scene.Has("hand_to_person") ? question.Tell("help_customer")
        : question.Scene.From("hand_to_person") is not [] ? question.Tell("handed_over")
        : Call(question, Reason(question.Clues[0].Intent), Summary(question));

    /// <param name="reason">An EscalationReason by name.</param>
    /// <param name="language">The ISO code where the contact does not write English.</param>
    public static Step Call(Question question, string reason, string what, string? language = null) => Step.Call("hand_to_person",
        ("reason", reason), ("summary", $"{what}: \"{Quote.Of(Subject(question))}\""), ("language", language));

    /// <summary>A bare yes to our offer says nothing: what they had asked does.</summary>
    static string Subject(Question question) => Consent.Of(question.Reading.Utterance.Text) == true && question.Reading.Utterance.Text.Length < 30
        && question.Earlier.FirstOrDefault(e => !e.Slots.IsBare && e.Clues.Any(c => !c.Intent.IsSmallTalk())) is { } asked ? asked.Utterance.Original : question.Reading.Utterance.Original;

    static string Reason(Intent intent) => intent switch
    {
        Intent.Harm => "HarmToAnimal",
        Intent.Legal => "Legal",
        Intent.Press => "Press",
        Intent.Complaint => "Complaint",
        _ => "AskedForPerson",
    };

    static string Summary(Question question)
    {
        var what = question.Say("summary_" + question.Clues[0].Intent.ToString().ToLowerInvariant());
        var number = question.Reading.Slots.OrderNumber ?? question.Earlier.Select(e => e.Slots.OrderNumber).FirstOrDefault(n => n is not null);
        return number is null ? what : $"{what} (#{number})";
    }
}
