using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>What a clause is compared by: its words, its pairs of words, and pieces of three letters.</summary>
static partial class Features
{
    const int MostWords = 60;
    const float Pair = 0.6f, Piece = 0.35f;

    public static Dictionary<string, float> Of(string clause)
    {
        var words = Word().Matches(clause.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal)).Take(MostWords).Select(m => m.Value).ToList();
        var features = new Dictionary<string, float>();
        for (var i = 0; i < words.Count; i++)
        {
            features[words[i]] = 1;
            if (i > 0) features[words[i - 1] + " " + words[i]] = Pair;
            if (words[i].Length is < 4 or > 30) continue;
            var padded = $"<{words[i]}>";
            for (var at = 0; at + 3 <= padded.Length; at++) features[string.Concat("~", padded.AsSpan(at, 3))] = Piece;
        }
        return features;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")] private static partial Regex Word();
}
