using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// The words that were seen in learning, with those of the word classes. A word that is not among them is taken for the known one it is
/// a slip or two of the fingers away from, or for two known ones without their space.
/// </summary>
sealed class Vocabulary
{
    const int Shortest = 4, Longest = 24, LongEnoughForTwoSlips = 8, ShortestHalf = 3;

    /// <summary>How much a word's being frequent makes up for being further away.</summary>
    const double Familiarity = 0.1;

    readonly SortedDictionary<string, int> counts;
    readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known;
    readonly FrozenDictionary<(char First, int Length), string[]> alike;

    Vocabulary(SortedDictionary<string, int> counts)
    {
        this.counts = counts;
        var all = new SortedDictionary<string, int>(counts, StringComparer.Ordinal);
        foreach (var word in WordClasses.Words) all[word] = all.GetValueOrDefault(word) + 1;
        known = all.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        alike = all.Keys.Where(w => w.Length is >= Shortest and <= Longest && char.IsAsciiLetter(w[0])).GroupBy(w => (w[0], w.Length)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    public static Vocabulary Of(IEnumerable<string> texts)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var words = new Words();
        foreach (var text in texts)
        {
            words.Read(text);
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i].ToString();
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }
        return new(counts);
    }

    /// <summary>What a word was probably meant to be: one known word or two; null for a known word and for one like no other.</summary>
    public string? Repair(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or >= Longest || !char.IsAsciiLetter(word[0]) || known.ContainsKey(word)) return null;
        var (best, score) = (default(string), double.MaxValue);
        Nearest(word, word[0], ref best, ref score);
        // The first letter is seldom wrong, but may have changed places with the second.
        if (word[1] != word[0]) Nearest(word, word[1], ref best, ref score);
        return best ?? Halves(word);
    }

    void Nearest(ReadOnlySpan<char> word, char first, ref string? best, ref double score)
    {
        var most = word.Length >= LongEnoughForTwoSlips ? 2 : 1;
        for (var length = word.Length - most; length <= word.Length + most; length++)
            foreach (var other in alike.GetValueOrDefault((first, length)) ?? [])
            {
                if (first != word[0] && other[1] != word[0]) continue;
                if (Slips.Between(word, other, most) is not { } slips) continue;
                var distance = slips - Familiarity * Math.Log(1 + known[other]);
                if (distance < score) (best, score) = (other, distance);
            }
    }

    string? Halves(ReadOnlySpan<char> word)
    {
        var (best, count) = (0, 0);
        for (var at = ShortestHalf; at <= word.Length - ShortestHalf; at++)
            if (known.TryGetValue(word[..at], out var left) && known.TryGetValue(word[at..], out var right) && Math.Min(left, right) > count) (best, count) = (at, Math.Min(left, right));
        return count == 0 ? null : $"{word[..best]} {word[best..]}";
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(counts.Count);
        foreach (var (word, count) in counts)
        {
            writer.Write(word);
            writer.Write7BitEncodedInt(count);
        }
    }

    public static Vocabulary Read(BinaryReader reader)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--) counts[reader.ReadString()] = reader.Read7BitEncodedInt();
        return new(counts);
    }
}
