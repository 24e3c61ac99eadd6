namespace MyCavoodle.Understanding.Learning;

/// <summary>A trait of a text, known by the hash of what it is.</summary>
/// <param name="Word">The place of the word it was seen at.</param>
readonly record struct Feature(uint Hash, Field Field, ushort Word);

/// <summary>Kinds of features, weighed apart.</summary>
enum Field : byte
{
    /// <summary>The words, alone and in pairs; the first and the last one also as such.</summary>
    Words,

    /// <summary>The same of their stems, and pairs of them with a word between.</summary>
    Stems,

    /// <summary>Runs of letters inside words, which still match where a word is misspelt or takes another form.</summary>
    Letters,

    /// <summary>What words mean: the classes they belong to, else their stems, without the silent ones; alone, in pairs, and in pairs near each other in any order.</summary>
    Meanings,
}

/// <summary>Turns a text into features. Keeps what it works with, so one is needed for each thread.</summary>
sealed class FeatureReader(Vocabulary? vocabulary = null)
{
    public const int Fields = 4;

    const int ShortestRun = 2, LongestRun = 5, Near = 4;
    const char Edge = ' ';

    // Salts, so that a word and its stem, a pair and a pair in any order are features of their own.
    const uint First = 1, Last = 2, Gap = 3, Neighbours = 4, Together = 5;

    readonly Words words = new(vocabulary);
    readonly List<Feature> features = [];
    uint[] whole = new uint[64], stems = new uint[64], meanings = new uint[64];
    int[] places = new int[64];

    public Words Words => words;

    /// <summary>The feature that is a word's stem alone.</summary>
    public uint StemOf(int word) => stems[word];

    /// <summary>Valid until the next text is read.</summary>
    public List<Feature> Read(string text)
    {
        words.Read(text);
        features.Clear();
        if (whole.Length < words.Count) (whole, stems, meanings, places) = (new uint[words.Count], new uint[words.Count], new uint[words.Count], new int[words.Count]);
        for (var i = 0; i < words.Count; i++)
        {
            whole[i] = Hash.Of((int)Field.Words, words[i]);
            stems[i] = WordClasses.StemOf(words[i]);
        }
        AddSequence(whole, Field.Words);
        AddSequence(stems, Field.Stems);
        for (var i = 2; i < words.Count; i++) Add(Pair(Gap, stems[i - 2], stems[i]), Field.Stems, i);
        AddMeanings();
        for (var i = 0; i < words.Count; i++)
        {
            AddRuns(words[i], i);
            if (words.IsRepaired(i)) AddRuns(words.Written(i), i);
        }
        return features;
    }

    void AddSequence(uint[] hashes, Field field)
    {
        for (var i = 0; i < words.Count; i++)
        {
            Add(hashes[i], field, i);
            Add(i == 0 ? Pair(First, 0, hashes[i]) : Pair(Neighbours, hashes[i - 1], hashes[i]), field, i);
        }
        if (words.Count > 0) Add(Pair(Last, 0, hashes[words.Count - 1]), field, words.Count - 1);
    }

    void AddMeanings()
    {
        var count = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var phrase = i + 1 < words.Count ? WordClasses.Of(WordClasses.PairOf(stems[i], stems[i + 1])) : [];
            var classes = WordClasses.Of(stems[i]);
            if (phrase.IsEmpty && classes.IsEmpty && WordClasses.IsSilent(stems[i])) continue;
            foreach (var meaning in phrase) Add(meaning, Field.Meanings, i);
            foreach (var meaning in classes) Add(meaning, Field.Meanings, i);
            if (phrase.IsEmpty && classes.IsEmpty) Add(Hash.Mix(stems[i]), Field.Meanings, i);
            (meanings[count], places[count]) = (!phrase.IsEmpty ? phrase[0] : !classes.IsEmpty ? classes[0] : stems[i], i);
            count++;
            if (!phrase.IsEmpty) i++;
        }
        for (var i = 0; i < count; i++)
        {
            Add(i == 0 ? Pair(First, 1, meanings[i]) : Pair(Neighbours, meanings[i - 1], meanings[i]), Field.Meanings, places[i]);
            for (var j = i + 1; j < count && j <= i + Near; j++)
                Add(Pair(Together, Math.Min(meanings[i], meanings[j]), Math.Max(meanings[i], meanings[j])), Field.Meanings, places[j]);
        }
        if (count > 0) Add(Pair(Last, 1, meanings[count - 1]), Field.Meanings, places[count - 1]);
    }

    void AddRuns(ReadOnlySpan<char> word, int at)
    {
        Span<char> edged = stackalloc char[word.Length + 2];
        edged[0] = edged[^1] = Edge;
        word.CopyTo(edged[1..]);
        for (var from = 0; from < edged.Length; from++)
        {
            var hash = Hash.Start((int)Field.Letters);
            for (var to = from; to < edged.Length && to < from + LongestRun; to++)
            {
                hash = Hash.Add(hash, edged[to]);
                if (to - from + 1 >= ShortestRun) Add(Hash.Mix(hash), Field.Letters, at);
            }
        }
    }

    void Add(uint hash, Field field, int word) => features.Add(new(hash, field, (ushort)word));

    static uint Pair(uint kind, uint one, uint other) => Hash.Mix(Hash.Add(Hash.Add(Hash.Start((int)kind + 100), one), other));
}
