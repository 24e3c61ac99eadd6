namespace MyCavoodle.Hub;

/// <summary>Whole Sydney days, both ends included.</summary>
/// <param name="Name">As it was asked for: this week.</param>
/// <param name="Previous">The period to compare with; null for a comparison itself.</param>
public sealed record Period(string Name, DateOnly From, DateOnly To, Period? Previous = null)
{
    /// <summary>First instant, UTC.</summary>
    public DateTimeOffset Start => Sydney.StartOf(From);
    /// <summary>First instant after it, UTC.</summary>
    public DateTimeOffset End => Sydney.StartOf(To.AddDays(1));

    /// <summary>Mon 16 Nov 2026 to Sun 22 Nov 2026; a single day is named once.</summary>
    public string Dates => From == To ? Sydney.Spoken(From) : $"{Sydney.Spoken(From)} to {Sydney.Spoken(To)}";

    public static Period Day(string name, DateOnly day) =>
        new(name, day, day, new("the day before", day.AddDays(-1), day.AddDays(-1)));

    /// <summary>The last <paramref name="days"/> days up to <paramref name="to"/>, beside as many before.</summary>
    public static Period Days(string name, DateOnly from, DateOnly to)
    {
        var length = to.DayNumber - from.DayNumber + 1;
        return new(name, from, to, new($"the {length} days before", from.AddDays(-length), from.AddDays(-1)));
    }

    /// <summary>A week that has begun, up to today, beside the week before up to the same weekday.</summary>
    public static Period ThisWeek(DateOnly today)
    {
        var monday = Monday(today);
        return new("this week so far", monday, today, new("last week to the same day", monday.AddDays(-7), today.AddDays(-7)));
    }

    public static Period LastWeek(DateOnly today)
    {
        var monday = Monday(today).AddDays(-7);
        return new("last week", monday, monday.AddDays(6), new("the week before", monday.AddDays(-7), monday.AddDays(-1)));
    }

    /// <summary>A month, quarter or year (1, 3 or 12 months) that has begun, up to today, beside the one before up to the same day.</summary>
    public static Period Begun(string name, string before, int months, DateOnly today)
    {
        var from = StartOfSpan(today, months);
        var lastFrom = from.AddMonths(-months);
        var lastTo = today.AddMonths(-months);
        return new(name, from, today, new(before, lastFrom, lastTo < from ? lastTo : from.AddDays(-1)));
    }

    /// <summary>A whole month, quarter or year that is over, beside the one before.</summary>
    public static Period Whole(string name, string before, int months, DateOnly within)
    {
        var from = StartOfSpan(within, months);
        return new(name, from, from.AddMonths(months).AddDays(-1), new(before, from.AddMonths(-months), from.AddDays(-1)));
    }

    static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    static DateOnly StartOfSpan(DateOnly day, int months) => new(day.Year, (day.Month - 1) / months * months + 1, 1);
}
