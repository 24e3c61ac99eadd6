using MyCavoodle.Understanding.Alarms;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Mood;

/// <summary>How soon somebody must look at a message.</summary>
public enum Urgency
{
    /// <summary>Nobody waits for something of theirs: questions about products, thanks.</summary>
    Low,
    /// <summary>An order, a parcel or money is at stake.</summary>
    Medium,
    /// <summary>A day is named, somebody wrote before, is very angry, or speaks of the law or the press.</summary>
    High,
    /// <summary>An animal came to harm, or a like emergency.</summary>
    Urgent,
}

/// <param name="Words">The words that say so.</param>
public sealed record Pressing(Urgency Level, IReadOnlyList<string> Words);

/// <summary>Reads how soon a message must be looked at, by the lists and rules of urgency.txt. Any number of threads may ask.</summary>
public sealed class UrgencyBook
{
    /// <summary>Anger from which on somebody should look soon.</summary>
    const double VeryAngry = 0.75;
    const string Calm = "calm";

    readonly AlarmWords known;
    readonly List<(Urgency Level, AlarmRule Rule)> rules;

    UrgencyBook(AlarmWords known, List<(Urgency, AlarmRule)> rules) => (this.known, this.rules) = (known, rules);

    /// <param name="path">urgency.txt.</param>
    /// <exception cref="InvalidDataException">A rule speaks of a list that is not there.</exception>
    public static UrgencyBook Read(string path)
    {
        var lists = WordLists.Read(path);
        var words = new AlarmWords(lists);
        return new(words, [.. AlarmRule.All<Urgency>(lists, words, path).OrderByDescending(r => r.Kind)]);
    }

    /// <param name="anger">0 … 1.</param>
    public Pressing Of(PlainText message, double anger, IReadOnlyList<Alarm> alarms)
    {
        if (alarms.FirstOrDefault(a => a.Kind == AlarmKind.Harm) is { } harm) return new(Urgency.Urgent, harm.Words);
        var words = AlarmWords.Words(message);
        var found = known.In(words);
        var (level, said) = (Urgency.Low, (IReadOnlyList<string>)[]);
        foreach (var (kind, rule) in rules)
            if (rule.Raise(found, words) is { Count: > 0 } raised)
            {
                (level, said) = (kind, AlarmRule.Said(raised, words));
                break;
            }
        var alarm = alarms.FirstOrDefault(a => a.Kind is AlarmKind.Legal or AlarmKind.Press);
        if (level < Urgency.High && alarm is not null) return new(Urgency.High, alarm.Words);
        if (level < Urgency.High && anger >= VeryAngry) return new(Urgency.High, said);
        var calm = found.Where(f => f.Name == Calm).ToList();
        return level is Urgency.Medium or Urgency.High && calm.Count > 0 ? new(level - 1, AlarmRule.Said(calm, words)) : new(level, said);
    }
}
