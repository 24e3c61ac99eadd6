namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// How likely a text is about none of the labels: from how little the best of them wants it, how much the label for what is out of scope
/// does, if there is one, and how few of its words are known.
/// </summary>
/// <param name="outOfScope">The place of that label; -1: none.</param>
sealed class Novelty(int outOfScope, double slope, double offset)
{
    /// <summary>What all words being known counts for, in margins.</summary>
    const double Familiar = 0.3;

    /// <summary>What a text is at least of which less than <see cref="Hardly"/> is known.</summary>
    const double Unheard = 0.95;

    const double Hardly = 0.15;

    const int Steps = 50;

    /// <summary>Learns what a signal means from texts not learned from, as many times as it takes; without a label for what is out of scope it takes a usual scale.</summary>
    public static Novelty Fit(int outOfScope, IReadOnlyList<HeldOut> held)
    {
        var novelty = new Novelty(outOfScope, 4, 1.2);
        if (outOfScope < 0 || !held.Any(h => h.Gold == outOfScope)) return novelty;
        List<(double Signal, bool IsOut)> seen = [.. held.Select(h => (novelty.Signal(h.Scores, h.Known), h.Gold == outOfScope))];
        var (slope, offset) = (1.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            // Newton's method; a little pull towards 0 keeps it from running away where both kinds part without error.
            double bySlope = -0.01 * slope, byOffset = -0.01 * offset, ss = 0.01, so = 0, oo = 0.01;
            foreach (var (signal, isOut) in seen)
            {
                var likely = Logistic(slope * signal + offset);
                var (missed, sway) = ((isOut ? 1 : 0) - likely, likely * (1 - likely));
                (bySlope, byOffset) = (bySlope + missed * signal, byOffset + missed);
                (ss, so, oo) = (ss + sway * signal * signal, so + sway * signal, oo + sway);
            }
            var determinant = ss * oo - so * so;
            (slope, offset) = (slope + (oo * bySlope - so * byOffset) / determinant, offset + (ss * byOffset - so * bySlope) / determinant);
        }
        return double.IsFinite(slope) && double.IsFinite(offset) && slope > 0 ? new(outOfScope, slope, offset) : novelty;
    }

    /// <param name="known">The share of the text's words that are known.</param>
    public double Of(ReadOnlySpan<float> scores, double known)
    {
        var likely = Logistic(slope * Signal(scores, known) + offset);
        return known > Hardly ? likely : Unheard + (1 - Unheard) * likely;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(outOfScope);
        writer.Write(slope);
        writer.Write(offset);
    }

    public static Novelty Read(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());

    double Signal(ReadOnlySpan<float> scores, double known)
    {
        var best = float.MinValue;
        for (var k = 0; k < scores.Length; k++)
            if (k != outOfScope) best = MathF.Max(best, scores[k]);
        return (outOfScope >= 0 ? scores[outOfScope] : 0) - best - Familiar * known;
    }

    static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}

/// <summary>How a text that was not learned from was scored.</summary>
/// <param name="Gold">The place of its right label.</param>
readonly record struct HeldOut(float[] Scores, int Gold, double Known);
