namespace MyCavoodle.Sandbox.Deliveries;

/// <summary>How a provider takes answers, and how long it goes on trying.</summary>
sealed record Manner
{
    public static readonly Manner Usual = new();

    /// <summary>Which statuses count as acknowledged.</summary>
    public Func<int, bool> Accepts { get; init; } = status => status is >= 200 and <= 299;
    /// <summary>How long an answer may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
    public int MostTries { get; init; } = 50;
    /// <summary>Doubles with each try, up to 25 times as long; null: as the sandbox's options say.</summary>
    public TimeSpan? FirstPause { get; init; }
}

/// <summary>One try of a delivery.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Status">0: nobody answered.</param>
sealed record Attempt(int Number, int Status, bool Accepted, TimeSpan Took);
