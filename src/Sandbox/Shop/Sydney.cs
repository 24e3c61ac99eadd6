using System.Globalization;
using NodaTime;

namespace MyCavoodle.Sandbox.Shop;

/// <summary>The shop's calendar: days begin and end in Sydney, daylight saving included.</summary>
public static class Sydney
{
    static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Australia/Sydney"];

    /// <summary>The calendar day an instant falls on.</summary>
    public static DateOnly Day(DateTimeOffset instant) => Local(instant).LocalDateTime.Date.ToDateOnly();

    /// <summary>The instant (UTC) at which a day has run for so many minutes by the wall clock.</summary>
    public static DateTimeOffset At(DateOnly day, int minuteOfDay, int second = 0)
    {
        var local = LocalDate.FromDateOnly(day).AtMidnight().PlusMinutes(minuteOfDay).PlusSeconds(second);
        return local.InZoneLeniently(Zone).ToInstant().ToDateTimeOffset();
    }

    /// <summary>ISO 8601 with the shop's offset, as Shopify writes it: 2026-02-02T13:29:14+11:00.</summary>
    public static string Format(DateTimeOffset instant) => Shifted(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The same instant, seen with Sydney's offset.</summary>
    public static DateTimeOffset Shifted(DateTimeOffset instant) => Local(instant).ToDateTimeOffset();

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static ZonedDateTime Local(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone);
}
