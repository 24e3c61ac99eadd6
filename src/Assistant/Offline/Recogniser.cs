namespace MyCavoodle.Assistant.Offline;

/// <summary>
/// Learns from examples at start: TF-IDF over words, pairs of words and pieces of words; a clause means what its nearest
/// example means. Pieces make it hold up against misspellings.
/// </summary>
sealed class Recogniser
{
    readonly Dictionary<string, int> vocabulary = [];
    readonly List<(int Example, float Weight)[]> postings = [];
    readonly Intent[] intents;
    readonly float[] rarity;
    readonly float rarest;

    public Recogniser(IReadOnlyList<(Intent Intent, string Example)> examples)
    {
        intents = [.. examples.Select(e => e.Intent)];
        var features = examples.Select(e => Features.Of(e.Example)).ToList();
        var counts = new List<int>();
        foreach (var feature in features.SelectMany(f => f.Keys))
        {
            if (vocabulary.TryAdd(feature, counts.Count)) counts.Add(0);
            counts[vocabulary[feature]]++;
        }
        rarity = [.. counts.Select(c => MathF.Log(1 + examples.Count / (float)c))];
        rarest = MathF.Log(1 + examples.Count);
        Index(features, counts.Count);
    }

    /// <summary>Every intent with the likeness (0-1) of its nearest example, best first.</summary>
    public IReadOnlyList<(Intent Intent, double Score)> Recognise(string clause)
    {
        var features = Features.Of(clause);
        var sums = new float[intents.Length];
        var square = 0f;
        foreach (var (feature, weight) in features)
        {
            var known = vocabulary.TryGetValue(feature, out var id);
            var value = weight * (known ? rarity[id] : rarest);
            square += value * value;
            if (known) foreach (var (example, own) in postings[id]) sums[example] += value * own;
        }
        if (square == 0) return [];
        var norm = MathF.Sqrt(square);
        return [.. sums.Select((sum, i) => (Intent: intents[i], Score: (double)(sum / norm))).GroupBy(s => s.Intent)
            .Select(g => (g.Key, Score: g.Max(s => s.Score))).OrderByDescending(s => s.Score)];
    }

    void Index(List<Dictionary<string, float>> features, int size)
    {
        var lists = Enumerable.Range(0, size).Select(_ => new List<(int, float)>()).ToList();
        for (var example = 0; example < features.Count; example++)
        {
            var weights = features[example].Select(f => (Id: vocabulary[f.Key], Value: f.Value * rarity[vocabulary[f.Key]])).ToList();
            var norm = MathF.Sqrt(weights.Sum(w => w.Value * w.Value));
            foreach (var (id, value) in weights) lists[id].Add((example, value / norm));
        }
        postings.AddRange(lists.Select(l => l.ToArray()));
    }
}
