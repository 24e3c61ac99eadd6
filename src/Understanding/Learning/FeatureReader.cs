namespace MyCavoodle.Understanding.Learning;

/// <summary>A trait of a text, known by the hash of what it is.</summary>
/// <param name="Word">The place of the word it was seen at.</param>
readonly record struct Feature(uint Hash, byte Field, ushort Word);

/// <summary>
/// Turns words into features, in fields that are weighed apart: the words themselves, their stems (each alone, in pairs, in pairs with a
/// gap, and the first ones as openers), and the runs of letters inside them, which still match where a word is misspelt.
/// </summary>
sealed class FeatureReader
{
    public const int Fields = 3;
    public const byte WordField = 0, StemField = 1, LetterField = 2;

    const int ShortestRun = 2, LongestRun = 5;
    const char Edge = ' ';

    readonly Words words = new();
    readonly List<Feature> features = [];
    uint[] whole = new uint[64], stems = new uint[64];

    public Words Words => words;

    /// <summary>The feature that is a word's stem alone.</summary>
    public uint StemOf(int word) => stems[word];

    public List<Feature> Read(string text)
    {
        words.Read(text);
        features.Clear();
        if (whole.Length < words.Count) (whole, stems) = (new uint[words.Count * 2], new uint[words.Count * 2]);
        for (var i = 0; i < words.Count; i++)
        {
            whole[i] = Hash.Of(WordField, words[i]);
            stems[i] = Hash.Of(StemField, Stem.Of(words[i]));
        }
        Combine(whole, WordField, gaps: false);
        Combine(stems, StemField, gaps: true);
        for (var i = 0; i < words.Count; i++) AddRuns(words[i], i);
        return features;
    }

    void Combine(uint[] hashes, byte field, bool gaps)
    {
        var last = Hash.Start(field + 16);
        for (var i = 0; i < words.Count; i++)
        {
            Add(hashes[i], field, i);
            Add(Hash.Mix(Hash.Add(last, hashes[i])), field, i);
            if (gaps && i > 1) Add(Hash.Mix(Hash.Add(Hash.Add(hashes[i - 2], 7), hashes[i])), field, i);
            last = hashes[i];
        }
        if (words.Count > 0) Add(Hash.Mix(Hash.Add(last, 3)), field, words.Count - 1);
    }

    void AddRuns(ReadOnlySpan<char> word, int at)
    {
        Span<char> edged = stackalloc char[word.Length + 2];
        edged[0] = edged[^1] = Edge;
        word.CopyTo(edged[1..]);
        for (var from = 0; from < edged.Length; from++)
        {
            var hash = Hash.Start(LetterField);
            for (var to = from; to < edged.Length && to < from + LongestRun; to++)
            {
                hash = Hash.Add(hash, edged[to]);
                if (to - from + 1 >= ShortestRun) Add(Hash.Mix(hash), LetterField, at);
            }
        }
    }

    void Add(uint hash, byte field, int word) => features.Add(new(hash, field, (ushort)word));
}
