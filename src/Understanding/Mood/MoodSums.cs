namespace MyCavoodle.Understanding.Mood;

/// <summary>Sums over the weighed words of a message, and how it is written: what the learned parts start from.</summary>
sealed class MoodSums
{
    /// <summary>A weight beyond this is strong.</summary>
    const double Strong = 2.2;
    const double Exclaimed = 0.29, Asked = 0.18, MostAsked = 0.96;
    const int MostExclaims = 4;
    /// <summary>How soon further words of feeling say nothing more.</summary>
    const double Saturation = 15;

    readonly int words;
    readonly double all, good, bad, goods, bads, best, worst, strong, first, last;
    readonly double listed, listedGood, listedBad, goodSigns, badSigns, tagged;
    readonly double beforeShift, afterShift, early, late;
    readonly double[] manner;

    MoodSums(List<Felt> felt)
    {
        MoodRules.Weigh(felt);
        var shift = MoodRules.LastShift(felt);
        words = felt.Count(f => f.Kind == FeltKind.Word);
        for (var i = 0; i < felt.Count; i++)
        {
            var (it, weight) = (felt[i], felt[i].Weight);
            if (weight == 0) continue;
            all += weight;
            if (weight > 0) (good, goods) = (good + weight, goods + 1);
            else (bad, bads) = (bad + weight, bads + 1);
            (best, worst) = (Math.Max(best, weight), Math.Min(worst, weight));
            listed += it.Valence;
            if (it.Valence > 0) listedGood += it.Valence;
            else listedBad += it.Valence;
            if (it.Kind == FeltKind.Sign && weight > 0) goodSigns += weight;
            if (it.Kind == FeltKind.Sign && weight < 0) badSigns += weight;
            if (it.Tagged) tagged += weight;
            if (i > shift) afterShift += weight;
            else beforeShift += weight;
            if (i * 2 < felt.Count) early += weight;
            else late += weight;
            if (Math.Abs(weight) > Strong) strong += weight;
            if (first == 0) first = weight;
            last = weight;
        }
        Exclaims = Marks(felt, '!');
        Asks = Marks(felt, '?');
        Shouted = (double)felt.Count(f => f.Shouted) / (words + 1);
        manner = Manner(felt, shift);
    }

    /// <summary>−1 … +1: the rules' own verdict.</summary>
    public double Verdict
    {
        get
        {
            var stress = Math.Min(Exclaims, MostExclaims) * Exclaimed + (Asks > 1 ? Math.Min(Asks * Asked, MostAsked) : 0);
            var whole = all + Math.Sign(all) * stress;
            return whole / Math.Sqrt(whole * whole + Saturation);
        }
    }

    /// <summary>How much feeling there is for its length, and in the middle of its words of feeling.</summary>
    public double Density => all / Math.Sqrt(words + 1);
    public double Middle => all / (goods + bads + 1);
    public double Good => good;
    public double Bad => bad;
    public double Best => best;
    public double Worst => worst;
    public double BadSigns => badSigns;
    public double Shouted { get; }
    public double Exclaims { get; }
    public double Asks { get; }

    /// <summary>All of them, in an order the learned trees know.</summary>
    public double[] Figures =>
    [
        all, good, bad, goods, bads, best, worst, listed, listedGood, listedBad, goodSigns, badSigns, tagged, afterShift, beforeShift, late, early,
        strong, first, last, Verdict, Density, Middle, Exclaims, Asks, Shouted, Math.Log(words + 1), .. manner,
    ];

    /// <summary>Weighs the words and sums them up.</summary>
    public static MoodSums Of(List<Felt> felt) => new(felt);

    static int Marks(List<Felt> felt, char mark) => felt.Where(f => f.Kind == FeltKind.Mark).Sum(f => f.Written.Count(c => c == mark));

    /// <summary>How it is written, which hints at what kind of text it is.</summary>
    double[] Manner(List<Felt> felt, int shift) =>
    [
        felt.Count(f => f.Stretched), felt.Count(f => f.Turn.HasFlag(Turn.Denies)), felt.Count(f => f.Turn.HasFlag(Turn.Strengthens)),
        felt.Count(f => f.Turn.HasFlag(Turn.Weakens)), shift >= 0 ? 1 : 0, felt.Count(f => f.Kind == FeltKind.Mention), felt.Count(f => f.Kind == FeltKind.Link),
        felt.Count(f => f.Word == "..."), felt.Count > 0 && char.IsUpper(felt[0].Written[0]) ? 1 : 0, felt.Count > 0 && felt[^1].Word == "." ? 1 : 0,
        felt.Count(f => f.Kind == FeltKind.Word && char.IsDigit(f.Word[0])),
        words == 0 ? 0 : (double)felt.Where(f => f.Kind == FeltKind.Word).Sum(f => f.Word.Length) / words,
        felt.Skip(1).Count(f => f.Kind == FeltKind.Word && !f.Shouted && char.IsUpper(f.Written[0])),
        felt.Count(f => f.Word == ","), felt.Count(f => f.Word is "i" or "my" or "me" or "i'm" or "im"), felt.Count(f => f.Denied), felt.Count(f => f.Tagged),
    ];
}
