using System.Globalization;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Mood;

/// <summary>What a word does to the words after it.</summary>
[Flags]
enum Turn { None = 0, Denies = 1, Strengthens = 2, Weakens = 4, Shifts = 8, Concedes = 16 }

/// <summary>The shop's own list of words, phrases and signs of feeling, −4 … +4, and of the words that turn them; prompts/offline/lexicon.</summary>
public sealed class Lexicon
{
    /// <summary>Words in the longest phrase that is looked up.</summary>
    internal const int LongestPhrase = 5;

    readonly Dictionary<string, double> words = new(StringComparer.Ordinal);
    readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
    readonly Dictionary<string, double> signs = new(StringComparer.Ordinal);
    readonly Dictionary<string, Turn> turns = new(StringComparer.Ordinal);

    public int Count => words.Count + signs.Count + turns.Count;

    /// <summary>The longest sign in characters.</summary>
    internal int LongestSign { get; private set; }

    /// <param name="folder">Where feelings.txt, talk.txt, shop.txt, signs.txt and turns.txt are.</param>
    /// <exception cref="InvalidDataException">A heading of valences is no number from −4 to 4.</exception>
    public static Lexicon Read(string folder)
    {
        var lexicon = new Lexicon();
        foreach (var file in new[] { "feelings.txt", "talk.txt", "shop.txt" })
            foreach (var (valence, entry) in Valued(Path.Combine(folder, file), ','))
                lexicon.Add(entry, valence);
        foreach (var (valence, sign) in Valued(Path.Combine(folder, "signs.txt"), ' '))
        {
            lexicon.signs[sign] = valence;
            lexicon.LongestSign = Math.Max(lexicon.LongestSign, sign.Length);
        }
        var turns = WordLists.Read(Path.Combine(folder, "turns.txt"));
        foreach (var turn in Enum.GetValues<Turn>())
            foreach (var entry in turns.Under(turn.ToString().ToLowerInvariant()))
            {
                lexicon.turns[entry] = lexicon.turns.GetValueOrDefault(entry) | turn;
                lexicon.Begin(entry);
            }
        return lexicon;
    }

    static IEnumerable<(double Valence, string Entry)> Valued(string path, char separator) =>
        from list in WordLists.Read(path, separator).All
        let valence = double.TryParse(list.Heading, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && Math.Abs(v) <= 4 ? v
            : throw new InvalidDataException($"{path}: \"{list.Heading}\" is no valence from -4 to 4.")
        from entry in list.Entries
        select (valence, entry);

    void Add(string entry, double valence)
    {
        words[entry] = valence;
        Begin(entry);
    }

    /// <summary>Remembers how a phrase begins, so that no longer one is tried in vain.</summary>
    void Begin(string entry)
    {
        for (var space = entry.IndexOf(' ', StringComparison.Ordinal); space > 0; space = entry.IndexOf(' ', space + 1)) beginnings.Add(entry[..space]);
    }

    internal bool BeginsPhrase(string words) => beginnings.Contains(words);

    internal bool Phrase(string phrase, out double valence) => words.TryGetValue(phrase, out valence);

    internal Turn TurnOf(string phrase) => turns.GetValueOrDefault(phrase);

    internal bool Sign(string sign, out double valence) => signs.TryGetValue(sign, out valence);

    /// <summary>How a single word is felt, also stretched ("sooo goood"), bent ("loving") or turned round ("unhelpful"); 0: it says nothing.</summary>
    internal double Valence(string word)
    {
        if (words.TryGetValue(word, out var valence)) return valence;
        foreach (var shorter in Stems.Unstretched(word))
            if (Bent(shorter) is not 0 and var stretched) return stretched;
        return Bent(word);
    }

    double Bent(string word)
    {
        if (words.TryGetValue(word, out var valence)) return valence;
        foreach (var stem in Stems.Of(word))
            if (words.TryGetValue(stem, out valence)) return valence;
        if (word.Length > 5 && (word.StartsWith("un", StringComparison.Ordinal) || word.StartsWith("non", StringComparison.Ordinal)))
        {
            var rest = word[(word[0] == 'u' ? 2 : 3)..].TrimStart('-');
            if (words.TryGetValue(rest, out valence)) return -0.7 * valence;
            foreach (var stem in Stems.Of(rest))
                if (words.TryGetValue(stem, out valence)) return -0.7 * valence;
        }
        return 0;
    }
}
