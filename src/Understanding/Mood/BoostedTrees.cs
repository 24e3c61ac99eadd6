namespace MyCavoodle.Understanding.Mood;

/// <summary>Small regression trees, each learning what those before it left over.</summary>
sealed class BoostedTrees
{
    /// <summary>One tree in full: inner nodes ask whether a feature exceeds a bound, leaves add their value.</summary>
    sealed record Tree(short[] Features, float[] Bounds, float[] Leaves);

    readonly int depth;
    readonly double start;
    readonly List<Tree> trees = [];

    BoostedTrees(int depth, double start) => (this.depth, this.start) = (depth, start);

    public double Score(double[] features)
    {
        var sum = start;
        foreach (var tree in trees) sum += tree.Leaves[LeafOf(tree, features, depth)];
        return sum;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(depth);
        to.Write(start);
        to.Write(trees.Count);
        foreach (var tree in trees)
        {
            foreach (var feature in tree.Features) to.Write(feature);
            foreach (var bound in tree.Bounds) to.Write(bound);
            foreach (var leaf in tree.Leaves) to.Write(leaf);
        }
    }

    public static BoostedTrees Read(BinaryReader from)
    {
        var read = new BoostedTrees(from.ReadInt32(), from.ReadDouble());
        var inner = (1 << read.depth) - 1;
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            var features = new short[inner];
            for (var i = 0; i < inner; i++) features[i] = from.ReadInt16();
            var bounds = new float[inner];
            for (var i = 0; i < inner; i++) bounds[i] = from.ReadSingle();
            var leaves = new float[inner + 1];
            for (var i = 0; i <= inner; i++) leaves[i] = from.ReadSingle();
            read.trees.Add(new(features, bounds, leaves));
        }
        return read;
    }

    /// <summary>Learns the targets from rows of features; deterministic, the seed picks which rows and features each tree sees.</summary>
    public static BoostedTrees Fit(IReadOnlyList<double[]> rows, double[] targets, BoostedSettings settings)
    {
        var learnt = new BoostedTrees(settings.Depth, targets.Average());
        var table = new BinnedTable(rows);
        var scores = new double[rows.Count];
        Array.Fill(scores, learnt.start);
        var random = new Dice(settings.Seed);
        for (var round = 0; round < settings.Trees; round++)
        {
            var left = new double[rows.Count];
            for (var i = 0; i < left.Length; i++) left[i] = targets[i] - scores[i];
            var tree = Grow(table, left, settings, random);
            learnt.trees.Add(tree);
            for (var i = 0; i < scores.Length; i++) scores[i] += tree.Leaves[LeafOf(tree, rows[i], settings.Depth)];
        }
        return learnt;
    }

    static int LeafOf(Tree tree, double[] features, int depth)
    {
        var node = 0;
        for (var level = 0; level < depth; level++)
            node = 2 * node + (tree.Features[node] >= 0 && features[tree.Features[node]] > tree.Bounds[node] ? 2 : 1);
        return node - tree.Features.Length;
    }

    static Tree Grow(BinnedTable table, double[] left, BoostedSettings settings, Dice random)
    {
        var inner = (1 << settings.Depth) - 1;
        var tree = new Tree(new short[inner], new float[inner], new float[inner + 1]);
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(_ => random.Next() < settings.RowShare)];
        int[] features = [.. Enumerable.Range(0, table.Features).Where(_ => random.Next() < settings.FeatureShare)];
        var parts = new int[2 * inner + 1][];
        parts[0] = rows;
        for (var node = 0; node < inner; node++)
        {
            var split = table.Best(parts[node], features, left, settings);
            (tree.Features[node], tree.Bounds[node]) = ((short)split.Feature, (float)table.Bound(split));
            (parts[2 * node + 1], parts[2 * node + 2]) = table.Part(parts[node], split);
            parts[node] = [];
        }
        for (var leaf = 0; leaf <= inner; leaf++)
        {
            var part = parts[inner + leaf];
            double sum = 0;
            foreach (var row in part) sum += left[row];
            tree.Leaves[leaf] = (float)(settings.Rate * sum / (part.Length + settings.Smoothing));
        }
        return tree;
    }
}

/// <param name="Rate">How much of what is left over one tree takes.</param>
/// <param name="Fewest">Rows in the smaller side of a split.</param>
/// <param name="Smoothing">Rows of no information added to each leaf.</param>
sealed record BoostedSettings(int Trees = 300, int Depth = 4, double Rate = 0.05, int Fewest = 25, double Smoothing = 10,
    double RowShare = 0.7, double FeatureShare = 0.5, uint Seed = 20_250_101);

/// <summary>An own xorshift, as the platform's random numbers may change from one version to the next.</summary>
sealed class Dice(uint seed)
{
    uint state = seed;

    /// <summary>0 up to 1.</summary>
    public double Next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state / 4294967296.0;
    }
}
