using System.Globalization;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>Whether a confidence means what it says: readings in ten bins by their confidence, and how many in each were right.</summary>
public sealed class Reliability
{
    const int Bins = 10;

    readonly (int Count, int Right, double Confidence)[] bins = new (int, int, double)[Bins];

    public Reliability(IEnumerable<(double Confidence, bool IsRight)> readings)
    {
        foreach (var (confidence, isRight) in readings)
        {
            ref var bin = ref bins[Math.Clamp((int)(confidence * Bins), 0, Bins - 1)];
            bin = (bin.Count + 1, bin.Right + (isRight ? 1 : 0), bin.Confidence + confidence);
        }
    }

    /// <summary>Expected calibration error: how far confidence and share of right ones are apart, 0 to 1, weighed by the size of the bins.</summary>
    public double Error => bins.Sum(b => Math.Abs(b.Confidence - b.Right)) / Math.Max(1, bins.Sum(b => b.Count));

    public EvalTable Table => new("Reliability", ["confidence", "n", "mean confidence", "right"],
        [.. bins.Select((b, i) => (IReadOnlyList<string>)[Number(i / (double)Bins) + " to " + Number((i + 1) / (double)Bins), b.Count.ToString(CultureInfo.InvariantCulture), b.Count == 0 ? "-" : Number(b.Confidence / b.Count), b.Count == 0 ? "-" : Number(b.Right / (double)b.Count)])]);

    static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
