using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Deliveries;

/// <summary>How badly a provider's webhooks fare as long as it lasts. The same seed loses and doubles the same ones.</summary>
/// <param name="seed">Chooses which.</param>
public sealed class PostalWeather(int seed)
{
    readonly Dice dice = new(seed, 0, 7);

    public int Seed => seed;
    /// <summary>The share that never comes, 0 to 1.</summary>
    public double Drop { get; init; }
    /// <summary>The share that comes twice, same id and bytes.</summary>
    public double Twice { get; init; }
    /// <summary>Every copy waits by chance up to <see cref="LateMs"/> and keeps no order.</summary>
    public bool Shuffle { get; init; }
    /// <value>Milliseconds. Default 2,000.</value>
    public int LateMs { get; init; } = 2_000;

    /// <summary>How long each copy of the next webhook waits; none: it is lost.</summary>
    internal IReadOnlyList<TimeSpan> Next()
    {
        // Always the same number of throws, so that one setting does not change what another one strikes.
        var (lost, doubled, first, second) = (dice.Fraction() < Drop, dice.Fraction() < Twice, Wait(), Wait());
        return lost ? [] : doubled ? [first, second] : [first];
    }

    TimeSpan Wait() => TimeSpan.FromMilliseconds(dice.Fraction() * LateMs);
}
