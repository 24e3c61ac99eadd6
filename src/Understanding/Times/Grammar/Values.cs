namespace MyCavoodle.Understanding.Times.Grammar;

/// <param name="Digits">How many digits it was written with; 0 in words.</param>
sealed record Number(double Value, int Digits = 0)
{
    /// <summary>A couple, a few.</summary>
    public bool IsVague { get; init; }
    public bool IsWhole => Value == Math.Floor(Value);
    public bool IsBetween(int low, int high) => IsWhole && Value >= low && Value <= high;
    public int Int => (int)Value;
}

sealed record Ordinal(int Value);

/// <summary>A unit of time: "week", "hours".</summary>
sealed record Unit(TimeGrain Grain);

/// <summary>So many units, not yet laid anywhere: "three days".</summary>
sealed record Duration(double Count, TimeGrain Grain)
{
    /// <summary>Two and a half hours are 150 minutes. Null when it is longer than calendars are.</summary>
    public static Duration? Of(double count, TimeGrain grain)
    {
        if (count * grain.Days() > 1_000_000) return null;
        if (count == Math.Floor(count)) return new(count, grain);
        return grain switch
        {
            TimeGrain.Second => new(Math.Round(count), grain),
            TimeGrain.Minute => new(Math.Round(count * 60), TimeGrain.Second),
            TimeGrain.Hour => new(Math.Round(count * 60), TimeGrain.Minute),
            TimeGrain.Day => new(Math.Round(count * 24), TimeGrain.Hour),
            TimeGrain.Week => new(Math.Round(count * 7), TimeGrain.Day),
            TimeGrain.Month => new(Math.Round(count * 30), TimeGrain.Day),
            TimeGrain.Quarter => new(Math.Round(count * 3), TimeGrain.Month),
            _ => new(Math.Round(count * 12), TimeGrain.Month),
        };
    }

    /// <summary>An hour and twenty minutes, counted in the finer of the two.</summary>
    public Duration? Plus(Duration other) => other.Grain >= Grain ? null
        : Grain.Days() / other.Grain.Days() is var ratio && Grain == TimeGrain.Year ? Of(Count * 12 * (other.Grain == TimeGrain.Month ? 1 : 30.4 / other.Grain.Days()) + other.Count, other.Grain)
        : Of(Math.Round(Count * ratio) + other.Count, other.Grain);

    /// <summary>In three days, three days ago: as exact as the words, so "in a week" is a day and "in two hours" a minute.</summary>
    public Series FromNow(int sign) => new Once(s => At(s.Now, sign)) { Grain = Grain.Finer(), Form = Form.Shift, IsAnchored = true };

    public Span At(DateTime from, int sign, TimeGrain? grain = null) => Span.Of(grain ?? Grain.Finer(), Grain.Add(from, sign * Count));
}

/// <summary>Lays durations beside "now": the month or year that "nine months from now" is in.</summary>
sealed record Shift(Duration Duration, int Sign)
{
    public Series Around => new Once(s => Span.Of(Duration.Grain is TimeGrain.Year ? TimeGrain.Year : TimeGrain.Month, Duration.Grain.Add(s.Now, Sign * Duration.Count)))
    { Grain = Duration.Grain is TimeGrain.Year ? TimeGrain.Year : TimeGrain.Month, IsAnchored = true };
}
