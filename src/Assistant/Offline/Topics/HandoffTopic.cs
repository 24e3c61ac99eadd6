using System.Globalization;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>What only a person can deal with: harm, law, press, complaints, deeds, and whoever asks for one.</summary>
sealed class HandoffTopic : ITopic
{
    const int LongestQuote = 200;

    public bool Covers(Intent intent, Audience audience) => intent.NeedsPerson() && audience == Audience.Customer;

    public Step Next(Question question) =>
        !question.Scene.Has("hand_to_person") ? question.Tell("help_customer")
        : question.Scene.From("hand_to_person") is not [] ? question.Tell("handed_over")
        : Call(question, Reason(question.Clues[0].Intent), Summary(question));

    /// <param name="reason">An EscalationReason by name.</param>
    public static Step Call(Question question, string reason, string what) => Step.Call("hand_to_person",
        ("reason", reason), ("summary", $"{what}: \"{Quote(question.Reading.Utterance.Original)}\""));

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

    static string Quote(string text)
    {
        if (text.Length <= LongestQuote) return text;
        // Never between the halves of one character.
        var elements = StringInfo.ParseCombiningCharacters(text);
        return text[..elements.Last(at => at < LongestQuote)] + "…";
    }
}
