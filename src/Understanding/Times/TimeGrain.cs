namespace MyCavoodle.Understanding.Times;

/// <summary>How exact a time is, finest first.</summary>
public enum TimeGrain { Second, Minute, Hour, Day, Week, Month, Quarter, Year }

/// <summary>Counting in seconds up to years on a wall calendar; weeks begin on Monday. Results stay inside the calendar rather than fail.</summary>
static class TimeGrains
{
    static readonly DateTime First = new(2, 1, 1);
    static readonly DateTime Last = new(9990, 1, 1);

    /// <summary>The beginning of the day, week, month ... a time lies in.</summary>
    public static DateTime Floor(this TimeGrain grain, DateTime at) => grain switch
    {
        TimeGrain.Second => new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond),
        TimeGrain.Minute => new(at.Ticks - at.Ticks % TimeSpan.TicksPerMinute),
        TimeGrain.Hour => new(at.Ticks - at.Ticks % TimeSpan.TicksPerHour),
        TimeGrain.Day => at.Date,
        TimeGrain.Week => at.Date < First ? at.Date : at.Date.AddDays(-(((int)at.DayOfWeek + 6) % 7)),
        TimeGrain.Month => new(at.Year, at.Month, 1),
        TimeGrain.Quarter => new(at.Year, (at.Month - 1) / 3 * 3 + 1, 1),
        _ => new(at.Year, 1, 1),
    };

    public static DateTime Add(this TimeGrain grain, DateTime at, double count)
    {
        // 400,000 weeks or seven million seconds leave the calendar; what is farther off is cut at its ends.
        var days = count * grain.Days();
        if (Math.Abs(days) > 3_000_000) return days > 0 ? Last : First;
        var rough = (at - First).TotalDays + days;
        if (rough < 400) return First;
        if (rough > (Last - First).TotalDays - 400) return Last;
        return grain switch
        {
            TimeGrain.Second => at.AddTicks((long)(count * TimeSpan.TicksPerSecond)),
            TimeGrain.Minute => at.AddTicks((long)(count * TimeSpan.TicksPerMinute)),
            TimeGrain.Hour => at.AddTicks((long)(count * TimeSpan.TicksPerHour)),
            TimeGrain.Day => at.AddDays(Math.Floor(count)).AddHours(Math.Round((count - Math.Floor(count)) * 24)),
            TimeGrain.Week => at.AddDays(Math.Round(count * 7)),
            TimeGrain.Month => at.AddMonths((int)Math.Floor(count)).AddDays(Math.Round((count - Math.Floor(count)) * 30)),
            TimeGrain.Quarter => at.AddMonths((int)Math.Round(count * 3)),
            _ => at.AddMonths((int)Math.Round(count * 12)),
        };
    }

    /// <summary>About how many days it lasts.</summary>
    public static double Days(this TimeGrain grain) => grain switch
    {
        TimeGrain.Second => 1 / 86400d, TimeGrain.Minute => 1 / 1440d, TimeGrain.Hour => 1 / 24d, TimeGrain.Day => 1,
        TimeGrain.Week => 7, TimeGrain.Month => 30, TimeGrain.Quarter => 91, _ => 365,
    };

    /// <summary>"In a week" means a day, "in two hours" a minute: how exact a time counted in this is.</summary>
    public static TimeGrain Finer(this TimeGrain grain) => grain switch
    {
        TimeGrain.Second or TimeGrain.Minute => TimeGrain.Second,
        TimeGrain.Hour => TimeGrain.Minute,
        TimeGrain.Day => TimeGrain.Hour,
        TimeGrain.Week or TimeGrain.Month => TimeGrain.Day,
        _ => TimeGrain.Month,
    };
}
