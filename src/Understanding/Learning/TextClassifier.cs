namespace MyCavoodle.Understanding.Learning;

/// <summary>Says which of its labels a text is about, having learned from examples. Any number of threads may ask at once.</summary>
public sealed class TextClassifier
{
    const double Doubt = 0.5, Familiar = 0.8;

    readonly string[] labels;
    readonly Vocabulary vocabulary;
    readonly FeatureSpace space;
    readonly CompactMatrix weights;
    readonly double sharpness;
    readonly int outOfScope;
    Vectors? idle;

    TextClassifier(string[] labels, Vocabulary vocabulary, FeatureSpace space, CompactMatrix weights, double sharpness, int outOfScope) =>
        (this.labels, this.vocabulary, this.space, this.weights, this.sharpness, this.outOfScope) = (labels, vocabulary, space, weights, sharpness, outOfScope);

    /// <summary>In alphabetical order.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <exception cref="ArgumentException">There are fewer than two labels.</exception>
    public static TextClassifier Learn(IReadOnlyList<Example> examples, LearningOptions? options = null)
    {
        options ??= new();
        string[] labels = [.. examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length < 2) throw new ArgumentException("Examples of at least two labels are needed.", nameof(examples));
        var sharpness = Sharpness(examples, labels, options);
        var (space, weights) = Fit(examples, labels, options);
        return new(labels, Vocabulary.Of(examples.Select(e => e.Text)), space, weights, sharpness, Array.FindIndex(labels, l => options.OutOfScopeLabels.Contains(l, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Never throws, whatever the text; one that says nothing known gets low probabilities.</summary>
    public Classification Classify(string text)
    {
        Span<float> scores = stackalloc float[weights.Width];
        Span<double> probabilities = stackalloc double[labels.Length];
        var known = Score(text, scores);
        Calibration.Softmax(scores, sharpness, probabilities);
        var ranking = new Ranked[labels.Length];
        for (var k = 0; k < labels.Length; k++) ranking[k] = new(labels[k], probabilities[k]);
        var none = outOfScope >= 0 ? probabilities[outOfScope] : 0;
        Array.Sort(ranking, static (a, b) => b.Probability.CompareTo(a.Probability));
        // In doubt, or of words never seen: the more of both, the likelier it is something else altogether.
        var inScope = (1 - none) * (1 - Doubt * (1 - ranking[0].Probability)) * (known == 0 ? 0 : known + (1 - known) * Familiar);
        return new(ranking, 1 - inScope);
    }

    /// <summary>What each word of a text, in its order, said for a label.</summary>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public IReadOnlyList<WordEvidence> Explain(string text, string label)
    {
        var column = Array.BinarySearch(labels, label, StringComparer.Ordinal);
        if (column < 0) throw new ArgumentException($"No label {label}.", nameof(label));
        var vectors = new Vectors(space, vocabulary);
        return vectors.Explain(text, feature => weights[feature, column]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(labels.Length);
        foreach (var label in labels) writer.Write(label);
        writer.Write(sharpness);
        writer.Write(outOfScope);
        vocabulary.Write(writer);
        space.Write(writer);
        weights.Write(writer);
    }

    public static TextClassifier Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var k = 0; k < labels.Length; k++) labels[k] = reader.ReadString();
        var (sharpness, outOfScope) = (reader.ReadDouble(), reader.ReadInt32());
        var vocabulary = Vocabulary.Read(reader);
        var space = FeatureSpace.Read(reader);
        return new(labels, vocabulary, space, CompactMatrix.Read(reader), sharpness, outOfScope);
    }

    /// <returns>The share of the text's words that are known.</returns>
    double Score(string text, Span<float> scores)
    {
        scores.Clear();
        var vectors = Interlocked.Exchange(ref idle, null) ?? new Vectors(space, vocabulary);
        var vector = vectors.Read(text);
        for (var i = 0; i < vector.Count; i++) weights.AddRow(vector.At[i], vector.Values[i], scores);
        weights.AddRow(space.Count, 1, scores);
        var known = vectors.Known;
        idle = vectors;
        return known;
    }

    static (FeatureSpace, CompactMatrix) Fit(IReadOnlyList<Example> examples, string[] labels, LearningOptions options)
    {
        var space = FeatureSpace.Of(examples.Select(e => e.Text));
        var read = new Vectors(space);
        List<SparseVector> rows = [.. examples.Select(e => read.Read(e.Text).Copy())];
        var learned = MarginLearner.Learn(rows, Golds(examples, labels), [.. examples.Select(e => e.Weight)], space.Count, labels.Length, options.Cost);
        int[] kept = [.. Enumerable.Range(0, space.Count).Where(f => CompactMatrix.Largest(learned.Row(f)) > options.LeastWeight)];
        return (space.Only(kept), CompactMatrix.Of(learned, [.. kept, space.Count], labels.Length));
    }

    /// <summary>Learns without a part and looks at how it scores that part, in turn.</summary>
    static double Sharpness(IReadOnlyList<Example> examples, string[] labels, LearningOptions options)
    {
        var (parts, turns) = examples.Count < 3000 ? (5, 5) : (5, 1);
        if (examples.Count < 2 * parts) return 2;
        List<float[]> scores = [];
        List<int> golds = [];
        for (var turn = 0; turn < turns; turn++)
        {
            List<Example> kept = [.. examples.Where((_, i) => i % parts != turn)];
            var (space, weights) = Fit(kept, labels, options);
            var held = new TextClassifier(labels, Vocabulary.Of(kept.Select(e => e.Text)), space, weights, 1, -1);
            foreach (var example in examples.Where((_, i) => i % parts == turn))
            {
                var own = new float[weights.Width];
                held.Score(example.Text, own);
                scores.Add(own[..labels.Length]);
                golds.Add(Array.BinarySearch(labels, example.Label, StringComparer.Ordinal));
            }
        }
        return Calibration.Fit(scores, golds);
    }

    static int[] Golds(IReadOnlyList<Example> examples, string[] labels) => [.. examples.Select(e => Array.BinarySearch(labels, e.Label, StringComparer.Ordinal))];
}
