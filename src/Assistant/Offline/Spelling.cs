using System.Text.RegularExpressions;
using FuzzySharp;

namespace MyCavoodle.Assistant.Offline;

/// <summary>Puts misspelt words right, by the words the examples use: "wher is my ordr".</summary>
sealed partial class Spelling
{
    /// <summary>Two spellings this alike (0-100) are taken for the same word.</summary>
    const int SameWord = 80;
    const int MostWords = 80;

    readonly HashSet<string> known;
    readonly Dictionary<char, List<string>> byInitial;

    /// <param name="right">Words that are right as they are, though no example has them: "worth" is no "worst".</param>
    public Spelling(IEnumerable<string> examples, IEnumerable<string> right)
    {
        var taught = examples.SelectMany(e => Word().Matches(e.ToLowerInvariant())).Select(m => m.Value).ToHashSet();
        known = [.. taught, .. right];
        byInitial = taught.Where(w => w.Length >= 4).Order(StringComparer.Ordinal).GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.ToList());
    }

    public string Correct(string text)
    {
        var left = MostWords;
        return Word().Replace(text, word => left-- > 0 ? Nearest(word.Value) : word.Value);
    }

    /// <summary>Somebody said something: at least two of its words are words.</summary>
    public bool MakesSense(string text) => Word().Matches(text).Take(MostWords).Count(w => w.Length > 1 && known.Contains(w.Value)) > 1;

    /// <summary>People get the first letter right.</summary>
    string Nearest(string word)
    {
        if (word.Length is < 4 or > 16 || known.Contains(word) || !byInitial.TryGetValue(word[0], out var candidates)) return word;
        var (nearest, likeness) = candidates.Where(c => Math.Abs(c.Length - word.Length) <= 1).Select(c => (c, Fuzz.Ratio(c, word)))
            .DefaultIfEmpty((word, 0)).MaxBy(c => c.Item2);
        return likeness >= SameWord ? nearest : word;
    }

    [GeneratedRegex(@"\p{L}+")] private static partial Regex Word();
}
