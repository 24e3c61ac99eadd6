
namespace MyCavoodle.Understanding.Mood;

/// <summary>
/// What the rules make of a message's words: denials, boosters, shouting and shifts weigh each word
/// (<see cref="Felt.Weight"/>), and sums over them are what the learned part starts from.
/// </summary>
static class MoodSums
{
    public const int Count = 44;

    const double DeniedGood = -0.74;
    const double DeniedBad = -0.45;
    const double Boost = 0.25;
    const double Shouting = 0.25;
    const double BeforeShift = 0.6;
    const double AfterShift = 1.35;
    const double Conceded = 0.6;
    const int ReachOfDenial = 4;

    /// <summary>Weighs the words and returns the sums, <see cref="Count"/> of them.</summary>
    public static double[] Of(List<Felt> felt)
    {
        var words = felt.Count(f => f.Kind == FeltKind.Word);
        var shouted = felt.Count(f => f.Shouted);
        var mixed = shouted > 0 && shouted < Math.Max(2, words * 0.8);
        for (var i = 0; i < felt.Count; i++)
            if (felt[i].Valence != 0) felt[i].Weight = Weighed(felt, i, mixed);
            else felt[i].Denied = felt[i].Kind == FeltKind.Word && Denials(felt, i) % 2 == 1;
        var shift = felt.FindLastIndex(f => f.Turn.HasFlag(Turn.Shifts));
        var concede = felt.FindIndex(f => f.Turn.HasFlag(Turn.Concedes));
        var concededTo = concede < 0 ? -1 : felt.FindIndex(concede + 1, f => f.Word is "," or "." or "!" or ";");
        var sums = new double[Count];
        double last = 0, first = 0;
        for (var i = 0; i < felt.Count; i++)
        {
            if (shift > 0 && felt[i].Weight != 0) felt[i].Weight *= i < shift ? BeforeShift : AfterShift;
            if (concede >= 0 && i > concede && i < concededTo) felt[i].Weight *= Conceded;
            var (weight, valence) = (felt[i].Weight, felt[i].Valence);
            if (weight == 0) continue;
            sums[0] += weight;
            sums[weight > 0 ? 1 : 2] += weight;
            sums[weight > 0 ? 3 : 4]++;
            sums[5] = Math.Max(sums[5], weight);
            sums[6] = Math.Min(sums[6], weight);
            sums[7] += valence;
            sums[valence > 0 ? 8 : 9] += valence;
            if (felt[i].Kind == FeltKind.Sign) sums[weight > 0 ? 10 : 11] += weight;
            if (felt[i].Tagged) sums[12] += weight;
            sums[i > shift ? 13 : 14] += weight;
            if (i * 2 < felt.Count) sums[15] += weight; else sums[16] += weight;
            if (Math.Abs(weight) > 2.2) sums[17] += weight;
            if (first == 0) first = weight;
            last = weight;
        }
        sums[18] = first;
        sums[19] = last;
        var exclaims = felt.Sum(f => f.Kind == FeltKind.Mark ? f.Written.Count(c => c == '!') : 0);
        var asks = felt.Sum(f => f.Kind == FeltKind.Mark ? f.Written.Count(c => c == '?') : 0);
        var stress = Math.Min(exclaims, 4) * 0.29 + (asks > 1 ? Math.Min(asks * 0.18, 0.96) : 0);
        var whole = sums[0] + Math.Sign(sums[0]) * stress;
        sums[20] = whole / Math.Sqrt(whole * whole + 15);
        sums[21] = sums[0] / Math.Sqrt(words + 1);
        sums[22] = sums[0] / (sums[3] + sums[4] + 1);
        sums[23] = exclaims;
        sums[24] = asks;
        sums[25] = Math.Log(words + 1);
        sums[26] = (double)shouted / (words + 1);
        sums[27] = felt.Count(f => f.Stretched);
        sums[28] = felt.Count(f => f.Turn.HasFlag(Turn.Denies));
        sums[29] = felt.Count(f => f.Turn.HasFlag(Turn.Strengthens));
        sums[30] = felt.Count(f => f.Turn.HasFlag(Turn.Weakens));
        sums[31] = shift >= 0 ? 1 : 0;
        sums[32] = felt.Count(f => f.Kind == FeltKind.Mention);
        sums[33] = felt.Count(f => f.Kind == FeltKind.Link);
        sums[34] = felt.Count(f => f.Word == "...");
        sums[35] = felt.Count > 0 && felt[0].Written is [var c, ..] && char.IsUpper(c) ? 1 : 0;
        sums[36] = felt.Count > 0 && felt[^1].Word == "." ? 1 : 0;
        sums[37] = felt.Count(f => f.Kind == FeltKind.Word && char.IsDigit(f.Word[0]));
        sums[38] = words == 0 ? 0 : (double)felt.Where(f => f.Kind == FeltKind.Word).Sum(f => f.Word.Length) / words;
        sums[39] = felt.Skip(1).Count(f => f.Kind == FeltKind.Word && !f.Shouted && char.IsUpper(f.Written[0]));
        sums[40] = felt.Count(f => f.Word == ",");
        sums[41] = felt.Count(f => f.Word is "i" or "my" or "me" or "i'm" or "im");
        sums[42] = felt.Count(f => f.Denied);
        sums[43] = felt.Count(f => f.Tagged);
        return sums;
    }

    static double Weighed(List<Felt> felt, int at, bool mixed)
    {
        var it = felt[at];
        var weight = it.Valence;
        if (it.Kind == FeltKind.Sign) return weight;
        if (it.Shouted && mixed) weight += Math.Sign(weight) * Shouting * Math.Abs(weight);
        if (it.Stretched) weight += Math.Sign(weight) * Boost;
        for (var (back, seen) = (1, 0); at - back >= 0 && seen < 3; back++)
        {
            var before = felt[at - back];
            if (before.Kind == FeltKind.Mark) break;
            if (before.InPhrase) continue;
            seen++;
            var share = Math.Abs(weight) * Boost * (seen == 1 ? 1 : seen == 2 ? 0.6 : 0.4);
            if (before.Turn.HasFlag(Turn.Strengthens)) weight += Math.Sign(weight) * share * (before.Shouted && mixed ? 1.5 : 1);
            if (before.Turn.HasFlag(Turn.Weakens)) weight -= Math.Sign(weight) * share;
        }
        if (Denials(felt, at) % 2 == 0) return weight;
        it.Denied = true;
        return weight * (weight > 0 ? DeniedGood : DeniedBad);
    }

    /// <summary>Denials that reach a word from before: not across a mark or a shift, nor further than a few words.</summary>
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
