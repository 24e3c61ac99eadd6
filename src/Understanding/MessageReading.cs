using MyCavoodle.Understanding.Alarms;
using MyCavoodle.Understanding.Injection;
using MyCavoodle.Understanding.Intents;
using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Slots;
using MyCavoodle.Understanding.Spam;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding;

/// <summary>Some words of a message and what they told.</summary>
public sealed record Evidence(string Of, IReadOnlyList<string> Words);

/// <summary>All that one message says by itself, told without a language model, with the words that told it.</summary>
public sealed record MessageReading
{
    const double Angry = 0.6;

    public required PlainText Text { get; init; }
    /// <summary>What it wants, one thing or several, and how likely it is nothing for a shop.</summary>
    public required IntentReading Intents { get; init; }
    /// <summary>What it names: orders, addresses, products, times …</summary>
    public required SlotReading Slots { get; init; }
    /// <summary>How it sounds, −5 … +5.</summary>
    public required Feeling Sentiment { get; init; }
    /// <summary>0 … 1.</summary>
    public required double Anger { get; init; }
    public required Pressing Urgency { get; init; }
    /// <summary>What a person must see at once.</summary>
    public required IReadOnlyList<Alarm> Alarms { get; init; }
    /// <summary>Spam, and what a machine answers by itself.</summary>
    public required Unwanted Unwanted { get; init; }
    public required InjectionReading Injection { get; init; }
    public required Languages.Spoken Language { get; init; }

    /// <summary>As the intents' list has it: Product Info, Shipping, Returns, Complaints or General.</summary>
    public string Category =>
        Has(AlarmKind.Harm) ? Understanding.Intents.Intents.Complaints
        : Intents.Wants.Count > 0 ? Intents.Main.Category : Understanding.Intents.Intents.General;

    public bool IsAngry => Anger >= Angry;

    public bool Has(AlarmKind kind) => Alarms.Any(a => a.Kind == kind);

    /// <summary>What is told besides, in the desk's words.</summary>
    public IEnumerable<string> Flags
    {
        get
        {
            foreach (var alarm in Alarms) yield return Spoken(alarm.Kind);
            if (IsAngry) yield return "angry";
            if (Unwanted.IsSpam) yield return "spam";
            if (Unwanted.IsAutomatic) yield return "answers by itself";
            if (Injection.IsAttack) yield return "tries to command the assistant";
            if (Intents.IsOutOfScope) yield return "nothing for the shop";
        }
    }

    public IEnumerable<Evidence> Evidence =>
    [
        .. Intents.Wants.Where(w => w.Evidence.Count > 0).Select(w => new Evidence(w.Intent, w.Evidence)),
        .. Alarms.Select(a => new Evidence(Spoken(a.Kind), a.Words)),
        .. Urgency.Words.Count > 0 ? [new Evidence("urgency", Urgency.Words)] : Array.Empty<Evidence>(),
        .. Sentiment.Words.Count > 0 ? [new Evidence("sentiment", Sentiment.Words)] : Array.Empty<Evidence>(),
        .. Unwanted.Words.Count > 0 ? [new Evidence("unwanted", Unwanted.Words)] : Array.Empty<Evidence>(),
        .. Injection.Evidence.Count > 0 ? [new Evidence("commands", Injection.Evidence)] : Array.Empty<Evidence>(),
    ];

    public static string Spoken(AlarmKind kind) => kind switch
    {
        AlarmKind.Harm => "harm to an animal",
        AlarmKind.Legal => "legal words",
        AlarmKind.Press => "the press",
        _ => "wants a person",
    };
}
