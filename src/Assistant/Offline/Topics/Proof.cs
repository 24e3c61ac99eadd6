using System.Text.RegularExpressions;
using MyCavoodle.Assistant.Offline.Flows;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>What proves an order: its number and the email on it, as the customer gave them in this conversation, the latest of each.</summary>
static partial class Proof
{
    /// <summary>The replies that ask for it.</summary>
    public static readonly string[] Asks = ["ask_both", "ask_both_deed", "ask_number", "ask_email", "order_refused", "order_none", "which_order_lead"];

    public static (string? Number, string? Email) From(Scene scene, Reading reading, Wording wording)
    {
        if (scene.Audience != Audience.Customer) return (reading.Slots.OrderNumber, reading.Slots.Email);
        var refusals = scene.Said.Select((s, i) => (s, i)).Where(s => !s.s.ByContact && wording.Is("order_refused", s.s.Text)).Select(s => s.i).ToList();
        var before = Latest([.. scene.Said.Take(refusals.LastOrDefault(-1) + 1)]);
        var since = Latest([.. scene.Said.Skip(refusals.LastOrDefault(-1) + 1)]);
        if (refusals.Count == 0) return since;
        // A pair that was refused is not tried again: one of the two must be new, or both are asked for once more.
        var corrected = (Number: since.Number ?? before.Number, Email: since.Email ?? before.Email);
        return corrected == before ? (null, null) : corrected;
    }

    public static Errand Errand(string? number, string? email) => Step.Errand("find_order", ("orderNumber", number is null ? null : "#" + number), ("email", email));

    /// <summary>The reply that asks for what the tool misses.</summary>
    public static string AskFor(Answered answer, bool ofDeed = false)
    {
        var missing = answer.List("missing").Select(m => m.GetString()).ToList();
        return missing is ["order_number"] ? "ask_number" : missing is ["email"] ? "ask_email" : ofDeed ? "ask_both_deed" : "ask_both";
    }

    public static bool IsNumberLost(string text) => NumberLost().IsMatch(text);

    static (string? Number, string? Email) Latest(List<Said> said)
    {
        string? number = null, email = null;
        foreach (var (at, one) in said.Index().Where(s => s.Item.ByContact))
        {
            var text = Utterance.Of(one.Text).Text;
            var slots = Slots.In(text);
            // "No, the other one": from then on it is the one we told about.
            if (slots.OrderNumber is null && Turn.WantsOther(text)) number = at + 1 < said.Count ? Slots.ToldIn(said[at + 1].Text) : null;
            (number, email) = (slots.OrderNumber ?? number, slots.Email ?? email);
        }
        return (number, email);
    }

    [GeneratedRegex(@"\b(?:idk|dunno|don'?t|do not|can'?t|cannot|couldn'?t|lost|forgot\w*|no idea|without|haven'?t|never|didn'?t|deleted|no)\b.{0,25}\b(?:number|confirmation|it|order no|numbers)\b")] private static partial Regex NumberLost();
}
