using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant;

/// <summary>Words cut to what they have in common: shipping, shipped and ships are one.</summary>
static partial class Stems
{
    /// <summary>All words, in order.</summary>
    public static IReadOnlyList<string> All(string text) =>
        [.. Word().Matches(text.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)).Select(m => Of(m.Value))];

    /// <summary>Those that tell one answer from another.</summary>
    public static IEnumerable<string> Telling(IEnumerable<string> stems) => stems.Where(s => s.Length > 1 && !Common.Contains(s)).Distinct();

    public static bool IsCommon(string stem) => Common.Contains(stem);

    static string Of(string word)
    {
        var stem = word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
            : word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? Single(word[..^3])
            : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? Single(word[..^2])
            : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
            : word;
        return stem.Length > 4 && stem.EndsWith('e') ? stem[..^1] : stem;
    }

    /// <summary>shipp is ship; dress stays.</summary>
    static string Single(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'e') ? stem[..^1] : stem;

    static readonly HashSet<string> Common = [.. ("the and for you your are can how what when with have has had does did do is it in on of to at an my me we us or if so be am was "
        + "were this that these those from will would could should there they them our out not any some get got per about into which who why his her its i im id ive please pls thank "
        + "thanks hi hello hey tell know need want like just also much many good dog cavoodle sell guy guys buy").Split(' ').Select(Of)];

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}]*")] private static partial Regex Word();
}
