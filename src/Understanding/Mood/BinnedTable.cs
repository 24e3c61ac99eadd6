namespace MyCavoodle.Understanding.Mood;

/// <param name="Feature">Below zero: no split.</param>
/// <param name="Bin">The last bin of the lower side.</param>
readonly record struct Split(int Feature, int Bin);

/// <summary>Rows of features cut into at most 64 bins each, so that the best split is found by counting.</summary>
sealed class BinnedTable
{
    const int Bins = 64;

    readonly byte[][] columns;
    readonly double[][] bounds;

    public BinnedTable(IReadOnlyList<double[]> rows)
    {
        Rows = rows.Count;
        columns = new byte[rows[0].Length][];
        bounds = new double[columns.Length][];
        for (var f = 0; f < columns.Length; f++)
        {
            double[] sorted = [.. rows.Select(r => r[f]).Order()];
            // As a tree keeps its bounds in single precision, so are they here: both sides always agree.
            bounds[f] = [.. Enumerable.Range(1, Bins - 1).Select(b => (double)(float)sorted[(int)((long)b * sorted.Length / Bins)]).Distinct()];
            columns[f] = new byte[rows.Count];
            for (var i = 0; i < rows.Count; i++)
            {
                var at = Array.BinarySearch(bounds[f], rows[i][f]);
                columns[f][i] = (byte)(at < 0 ? ~at : at);
            }
        }
    }

    public int Rows { get; }
    public int Features => columns.Length;

    public double Bound(Split split) => split.Feature < 0 ? double.MaxValue : bounds[split.Feature][split.Bin];

    public Split Best(int[] rows, int[] features, double[] left, BoostedSettings settings)
    {
        var best = new Split(-1, 0);
        if (rows.Length < 2 * settings.Fewest) return best;
        double total = 0;
        foreach (var row in rows) total += left[row];
        var gain = total * total / (rows.Length + settings.Smoothing) + 1e-9;
        var sums = new double[Bins];
        var counts = new int[Bins];
        foreach (var feature in features)
        {
            Array.Clear(sums);
            Array.Clear(counts);
            var column = columns[feature];
            foreach (var row in rows)
            {
                sums[column[row]] += left[row];
                counts[column[row]]++;
            }
            double sum = 0;
            var count = 0;
            for (var bin = 0; bin < bounds[feature].Length; bin++)
            {
                sum += sums[bin];
                count += counts[bin];
                if (count < settings.Fewest || rows.Length - count < settings.Fewest) continue;
                var rest = total - sum;
                var here = sum * sum / (count + settings.Smoothing) + rest * rest / (rows.Length - count + settings.Smoothing);
                if (here > gain) (best, gain) = (new(feature, bin), here);
            }
        }
        return best;
    }

    public (int[] Lower, int[] Upper) Part(int[] rows, Split split) => split.Feature < 0 ? (rows, [])
        : (Array.FindAll(rows, r => columns[split.Feature][r] <= split.Bin), Array.FindAll(rows, r => columns[split.Feature][r] > split.Bin));
}
