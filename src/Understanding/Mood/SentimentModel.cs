namespace MyCavoodle.Understanding.Mood;

/// <summary>
/// What was learned about how texts are rated: which kind of text it is (<c>registers</c>), what its words are worth in
/// that kind, what other collections say about them (<c>hints</c>), and trees that weigh all this and the rules' sums.
/// </summary>
sealed class SentimentModel(Quantised[] registers, Quantised valence, Quantised[] hints, BoostedTrees[] boosters)
{
    /// <summary>The linear part is steadier, the trees are sharper.</summary>
    const double LinearShare = 0.25;

    public double Score(List<Felt> felt)
    {
        var sums = MoodSums.Of(felt);
        var row = MoodFeatures.Of(felt);
        var shares = Registers.Shares([.. registers.Select(r => r.Score(row))]);
        var linear = valence.Score(Registers.Adapted(row, sums, shares));
        double[] signs = [.. sums.Figures, linear, .. shares, .. hints.Select(h => h.Score(row))];
        return LinearShare * linear + (1 - LinearShare) * boosters.Average(b => b.Score(signs));
    }

    public void Write(BinaryWriter to)
    {
        WriteAll(to, registers);
        valence.Write(to);
        WriteAll(to, hints);
        to.Write(boosters.Length);
        foreach (var booster in boosters) booster.Write(to);
    }

    public static SentimentModel Read(BinaryReader from) =>
        new(ReadAll(from), Quantised.Read(from), ReadAll(from), [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => BoostedTrees.Read(from))]);

    static void WriteAll(BinaryWriter to, Quantised[] all)
    {
        to.Write(all.Length);
        foreach (var one in all) one.Write(to);
    }

    static Quantised[] ReadAll(BinaryReader from) => [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => Quantised.Read(from))];
}
