namespace MyCavoodle.Understanding.Times;

/// <summary>A stretch of wall-clock time, its end not included, as exact as its grain.</summary>
readonly record struct Span(DateTime Start, DateTime End, TimeGrain Grain)
{
    public static Span Of(TimeGrain grain, DateTime within) => Of(grain, within, grain);

    /// <summary>The day, week ... around a time, counted from where that begins: <paramref name="floor"/> is how exact the beginning is.</summary>
    public static Span Of(TimeGrain grain, DateTime within, TimeGrain floor)
    {
        var start = floor.Floor(within);
        return new(start, grain.Add(start, 1), grain);
    }

    public static Span Day(int year, int month, int day) => Of(TimeGrain.Day, new(year, month, day));

    public bool Holds(DateTime at) => Start <= at && at < End;
}
