using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Mood;

/// <summary>How angry a message is. Any number of threads may ask.</summary>
public sealed class Anger
{
    /// <summary>The section of the weights.</summary>
    public const string Section = "anger";

    internal const int Size = 1 << 17;

    /// <summary>What sounds this good or better is not angry, whatever its words; below the second, it may be wholly.</summary>
    const double Good = 1.5, NotGood = -0.5;

    readonly FeltReader reader;
    readonly Quantised words;
    readonly double middle, slope;

    internal Anger(FeltReader reader, Quantised words, double middle, double slope) =>
        (this.reader, this.words, this.middle, this.slope) = (reader, words, middle, slope);

    /// <exception cref="InvalidDataException">The weights have no such section.</exception>
    public static Anger Read(Lexicon lexicon, WeightsFile weights) =>
        weights.Read(Section, from => new Anger(new(lexicon), Quantised.Read(from), from.ReadDouble(), from.ReadDouble()));

    /// <returns>0 … 1.</returns>
    /// <param name="feeling">How the same message sounds.</param>
    public double Of(PlainText message, Feeling feeling)
    {
        var felt = reader.Read(message);
        if (felt.Count == 0) return 0;
        var likely = 1 / (1 + Math.Exp(-slope * (words.Score(Row(felt)) - middle)));
        return likely * Math.Clamp((Good - feeling.Score) / (Good - NotGood), 0, 1);
    }

    internal void Write(BinaryWriter to)
    {
        words.Write(to);
        to.Write(middle);
        to.Write(slope);
    }

    /// <summary>The words, and what of the rules' sums speaks of anger: how bad the bad ones are, shouting, marks.</summary>
    internal static SparseRow Row(List<Felt> felt)
    {
        var sums = MoodSums.Of(felt);
        var row = MoodFeatures.Of(felt).Folded(Size);
        double[] signs =
        [
            sums.Verdict, sums.Bad / 5, sums.Worst / 3, sums.BadSigns / 3, sums.Middle / 2,
            sums.Shouted, Math.Min(sums.Exclaims, 4) / 4, Math.Min(sums.Asks, 4) / 4,
        ];
        for (var i = 0; i < signs.Length; i++) row.Add(Size + i, 3 * signs[i]);
        return row;
    }

    internal const int Features = Size + 8;
}
