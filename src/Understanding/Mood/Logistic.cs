namespace MyCavoodle.Understanding.Mood;

/// <summary>Makes scores chances: 1 / (1 + e^(−slope · (score − middle))).</summary>
static class Logistic
{
    const int Steps = 200;

    /// <param name="truths">0 … 1.</param>
    public static (double Middle, double Slope) Fit(double[] scores, double[] truths)
    {
        // Newton's way on slope and offset; a little is kept back so that texts all alike do not drive the slope away.
        double slope = 1, offset = 0;
        for (var step = 0; step < Steps; step++)
        {
            double bySlope = 1e-3 * slope, byOffset = 0, slopes = 1e-3, both = 0, offsets = 1e-9;
            for (var i = 0; i < scores.Length; i++)
            {
                var chance = 1 / (1 + Math.Exp(-(slope * scores[i] + offset)));
                var (error, weight) = (chance - truths[i], chance * (1 - chance));
                bySlope += error * scores[i];
                byOffset += error;
                slopes += weight * scores[i] * scores[i];
                both += weight * scores[i];
                offsets += weight;
            }
            var whole = slopes * offsets - both * both;
            if (whole <= 1e-12) break;
            var (changeSlope, changeOffset) = ((offsets * bySlope - both * byOffset) / whole, (slopes * byOffset - both * bySlope) / whole);
            slope -= changeSlope;
            offset -= changeOffset;
            if (Math.Abs(changeSlope) + Math.Abs(changeOffset) < 1e-9) break;
        }
        return (-offset / slope, slope);
    }
}
