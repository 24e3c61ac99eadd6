using System.Buffers;

namespace MyCavoodle.Understanding.Learning;

/// <summary>Cuts the endings of English words, so that "delivered", "deliveries" and "delivering" meet; what is left need be no word.</summary>
static class Stem
{
    const int Shortest = 3;

    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    static readonly (string Ending, int Least)[] Endings = [("ing", 3), ("ed", 3), ("ly", 4), ("ment", 4), ("ation", 4), ("ion", 4)];

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= Shortest || !char.IsAsciiLetter(word[0])) return word;
        word = Singular(word);
        foreach (var (ending, least) in Endings)
            if (word.EndsWith(ending) && word.Length - ending.Length >= least && word[..^ending.Length].ContainsAny(Vowels))
            {
                word = word[..^ending.Length];
                break;
            }
        if (word.Length > Shortest && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'e' or 'o')) word = word[..^1];
        if (word.Length > Shortest && word[^1] is 'e' or 'y' or 'i') word = word[..^1];
        return word;
    }

    static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word)
    {
        if (word[^1] != 's' || word.EndsWith("ss") || word.EndsWith("us") || word.EndsWith("is")) return word;
        if (word.EndsWith("ies") && word.Length > 4) return word[..^2];
        return word.EndsWith("sses") || word.EndsWith("shes") || word.EndsWith("ches") || word.EndsWith("xes") ? word[..^2] : word[..^1];
    }
}
