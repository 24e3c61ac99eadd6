using System.Text;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Alarms;

/// <summary>Something an alarm is made of, found in a message: from its first to its last word.</summary>
readonly record struct Found(string Name, int From, int To);

/// <summary>The named word lists of alarms.txt, and where a message has words of them that count.</summary>
sealed class AlarmWords
{
    const int ReachBefore = 6, ReachAfter = 4;

    sealed record Phrase(string Name, string[] Words);

    readonly Dictionary<string, List<Phrase>> byFirst = new(StringComparer.Ordinal);
    readonly Dictionary<char, List<Phrase>> byStart = [];
    readonly Dictionary<string, (Phrase[] After, Phrase[] Before)> silenced = new(StringComparer.Ordinal);

    public AlarmWords(WordLists lists)
    {
        var names = lists.All.Select(l => l.Heading).Where(h => !h.Contains(' ', StringComparison.Ordinal)).Distinct().ToList();
        foreach (var name in names)
        {
            foreach (var phrase in Phrases(name)) Add(phrase);
            silenced[name] = (Phrases(name + " not after"), Phrases(name + " not before"));
        }

        Phrase[] Phrases(string heading) => [.. lists.Under(heading).Select(e => new Phrase(heading, Parts(e)))];
    }

    public bool Knows(string name) => silenced.ContainsKey(name);

    /// <summary>Lower-case words without apostrophes; "." stands between clauses.</summary>
    public static List<string> Words(PlainText message)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var c in message.Lower)
        {
            if (char.IsLetterOrDigit(c)) word.Append(c);
            else if (c != '\'')
            {
                End();
                if (c is '.' or '!' or '?' or ';' or ',' or '\n' or ':' && words.Count > 0 && words[^1] != ".") words.Add(".");
            }
        }
        End();
        return words;

        void End()
        {
            if (word.Length == 0) return;
            var whole = word.ToString();
            word.Clear();
            if (whole is "but" or "however" or "although" && words.Count > 0 && words[^1] != ".") words.Add(".");
            words.Add(whole);
        }
    }

    public List<Found> In(List<string> words)
    {
        List<Found> found = [];
        for (var at = 0; at < words.Count; at++)
        {
            if (byFirst.TryGetValue(words[at], out var whole)) Collect(whole, words, at, found);
            if (words[at].Length > 0 && byStart.TryGetValue(words[at][0], out var starts)) Collect(starts, words, at, found);
        }
        return found;
    }

    static string[] Parts(string entry) => entry.Replace("'", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    void Add(Phrase phrase)
    {
        var first = phrase.Words[0];
        if (first.EndsWith('*')) (byStart.TryGetValue(first[0], out var starts) ? starts : byStart[first[0]] = []).Add(phrase);
        else (byFirst.TryGetValue(first, out var whole) ? whole : byFirst[first] = []).Add(phrase);
    }

    void Collect(List<Phrase> phrases, List<string> words, int at, List<Found> found)
    {
        foreach (var phrase in phrases)
            if (StandsAt(phrase, words, at) && !IsSilenced(phrase, words, at)) found.Add(new(phrase.Name, at, at + phrase.Words.Length - 1));
    }

    bool IsSilenced(Phrase phrase, List<string> words, int at)
    {
        var (after, before) = silenced[phrase.Name];
        if (after.Length > 0)
            for (var i = at - 1; i >= Math.Max(0, at - ReachBefore) && words[i] != "."; i--)
                if (Array.Exists(after, p => i + p.Words.Length <= at && StandsAt(p, words, i))) return true;
        var end = at + phrase.Words.Length;
        if (before.Length > 0)
            for (var i = end; i < Math.Min(words.Count, end + ReachAfter) && words[i] != "."; i++)
                if (Array.Exists(before, p => StandsAt(p, words, i))) return true;
        return false;
    }

    static bool StandsAt(Phrase phrase, List<string> words, int at)
    {
        if (at + phrase.Words.Length > words.Count) return false;
        for (var i = 0; i < phrase.Words.Length; i++)
        {
            var (wanted, word) = (phrase.Words[i], words[at + i]);
            if (wanted[^1] == '*' ? !word.AsSpan().StartsWith(wanted.AsSpan(..^1)) : word != wanted) return false;
        }
        return true;
    }
}
