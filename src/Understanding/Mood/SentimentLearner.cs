namespace MyCavoodle.Understanding.Mood;

/// <summary>Learns a <see cref="SentimentModel"/>. Each part is shown what the parts before it say of texts they have not seen.</summary>
sealed class SentimentLearner(FeltReader reader)
{
    const int Folds = 4;
    const int RegisterSize = 1 << 16, HintSize = 1 << 17;
    const double Penalty = 30, HintPenalty = 60;
    const int Rounds = 20, FewRounds = 8;
    const int Boosters = 3;

    sealed record Text(MoodSums Sums, SparseRow Row);

    /// <param name="hints">Further collections, each with its own scale, whose view of a text helps.</param>
    public SentimentModel Learn(IReadOnlyList<RatedText> rated, IReadOnlyList<IReadOnlyList<RatedText>> hints)
    {
        List<Text> texts = [.. rated.Select(Read)];
        double[] targets = [.. rated.Select(r => r.Rating)];
        Quantised[] hinting = [.. hints.Select(Hint)];
        List<string> registers = [.. rated.Select(r => r.Register).Distinct().Order(StringComparer.Ordinal)];
        List<SparseRow> rows = [.. texts.Select(t => t.Row)];
        var kinds = registers.Select(name => Part(rows, [.. rated.Select(r => r.Register == name ? 1.0 : 0)], RegisterSize, Penalty, FewRounds)).ToList();
        double[][] shares = [.. texts.Select((_, i) => Registers.Shares([.. kinds.Select(k => k.Unseen[i])]))];
        List<SparseRow> adapted = [.. texts.Select((t, i) => Registers.Adapted(t.Row, t.Sums, shares[i]))];
        var (valence, linear) = Part(adapted, targets, Registers.Size(registers.Count), Penalty, Rounds);
        List<double[]> signs = [.. texts.Select((t, i) => (double[])[.. t.Sums.Figures, linear[i], .. shares[i], .. hinting.Select(h => h.Score(t.Row))])];
        return new([.. kinds.Select(k => k.Part)], valence, hinting,
            [.. Enumerable.Range(1, Boosters).Select(seed => BoostedTrees.Fit(signs, targets, new() { Seed = (uint)seed * 7919 }))]);
    }

    Text Read(RatedText rated)
    {
        var felt = reader.Read(MyCavoodle.Understanding.Text.PlainText.Of(rated.Text));
        var sums = MoodSums.Of(felt);
        return new(sums, MoodFeatures.Of(felt));
    }

    Quantised Hint(IReadOnlyList<RatedText> texts) =>
        Fit([.. texts.Select(t => Read(t).Row.Folded(HintSize))], [.. texts.Select(t => t.Rating)], HintSize, HintPenalty, Rounds);

    static (Quantised Part, double[] Unseen) Part(List<SparseRow> rows, double[] targets, int size, double penalty, int rounds)
    {
        var unseen = new double[rows.Count];
        rows = [.. rows.Select(r => r.Folded(size))];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] seen = [.. Enumerable.Range(0, rows.Count).Where(i => i % Folds != fold)];
            var part = Fit([.. seen.Select(i => rows[i])], [.. seen.Select(i => targets[i])], size, penalty, rounds);
            for (var i = fold; i < rows.Count; i += Folds) unseen[i] = part.Score(rows[i]);
        }
        return (Fit(rows, targets, size, penalty, rounds), unseen);
    }

    static Quantised Fit(List<SparseRow> rows, double[] targets, int size, double penalty, int rounds)
    {
        var mean = targets.Average();
        return Quantised.Of(Ridge.Fit(rows, [.. targets.Select(t => t - mean)], size, penalty, rounds), mean);
    }
}
