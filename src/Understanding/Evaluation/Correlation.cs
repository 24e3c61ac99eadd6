namespace MyCavoodle.Understanding.Evaluation;

/// <summary>How far two rows of figures go together, −1 … +1; 0 where one of them never changes.</summary>
public static class Correlation
{
    public static double Pearson(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        if (a.Count == 0) return 0;
        var (meanA, meanB) = (a.Average(), b.Average());
        double both = 0, onlyA = 0, onlyB = 0;
        for (var i = 0; i < a.Count; i++)
        {
            var (fromA, fromB) = (a[i] - meanA, b[i] - meanB);
            both += fromA * fromB;
            onlyA += fromA * fromA;
            onlyB += fromB * fromB;
        }
        return onlyA > 0 && onlyB > 0 ? both / Math.Sqrt(onlyA * onlyB) : 0;
    }

    /// <summary>Of the ranks; equal figures share the middle of theirs.</summary>
    public static double Spearman(IReadOnlyList<double> a, IReadOnlyList<double> b) => Pearson(Ranks(a), Ranks(b));

    static double[] Ranks(IReadOnlyList<double> figures)
    {
        int[] order = [.. Enumerable.Range(0, figures.Count).OrderBy(i => figures[i])];
        var ranks = new double[order.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && figures[order[to]] == figures[order[from]]) to++;
            for (var i = from; i < to; i++) ranks[order[i]] = (from + to - 1) / 2.0;
            from = to;
        }
        return ranks;
    }
}
