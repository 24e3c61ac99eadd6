using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Injection;

/// <summary>One weight for each feature of a window, in a byte each, and where the line between ordinary and attack runs.</summary>
sealed class InjectionModel(sbyte[] weights, float scale, float bias, float threshold)
{
    public const string Section = "injection";

    public static InjectionModel From(WeightsFile file) => file.Read(Section, r =>
        new InjectionModel([.. r.ReadBytes(Window.Buckets).Select(b => (sbyte)b)], r.ReadSingle(), r.ReadSingle(), r.ReadSingle()));

    public void Write(WeightsFile into) => into.Write(Section, w =>
    {
        foreach (var weight in weights) w.Write(weight);
        w.Write(scale);
        w.Write(bias);
        w.Write(threshold);
    });

    /// <summary>Features that every window is taken to have besides its own, and that say nothing: three odd words must not weigh like thirty.</summary>
    internal const double Silent = 40;

    /// <summary>The same weights with another line.</summary>
    public InjectionModel At(double line) => new(weights, scale, bias, (float)line);

    public float Weight(int feature) => weights[feature] * scale;

    /// <summary>For or against an attack; 0 is undecided. Each feature is there once.</summary>
    public double Logit(ReadOnlySpan<int> features)
    {
        var sum = 0;
        foreach (var feature in features) sum += weights[feature];
        return features.IsEmpty ? -10 : sum * scale / Math.Sqrt(features.Length + Silent) + bias;
    }

    public bool IsAttack(double logit) => logit >= threshold;

    /// <summary>0 to 1, one half at the threshold.</summary>
    public double Score(double logit) => 1 / (1 + Math.Exp(threshold - logit));
}
