using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>The instant for which a row is read.</summary>
public readonly record struct Moment(DateTimeOffset Now)
{
    /// <summary>The Sydney day.</summary>
    public DateOnly Today => Sydney.DateOf(Now);
}
