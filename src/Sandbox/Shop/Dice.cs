namespace MyCavoodle.Sandbox.Shop;

/// <summary>
/// Chance that gives the same throws for the same seed, on every machine and runtime (SplitMix64), which
/// <see cref="Random"/> does not promise across versions.
/// </summary>
public sealed class Dice(int seed, long day, int salt)
{
    ulong state = Mix(Mix((ulong)(uint)seed + 0x9E3779B97F4A7C15UL) ^ (ulong)day) ^ ((ulong)(uint)salt << 32);

    /// <summary>From 0 to 1, without 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + (int)(Fraction() * (to - from + 1));

    public decimal Money(decimal from, decimal to) => Math.Round(from + (to - from) * (decimal)Fraction(), 2);

    public bool OneIn(int count) => Between(1, count) == 1;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    ulong Next() => Mix(state += 0x9E3779B97F4A7C15UL);

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
