namespace MyCavoodle.Understanding.Mood;

/// <summary>
/// Kinds of text in which the same word weighs differently. Which kind a message is, nobody says at run time: it is
/// learned as well, and a message may be a bit of each. Every kind has its own copy of the features beside the common one.
/// </summary>
static class Registers
{
    /// <summary>Features of a kind's own copy; fewer than the common ones, for it has fewer texts.</summary>
    const int CopySize = 1 << 17;
    const double CopyWorth = 1, RuleWorth = 4;
    const double LeastShare = 0.15;

    const int Ruled = 7;

    /// <summary>The sums that enter the linear part, each brought near one.</summary>
    static double[] Rules(MoodSums sums) => [sums.Verdict, sums.Density / 2, sums.Middle / 2, sums.Good / 5, sums.Bad / 5, sums.Best / 3, sums.Worst / 3];

    public static int Size(int registers) => MoodFeatures.Size + registers * CopySize + (registers + 1) * Ruled;

    /// <summary>Scores of each kind made shares that add up to one.</summary>
    public static double[] Shares(double[] scores)
    {
        double[] clipped = [.. scores.Select(s => Math.Clamp(s, 0.001, 1))];
        var sum = clipped.Sum();
        return [.. clipped.Select(c => c / sum)];
    }

    public static SparseRow Adapted(SparseRow row, MoodSums sums, double[] shares)
    {
        var adapted = new SparseRow();
        var indices = row.Indices;
        var values = row.Values;
        for (var i = 0; i < indices.Length; i++) adapted.Add(indices[i], values[i]);
        var ruled = Rules(sums);
        var rules = MoodFeatures.Size + shares.Length * CopySize;
        foreach (var rule in ruled) adapted.Add(rules++, rule * RuleWorth);
        for (var kind = 0; kind < shares.Length; kind++)
        {
            foreach (var rule in ruled) adapted.Add(rules++, rule * RuleWorth * shares[kind]);
            if (shares[kind] < LeastShare) continue;
            for (var i = 0; i < indices.Length; i++)
                adapted.Add(MoodFeatures.Size + kind * CopySize + (indices[i] & (CopySize - 1)), values[i] * CopyWorth * shares[kind]);
        }
        return adapted;
    }
}
