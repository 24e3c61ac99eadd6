using System.Collections.Concurrent;

namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>A holiday, every year; some fall twice into one year of ours, or into none.</summary>
sealed class HolidaySeries(Func<int, IEnumerable<DateTime>> daysOf, int lasts = 1) : Series
{
    const int Farthest = 12;

    /// <summary>Days once computed; years name the same days for ever.</summary>
    readonly ConcurrentDictionary<int, DateTime[]> known = new();

    public override IEnumerable<Span> Ahead(TimeSetting setting, DateTime from)
    {
        for (var year = Math.Max(from.Year - 1, 3); year <= Math.Min(from.Year + Farthest, 9900); year++)
            foreach (var span in In(year))
                if (span.End > from) yield return span;
    }

    public override IEnumerable<Span> Back(TimeSetting setting, DateTime from)
    {
        for (var year = Math.Min(from.Year + 1, 9900); year >= Math.Max(from.Year - Farthest, 3); year--)
            foreach (var span in In(year).Reverse())
                if (span.Start < from) yield return span;
    }

    IEnumerable<Span> In(int year) => known.GetOrAdd(year, y => [.. daysOf(y).Order()]).Select(d => new Span(d.Date, d.Date.AddDays(lasts), TimeGrain.Day));
}
