namespace MyCavoodle.Understanding.Learning;

/// <summary>Makes probabilities of scores: softmax with the sharpness under which held-out texts were the least surprising.</summary>
static class Calibration
{
    /// <summary>The sharpness that fits texts not learned from.</summary>
    public static double Fit(IReadOnlyList<HeldOut> held)
    {
        // The surprise has one lowest point, so thirds close in on it.
        var (low, high) = (Math.Log(0.2), Math.Log(50));
        for (var step = 0; step < 40; step++)
        {
            var (a, b) = (low + (high - low) / 3, high - (high - low) / 3);
            if (Surprise(held, Math.Exp(a)) < Surprise(held, Math.Exp(b))) high = b;
            else low = a;
        }
        return Math.Exp((low + high) / 2);
    }

    public static void Softmax(ReadOnlySpan<float> scores, double sharpness, Span<double> probabilities)
    {
        double top = double.MinValue, sum = 0;
        for (var k = 0; k < probabilities.Length; k++) top = Math.Max(top, scores[k]);
        for (var k = 0; k < probabilities.Length; k++) sum += probabilities[k] = Math.Exp(sharpness * (scores[k] - top));
        for (var k = 0; k < probabilities.Length; k++) probabilities[k] /= sum;
    }

    static double Surprise(IReadOnlyList<HeldOut> held, double sharpness)
    {
        var sum = 0.0;
        foreach (var (scores, gold, _) in held)
        {
            Span<double> probabilities = new double[scores.Length];
            Softmax(scores, sharpness, probabilities);
            sum -= Math.Log(Math.Max(probabilities[gold], 1e-9));
        }
        return sum;
    }
}
