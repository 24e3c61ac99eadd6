using System.Text;
using MyCavoodle.Understanding.Times.Grammar;

namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>The names of holidays. Those from other scripts are spelt in many ways, so they are compared by their consonants.</summary>
sealed class HolidayNames
{
    const int FewestConsonants = 4;
    const int MostTokens = 6;

    readonly Dictionary<string, Series> bySound = new(StringComparer.Ordinal);

    public void AddSound(string name, Series holiday)
    {
        var sound = string.Concat(name.Split(' ').Select(Sound));
        if (sound.Length >= FewestConsonants) bySound.TryAdd(name[0] + sound, holiday);
    }

    public IEnumerable<Node> At(IReadOnlyList<Token> tokens, int at)
    {
        if (!char.IsLetter(tokens[at].Word[0])) yield break;
        var sound = new StringBuilder().Append(tokens[at].Word[0]);
        for (var to = at; to < tokens.Count && to < at + MostTokens; to++)
        {
            var word = tokens[to].Word;
            if (word is "-" or "'" && to > at) continue;
            if (!char.IsLetter(word[0]) || word.Length > 20) yield break;
            sound.Append(Sound(word));
            if (sound.Length > FewestConsonants && bySound.TryGetValue(sound.ToString(), out var holiday)) yield return new(at, to + 1, holiday, 0.8);
        }
    }

    /// <summary>Mahavir and Mahaveer, sankranti and sankranthi sound alike.</summary>
    static string Sound(string name)
    {
        var sound = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var heard = c switch { 'w' => 'v', 'z' => 's', 'c' or 'q' => 'k', _ => c };
            if (char.IsLetter(heard) && !"aeiouyh".Contains(heard) && (sound.Length == 0 || sound[^1] != heard)) sound.Append(heard);
        }
        return sound.ToString();
    }

    /// <summary>"(eid/id) (al/ul) fitr" is four names; "(the/)" may be left out.</summary>
    public static IEnumerable<string> Variants(string pattern)
    {
        var open = pattern.IndexOf('(');
        if (open < 0) return [pattern.Trim().Replace("  ", " ")];
        var close = pattern.IndexOf(')', open);
        return pattern[(open + 1)..close].Split('/').SelectMany(choice => Variants(pattern[..open] + choice + pattern[(close + 1)..]));
    }
}
