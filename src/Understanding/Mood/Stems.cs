namespace MyCavoodle.Understanding.Mood;

/// <summary>The base forms an English word may come from: "loving" from "love", "happiest" from "happy".</summary>
static class Stems
{
    static readonly (string Ending, string[] Instead)[] Endings =
    [
        ("iest", ["y"]), ("ier", ["y"]), ("ily", ["y"]), ("iness", ["y"]), ("ies", ["y", "ie"]), ("ied", ["y"]),
        ("ness", [""]), ("ment", [""]), ("ingly", ["", "e"]), ("edly", ["", "e"]), ("ably", ["able", "e", ""]), ("ibly", ["ible"]),
        ("able", ["e", ""]), ("ically", ["ic"]), ("ally", ["al"]), ("ly", ["", "le", "e"]), ("ings", ["", "e"]), ("ing", ["", "e"]), ("in", ["", "e"]),
        ("ers", ["", "e"]), ("er", ["", "e"]), ("est", ["", "e"]), ("ed", ["", "e"]), ("es", ["", "e"]), ("'s", [""]), ("s", [""]), ("y", [""]), ("ish", [""]),
    ];

    /// <summary>Likeliest first; never the word itself.</summary>
    public static IEnumerable<string> Of(string word)
    {
        foreach (var (ending, instead) in Endings)
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var root = word[..^ending.Length];
            foreach (var end in instead) yield return root + end;
            if (root.Length > 3 && root[^1] == root[^2]) yield return root[..^1];
        }
    }

    /// <summary>The word with runs of a letter cut to two, then to one: "sooooo" → "soo", "so". Nothing where no run is longer than two.</summary>
    public static IEnumerable<string> Unstretched(string word)
    {
        if (!IsStretched(word)) yield break;
        yield return Cut(word, 2);
        yield return Cut(word, 1);
    }

    public static bool IsStretched(string word)
    {
        for (var i = 2; i < word.Length; i++)
            if (char.IsLetter(word[i]) && word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
        return false;
    }

    static string Cut(string word, int longest)
    {
        var cut = new System.Text.StringBuilder();
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= longest) cut.Append(word[i]);
        }
        return cut.ToString();
    }
}
