namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Counting in days, months and so on. https://support.airtable.com/docs/supported-units-for-datetime-diff</summary>
static class DateUnit
{
    static string? Known(string unit) => unit switch
    {
        "ms" or "millisecond" or "milliseconds" => "ms",
        "s" or "second" or "seconds" => "s",
        "m" or "minute" or "minutes" => "m",
        "h" or "hour" or "hours" => "h",
        "d" or "day" or "days" => "d",
        "w" or "week" or "weeks" => "w",
        "M" or "month" or "months" => "M",
        "Q" or "quarter" or "quarters" => "Q",
        "y" or "year" or "years" => "y",
        _ => null,
    };

    /// <summary>Whole units from one to the other, towards zero.</summary>
    public static object Between(DateTimeOffset from, DateTimeOffset to, string unit) => Known(unit) switch
    {
        "ms" => Math.Truncate((to - from).TotalMilliseconds),
        "s" => Math.Truncate((to - from).TotalSeconds),
        "m" => Math.Truncate((to - from).TotalMinutes),
        "h" => Math.Truncate((to - from).TotalHours),
        "d" => Math.Truncate((to - from).TotalDays),
        "w" => Math.Truncate((to - from).TotalDays / 7),
        "M" => (double)Months(from, to),
        "Q" => (double)(Months(from, to) / 3),
        "y" => (double)(Months(from, to) / 12),
        _ => Failure.Instance,
    };

    public static object Add(DateTimeOffset at, double count, string unit)
    {
        try
        {
            return Known(unit) switch
            {
                "ms" => at.AddMilliseconds(count),
                "s" => at.AddSeconds(count),
                "m" => at.AddMinutes(count),
                "h" => at.AddHours(count),
                "d" => at.AddDays(count),
                "w" => at.AddDays(count * 7),
                "M" => at.AddMonths((int)count),
                "Q" => at.AddMonths((int)count * 3),
                "y" => at.AddYears((int)count),
                _ => Failure.Instance,
            };
        }
        catch (ArgumentException) { return Failure.Instance; }
    }

    /// <summary>The beginning of the unit a moment lies in; the moment itself without a unit.</summary>
    public static DateTimeOffset Floor(DateTimeOffset at, string? unit)
    {
        var day = new DateTimeOffset(at.Date, at.Offset);
        return unit is null ? at : Known(unit) switch
        {
            "s" => day.AddSeconds(Math.Floor(at.TimeOfDay.TotalSeconds)),
            "m" => day.AddMinutes(Math.Floor(at.TimeOfDay.TotalMinutes)),
            "h" => day.AddHours(at.Hour),
            "d" => day,
            "w" => day.AddDays(-(int)at.DayOfWeek),
            "M" => day.AddDays(1 - at.Day),
            "Q" => day.AddDays(1 - at.Day).AddMonths(-((at.Month - 1) % 3)),
            "y" => day.AddDays(1 - at.DayOfYear),
            _ => at,
        };
    }

    static int Months(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from) return -Months(to, from);
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
