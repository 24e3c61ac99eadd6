using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Alarms;

/// <summary>What a person must see at once.</summary>
public enum AlarmKind { Harm, Legal, Press, Person }

/// <param name="Words">The words that say so, in their order.</param>
public sealed record Alarm(AlarmKind Kind, IReadOnlyList<string> Words);

/// <summary>
/// Finds in a message that an animal came to harm, that somebody speaks of the law or is of the press, or that a person
/// is wanted; prompts/offline/lexicon/alarms.txt has the words and the rules. Any number of threads may ask.
/// </summary>
public sealed class AlarmBook
{
    readonly AlarmWords known;
    readonly List<(AlarmKind Kind, AlarmRule Rule)> rules;

    AlarmBook(AlarmWords known, List<(AlarmKind, AlarmRule)> rules) => (this.known, this.rules) = (known, rules);

    /// <param name="path">alarms.txt.</param>
    /// <exception cref="InvalidDataException">A rule speaks of a list that is not there.</exception>
    public static AlarmBook Read(string path)
    {
        var lists = WordLists.Read(path);
        var words = new AlarmWords(lists);
        return new(words, AlarmRule.All<AlarmKind>(lists, words, path));
    }

    /// <summary>Each kind at most once.</summary>
    public IReadOnlyList<Alarm> In(PlainText message)
    {
        var words = AlarmWords.Words(message);
        var found = known.In(words);
        if (found.Count == 0) return [];
        List<Alarm> alarms = [];
        foreach (var (kind, rule) in rules)
        {
            if (alarms.Exists(a => a.Kind == kind) || rule.Raise(found, words) is not { Count: > 0 } raised) continue;
            alarms.Add(new(kind, AlarmRule.Said(raised, words)));
        }
        return alarms;
    }
}
