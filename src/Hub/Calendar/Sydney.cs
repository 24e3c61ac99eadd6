using NodaTime;
using NodaTime.Extensions;

namespace MyCavoodle.Hub;

/// <summary>The shop's clock: business days and weeks are Australia/Sydney, weeks start on Monday. Its zone data ships with the program.</summary>
public static class Sydney
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Australia/Sydney"];

    /// <summary>The Sydney day of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => Local(instant).Date.ToDateOnly();

    /// <summary>The Sydney time of day of an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => Local(instant).TimeOfDay.ToTimeOnly();

    /// <summary>The instant a Sydney day begins, UTC; a day is 23, 24 or 25 hours long.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        day.ToLocalDate().AtStartOfDayInZone(Zone).ToInstant().ToDateTimeOffset();

    /// <summary>The instant of a wall-clock time on a Sydney day, UTC; a time that does not exist is moved past the gap.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        Zone.AtLeniently(day.ToLocalDate() + time.ToLocalTime()).ToInstant().ToDateTimeOffset();

    /// <summary>As staff and customers read it: Sun 22 Nov 2026, 3:05 pm.</summary>
    public static string Spoken(DateTimeOffset instant)
    {
        var time = TimeOf(instant);
        return $"{Spoken(DateOf(instant))}, {(time.Hour + 11) % 12 + 1}:{time.Minute:00} {(time.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>Sun 22 Nov 2026.</summary>
    public static string Spoken(DateOnly day) => day.ToString("ddd d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    static ZonedDateTime Local(DateTimeOffset instant) => instant.ToInstant().InZone(Zone);
}
