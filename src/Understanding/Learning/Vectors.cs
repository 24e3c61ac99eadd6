namespace MyCavoodle.Understanding.Learning;

/// <summary>Reads texts into vectors of one feature space. Keeps what it works with, so one is needed for each thread.</summary>
sealed class Vectors(FeatureSpace space, Vocabulary? vocabulary = null)
{
    /// <summary>How much each field counts beside the others.</summary>
    static readonly float[] Shares = [1, 1, 1.5f, 1.7f];

    /// <summary>What familiar letters count beside a known word.</summary>
    const double HalfKnown = 0.5;

    readonly FeatureReader reader = new(vocabulary);
    readonly int[] slots = new int[space.Count];
    readonly SparseVector vector = new();
    readonly List<Field> fields = [];

    public Words Words => reader.Words;

    /// <summary>The share of its words that were seen in learning; of an unseen word the part whose letters are familiar. 0 for a text without words.</summary>
    public double Known { get; private set; }

    /// <summary>Valid until the next text is read.</summary>
    public SparseVector Read(string text)
    {
        vector.Clear();
        fields.Clear();
        var (runs, familiar) = (0, 0);
        foreach (var feature in reader.Read(text))
        {
            var number = space.Find(feature.Hash);
            if (feature.Field == Field.Letters) (runs, familiar) = (runs + 1, number < 0 ? familiar : familiar + 1);
            if (number < 0) continue;
            if (slots[number] == 0)
            {
                vector.Add(number, 0);
                fields.Add(feature.Field);
                slots[number] = vector.Count;
            }
            vector.Values[slots[number] - 1]++;
        }
        foreach (var number in vector.At) slots[number] = 0;
        Weigh();
        Known = Words.Count == 0 ? 0 : KnownWords() is var known && runs > 0 ? known + (1 - known) * HalfKnown * familiar / runs : known;
        return vector;
    }

    double KnownWords()
    {
        var known = 0;
        for (var w = 0; w < Words.Count; w++) if (space.Find(reader.StemOf(w)) >= 0) known++;
        return (double)known / Words.Count;
    }

    /// <summary>Shares out what each feature says among the words it was seen at.</summary>
    /// <param name="weight">What a feature says, by its number.</param>
    public IReadOnlyList<WordEvidence> Explain(string text, Func<int, float> weight)
    {
        Read(text);
        Dictionary<int, float> values = [];
        for (var i = 0; i < vector.Count; i++) values[vector.At[i]] = vector.Values[i] * weight(vector.At[i]);
        var all = reader.Read(text);
        var times = all.Select(f => space.Find(f.Hash)).Where(n => n >= 0).CountBy(n => n).ToDictionary();
        var said = new double[Words.Count];
        foreach (var feature in all)
            if (space.Find(feature.Hash) is >= 0 and var number) said[feature.Word] += values[number] / times[number];
        return [.. Enumerable.Range(0, Words.Count).GroupBy(w => Words.Place(w)).Select(g => new WordEvidence(Words.Source[g.Key], g.Sum(w => said[w])))];
    }

    void Weigh()
    {
        Span<float> squares = stackalloc float[FeatureReader.Fields];
        squares.Clear();
        for (var i = 0; i < vector.Count; i++)
        {
            var times = vector.Values[i];
            var value = (times > 1 ? 1 + MathF.Log(times) : 1) * space.Rarity(vector.At[i]);
            vector.Values[i] = value;
            squares[(int)fields[i]] += value * value;
        }
        for (var f = 0; f < squares.Length; f++) squares[f] = squares[f] > 0 ? Shares[f] / MathF.Sqrt(squares[f]) : 0;
        for (var i = 0; i < vector.Count; i++) vector.Values[i] *= squares[(int)fields[i]];
    }
}
