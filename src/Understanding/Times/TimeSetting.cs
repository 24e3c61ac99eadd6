using NodaTime;
using NodaTime.Extensions;

namespace MyCavoodle.Understanding.Times;

/// <summary>What "today" and "8 am" are measured from. There is no clock in here: the caller says when and where.</summary>
/// <param name="Reference">When the words were said.</param>
/// <param name="Zone">Where: the zone of every time that names none.</param>
public sealed record TimeSetting(DateTimeOffset Reference, DateTimeZone Zone)
{
    /// <summary>As in the United States: 2/3 is the third of February, Father's Day is in June, summer too. Default: as in Australia.</summary>
    public bool IsAmerican { get; init; }

    /// <summary>"October" is the one that was, as for figures. Default: the one to come, as for deliveries.</summary>
    public bool LooksBack { get; init; }

    /// <summary>The reference on the wall.</summary>
    internal DateTime Now => Reference.ToInstant().InZone(Zone).LocalDateTime.ToDateTimeUnspecified();

    /// <summary>A wall-clock time as an instant; one that does not exist is moved past the gap.</summary>
    public DateTimeOffset Instant(DateTime local) =>
        Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();

    /// <summary>A time of another zone on the wall here.</summary>
    internal DateTime FromOffset(DateTime local, TimeSpan offset) =>
        new OffsetDateTime(LocalDateTime.FromDateTime(local), Offset.FromTimeSpan(offset)).InZone(Zone).LocalDateTime.ToDateTimeUnspecified();
}
