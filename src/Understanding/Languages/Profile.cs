using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Languages;

/// <summary>What a language looks like: its words and how often its letters follow each other, from sample sentences.</summary>
sealed class Profile
{
    const int LongestGram = 3;
    /// <summary>What a sequence never seen counts.</summary>
    const double Unseen = 0.3;

    readonly HashSet<string> words = new(StringComparer.Ordinal);
    readonly Dictionary<string, double> grams = new(StringComparer.Ordinal);
    readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> seen;
    readonly double[] all = new double[LongestGram + 1];

    public Profile(Language language, IEnumerable<string> sentences)
    {
        Language = language;
        seen = grams.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var sentence in sentences)
            foreach (var word in LanguageWords.Of(sentence))
            {
                Learn(word);
                if (Unmarked(word) is var plain && plain != word) Learn(plain);
            }
    }

    public Language Language { get; }

    /// <summary>Whether it is (also) written in Latin letters.</summary>
    public bool IsLatin => words.Any(w => w[0] <= 'ɏ');

    public bool Knows(string word) => words.Contains(word);

    /// <summary>How likely a word of this language looks so, as a logarithm a letter.</summary>
    public double Likeness(string word)
    {
        var framed = $" {word} ";
        double sum = 0;
        for (var end = 1; end < framed.Length; end++)
        {
            // The longest sequence ending here says most, the shorter ones make up for it where it was never seen.
            double chance = 0, share = 1;
            for (var length = Math.Min(LongestGram, end + 1); length >= 1; length--)
            {
                var gram = framed.AsSpan(end + 1 - length, length);
                var before = length == 1 ? all[1] : Seen(gram[..^1]);
                chance += share * 0.7 * (before > 0 ? Seen(gram) / before : 0);
                share *= 0.3;
            }
            sum += Math.Log(chance + Unseen / (all[1] + 60));
        }
        return sum / framed.Length;
    }

    double Seen(ReadOnlySpan<char> gram) => seen.TryGetValue(gram, out var times) ? times : 0;

    void Learn(string word)
    {
        words.Add(word);
        var framed = $" {word} ";
        for (var length = 1; length <= LongestGram; length++)
            for (var i = 0; i + length <= framed.Length; i++)
            {
                var gram = framed.Substring(i, length);
                grams[gram] = grams.GetValueOrDefault(gram) + 1;
                all[length]++;
            }
    }

    /// <summary>Without accents, as many type.</summary>
    static string Unmarked(string word)
    {
        var plain = string.Concat(word.Select(c => c == 'đ' ? 'd' : Accents.Strip(c)));
        return plain.Any(c => c > 'ɏ') ? word : plain;
    }
}
