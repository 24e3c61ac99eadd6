namespace MyCavoodle.Understanding.Intents;

/// <summary>Where doubt begins; chosen on lines that were not learned from, and kept with the weights.</summary>
/// <param name="Sure">The probability from which a reading may be acted upon.</param>
/// <param name="OutOfScope">The out-of-scope score from which a message is left alone.</param>
public sealed record IntentThresholds(double Sure, double OutOfScope)
{
    /// <summary>How many of the readings called sure must be right.</summary>
    const double Right = 0.97;

    /// <summary>For a model without lines to choose on.</summary>
    public static IntentThresholds Unmeasured { get; } = new(0.6, 0.7);

    /// <param name="read">For each held-out line: the likeliest intent's probability, whether it is right, the out-of-scope score, and whether it is out of scope.</param>
    public static IntentThresholds Choose(IReadOnlyCollection<(double Probability, bool IsRight, double OutOfScope, bool IsOut)> read)
    {
        if (read.Count == 0) return Unmeasured;
        return new(Steps.FirstOrDefault(t => Share(read.Where(r => r.Probability >= t), r => r.IsRight) >= Right, Unmeasured.Sure), Steps.MaxBy(Balanced));

        double Balanced(double t) => Share(read.Where(r => r.IsOut), r => r.OutOfScope >= t) + Share(read.Where(r => !r.IsOut), r => r.OutOfScope < t);
    }

    static IEnumerable<double> Steps => Enumerable.Range(10, 90).Select(hundredth => hundredth / 100.0);

    static double Share<T>(IEnumerable<T> all, Func<T, bool> which)
    {
        var list = all.ToList();
        return list.Count == 0 ? 0 : (double)list.Count(which) / list.Count;
    }
}
