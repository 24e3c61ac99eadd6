namespace MyCavoodle.Understanding.Learning;

/// <summary>Says which of its labels a text is about, having learned from examples. Any number of threads may ask at once.</summary>
public sealed class TextClassifier
{
    readonly string[] labels;
    readonly Vocabulary vocabulary;
    readonly FeatureSpace space;
    readonly CompactMatrix weights;
    readonly double sharpness;
    readonly Novelty novelty;
    Vectors? idle;

    TextClassifier(string[] labels, Vocabulary vocabulary, FeatureSpace space, CompactMatrix weights, double sharpness, Novelty novelty) =>
        (this.labels, this.vocabulary, this.space, this.weights, this.sharpness, this.novelty) = (labels, vocabulary, space, weights, sharpness, novelty);

    /// <summary>In alphabetical order.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <exception cref="ArgumentException">There are fewer than two labels.</exception>
    public static TextClassifier Learn(IReadOnlyList<Example> examples, LearningOptions? options = null)
    {
        options ??= new();
        string[] labels = [.. examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length < 2) throw new ArgumentException("Examples of at least two labels are needed.", nameof(examples));
        var outOfScope = Array.FindIndex(labels, l => options.OutOfScopeLabels.Contains(l, StringComparer.OrdinalIgnoreCase));
        var held = Held(examples, labels, options);
        return Fit(examples, labels, options, Calibration.Fit(held), Novelty.Fit(outOfScope, held));
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
        Array.Sort(ranking, static (a, b) => b.Probability.CompareTo(a.Probability));
        return new(ranking, novelty.Of(scores[..labels.Length], known));
    }

    /// <summary>What each word of a text, in its order, said for a label.</summary>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public IReadOnlyList<WordEvidence> Explain(string text, string label)
    {
        var column = Array.BinarySearch(labels, label, StringComparer.Ordinal);
        if (column < 0) throw new ArgumentException($"No label {label}.", nameof(label));
        var vectors = Interlocked.Exchange(ref idle, null) ?? new Vectors(space, vocabulary);
        var said = vectors.Explain(text, feature => weights[feature, column]);
        idle = vectors;
        return said;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(labels.Length);
        foreach (var label in labels) writer.Write(label);
        writer.Write(sharpness);
        novelty.Write(writer);
        vocabulary.Write(writer);
        space.Write(writer);
        weights.Write(writer);
    }

    public static TextClassifier Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var k = 0; k < labels.Length; k++) labels[k] = reader.ReadString();
        var sharpness = reader.ReadDouble();
        var novelty = Novelty.Read(reader);
        var vocabulary = Vocabulary.Read(reader);
        var space = FeatureSpace.Read(reader);
        return new(labels, vocabulary, space, CompactMatrix.Read(reader), sharpness, novelty);
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

    static TextClassifier Fit(IReadOnlyList<Example> examples, string[] labels, LearningOptions options, double sharpness, Novelty novelty)
    {
        var space = FeatureSpace.Of(examples.Select(e => e.Text));
        var read = new Vectors(space);
        List<SparseVector> rows = [.. examples.Select(e => read.Read(e.Text).Copy())];
        var learned = MarginLearner.Learn(rows, [.. examples.Select(e => Gold(labels, e))], [.. examples.Select(e => e.Weight)], space.Count, labels.Length, options);
        int[] kept = [.. Enumerable.Range(0, space.Count).Where(f => CompactMatrix.Largest(learned.Row(f)) > options.LeastWeight)];
        return new(labels, Vocabulary.Of(examples.Select(e => e.Text)), space.Only(kept), CompactMatrix.Of(learned, [.. kept, space.Count], labels.Length), sharpness, novelty);
    }

    /// <summary>Learns without a part and looks at how that part is scored, in turn; of many examples one part is enough.</summary>
    static List<HeldOut> Held(IReadOnlyList<Example> examples, string[] labels, LearningOptions options)
    {
        const int Parts = 5, Many = 3000;
        List<HeldOut> held = [];
        for (var turn = 0; turn < (examples.Count < Many ? Parts : 1); turn++)
        {
            List<Example> kept = [.. examples.Where((_, i) => i % Parts != turn)];
            if (kept.Count == 0) break;
            var learned = Fit(kept, labels, options, 1, new(-1, 1, 0));
            foreach (var example in examples.Where((_, i) => i % Parts == turn))
            {
                var scores = new float[learned.weights.Width];
                var known = learned.Score(example.Text, scores);
                held.Add(new(scores[..labels.Length], Gold(labels, example), known));
            }
        }
        return held;
    }

    static int Gold(string[] labels, Example example) => Array.BinarySearch(labels, example.Label, StringComparer.Ordinal);
}
