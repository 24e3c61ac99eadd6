using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// General knowledge of English that a few examples cannot bring along: which words mean nearly the same ("refund", "money back"), and
/// which say nothing by themselves. From <c>word-classes.txt</c>; words are known by the hash of their stem.
/// </summary>
static class WordClasses
{
    const char Silent = '~', Joint = '_';
    const int ClassSalt = 55, StemSalt = 56;

    static readonly FrozenDictionary<uint, uint[]> Classes;
    static readonly FrozenSet<uint> SilentWords;

    /// <summary>All words of the lists, for whoever wants to know how words are spelt.</summary>
    public static readonly IReadOnlyList<string> Words;

    static WordClasses()
    {
        string[] lines = [.. WordLists.Lines("word-classes.txt")];
        Classes = lines.Where(line => line[0] != Silent).SelectMany(line => line.Split(' ').Select(word => (Key: Key(word), Class: Hash.Of(ClassSalt, line))))
            .Distinct().GroupBy(c => c.Key).ToFrozenDictionary(g => g.Key, g => g.Select(c => c.Class).ToArray());
        SilentWords = lines.Where(line => line[0] == Silent).SelectMany(line => line.Split(' ').Skip(1)).Select(StemOf).ToFrozenSet();
        Words = [.. lines.SelectMany(line => line.Split(' ', Joint)).Where(word => char.IsAsciiLetter(word[0])).Distinct().Order(StringComparer.Ordinal)];
    }

    public static uint StemOf(string word) => StemOf(word.AsSpan());

    /// <summary>What a word is known by here.</summary>
    public static uint StemOf(ReadOnlySpan<char> word) => Hash.Of(StemSalt, Stem.Of(word));

    public static uint PairOf(uint stem, uint next) => Hash.Mix(Hash.Add(stem, next));

    /// <summary>The classes of a word or pair, the one it is foremost in first; none for most words.</summary>
    public static ReadOnlySpan<uint> Of(uint stemOrPair) => Classes.TryGetValue(stemOrPair, out var classes) ? classes : [];

    public static bool IsSilent(uint stem) => SilentWords.Contains(stem);

    static uint Key(string word) => word.Split(Joint) is [var first, var second] ? PairOf(StemOf(first), StemOf(second)) : StemOf(word);
}
