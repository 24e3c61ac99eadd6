namespace MyCavoodle.Hub;

/// <summary>When staff are at the desk, Sydney time, and how soon they answer then. Section <c>SupportHours</c>.</summary>
public sealed class SupportHours
{
    /// <summary>Sydney time. Default 9:00.</summary>
    public TimeOnly Opens { get; set; } = new(9, 0);
    /// <summary>Sydney time, after <see cref="Opens"/>. Default 17:00.</summary>
    public TimeOnly Closes { get; set; } = new(17, 0);
    /// <summary>Working days. Default Monday to Friday.</summary>
    public IList<DayOfWeek> Days { get; set; } = [];
    /// <value>5 minutes to 8 hours. Default 2 hours.</value>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromHours(2);

    static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The instant (UTC) by which a question asked now is answered: only open hours count.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset now)
    {
        var left = AnswerWithin;
        var at = now;
        // Bounded: at least one working day a week, at least some minutes open on each.
        for (var day = Sydney.DateOf(now); day < Sydney.DateOf(now).AddDays(366); day = day.AddDays(1))
        {
            if (!(Days.Count == 0 ? Weekdays : Days).Contains(day.DayOfWeek)) continue;
            var (open, close) = (Sydney.At(day, Opens), Sydney.At(day, Closes));
            at = at > open ? at : open;
            if (at >= close) continue;
            if (at + left <= close) return at + left;
            left -= close - at;
        }
        return at;
    }
}
