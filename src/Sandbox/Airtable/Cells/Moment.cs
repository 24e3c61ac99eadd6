using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Dates and times as Airtable reads and writes them: ISO 8601, UTC, milliseconds.</summary>
static class Moment
{
    static readonly string[] Exact =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
    ];

    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>A date alone, or the day a moment falls on in UTC.</summary>
    public static DateOnly? ReadDay(string text, bool leniently) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Read(text, DateTimeZone.Utc, leniently) is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;

    /// <param name="text">ISO 8601; without an offset it is a wall clock's time in the zone.</param>
    /// <param name="zone">The field's.</param>
    /// <param name="leniently">Whatever looks like a date will do.</param>
    public static DateTimeOffset? Read(string text, DateTimeZone zone, bool leniently)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return InZone(day.ToDateTime(TimeOnly.MinValue), zone);
        var understood = DateTime.TryParseExact(text, Exact, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            || leniently && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out at);
        if (!understood) return null;
        var utc = at.Kind == DateTimeKind.Unspecified ? InZone(at, zone) : new DateTimeOffset(at.ToUniversalTime());
        return new DateTimeOffset(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    /// <summary>"client" is UTC here, as it is for the API.</summary>
    public static DateTimeZone Zone(string? name) => name is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc;

    static DateTimeOffset InZone(DateTime local, DateTimeZone zone) =>
        new(zone.ResolveLocal(LocalDateTime.FromDateTime(local), Resolvers.LenientResolver).ToDateTimeUtc(), TimeSpan.Zero);
}
