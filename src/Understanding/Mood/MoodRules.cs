namespace MyCavoodle.Understanding.Mood;

/// <summary>What denials, boosters, shouting and shifts make of each word where it stands: its <see cref="Felt.Weight"/>.</summary>
static class MoodRules
{
    const double DeniedGood = -0.74, DeniedBad = -0.45;
    const double Boost = 0.25, Shouting = 0.25, Stretch = 0.25;
    /// <summary>What a booster says from one, two and three words away.</summary>
    static readonly double[] Reach = [1, 0.6, 0.4];
    const double ShoutedBoost = 1.5;
    const double BeforeShift = 0.6, AfterShift = 1.35, Conceded = 0.6;
    const int ReachOfDenial = 4;
    /// <summary>Shouting says something only beside words that are not shouted.</summary>
    const double MostShouted = 0.8;

    /// <summary>Weighs every word.</summary>
    public static void Weigh(List<Felt> felt)
    {
        var words = felt.Count(f => f.Kind == FeltKind.Word);
        var shouted = felt.Count(f => f.Shouted);
        var mixed = shouted > 0 && shouted < Math.Max(2, words * MostShouted);
        for (var i = 0; i < felt.Count; i++)
            if (felt[i].Valence != 0) felt[i].Weight = Weighed(felt, i, mixed);
            else felt[i].Denied = felt[i].Kind == FeltKind.Word && Denials(felt, i) % 2 == 1;
        Shift(felt);
    }

    /// <summary>Where the last "but" stands; below zero: none.</summary>
    public static int LastShift(List<Felt> felt) => felt.FindLastIndex(f => f.Turn.HasFlag(Turn.Shifts));

    static void Shift(List<Felt> felt)
    {
        var shift = LastShift(felt);
        if (shift > 0)
            for (var i = 0; i < felt.Count; i++) felt[i].Weight *= i < shift ? BeforeShift : AfterShift;
        var concede = felt.FindIndex(f => f.Turn.HasFlag(Turn.Concedes));
        if (concede < 0) return;
        var end = felt.FindIndex(concede + 1, f => f.Word is "," or "." or "!" or ";");
        for (var i = concede + 1; i < end; i++) felt[i].Weight *= Conceded;
    }

    static double Weighed(List<Felt> felt, int at, bool mixed)
    {
        var it = felt[at];
        if (it.Kind == FeltKind.Sign) return it.Valence;
        var size = Math.Abs(it.Valence);
        if (it.Shouted && mixed) size += Shouting * size;
        if (it.Stretched) size += Stretch;
        for (var (back, seen) = (1, 0); at - back >= 0 && seen < Reach.Length; back++)
        {
            var before = felt[at - back];
            if (before.Kind == FeltKind.Mark) break;
            if (before.InPhrase) continue;
            var share = size * Boost * Reach[seen++];
            if (before.Turn.HasFlag(Turn.Strengthens)) size += share * (before.Shouted && mixed ? ShoutedBoost : 1);
            if (before.Turn.HasFlag(Turn.Weakens)) size -= share;
        }
        it.Denied = Denials(felt, at) % 2 == 1;
        return Math.Sign(it.Valence) * size * (!it.Denied ? 1 : it.Valence > 0 ? DeniedGood : DeniedBad);
    }

    /// <summary>Denials that reach a word from before: not across a mark, a shift or a word of feeling, nor further than a few words.</summary>
    static int Denials(List<Felt> felt, int at)
    {
        var denials = 0;
        for (var (back, seen) = (1, 0); at - back >= 0 && seen < ReachOfDenial; back++)
        {
            var before = felt[at - back];
            if (before.Kind != FeltKind.Word || before.Turn.HasFlag(Turn.Shifts)) break;
            if (before.InPhrase) continue;
            seen++;
            if (before.Turn.HasFlag(Turn.Denies)) denials++;
            else if (before.Valence != 0 && seen > 1) break;
        }
        return denials;
    }
}
