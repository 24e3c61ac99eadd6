namespace MyCavoodle.Understanding.Times;

/// <summary>A time a text names.</summary>
/// <param name="At">Where in the text it stands.</param>
/// <param name="Words">As written there.</param>
/// <param name="Start">Wall-clock time in the zone of the setting.</param>
/// <param name="End">First moment after it: of the day, the hour, the interval.</param>
/// <param name="Grain">How exact.</param>
public sealed record TimeMention(int At, string Words, DateTime Start, DateTime End, TimeGrain Grain)
{
    /// <summary>From one time to another, rather than one day, hour or week.</summary>
    public bool IsInterval { get; init; }
    /// <summary>"Until Friday" has no start and "after Friday" no end: that side of it was not said.</summary>
    public OpenEnd Open { get; init; }
    /// <summary>What the day is called, where a name was given.</summary>
    public string? Holiday { get; init; }
    /// <summary>Counted from now, as "last month" is and "October" is not.</summary>
    public bool IsRelative { get; init; }
    /// <summary>So many units up to now: "the last seven days".</summary>
    public bool Rolls { get; init; }
    /// <summary>Only where a time is expected, as the answer to "when?": 24, ten thirty.</summary>
    public bool IsLatent { get; init; }
}
