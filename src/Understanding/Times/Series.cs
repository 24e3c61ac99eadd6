namespace MyCavoodle.Understanding.Times;

/// <summary>What a time expression may be part of: "3 pm" and "Tuesday" combine, "Tuesday" and "Friday" do not.</summary>
enum Form { Other, Weekday, Month, DayOfMonth, Date, Clock, PartOfDay, Year, Holiday, Week, Now, Day, Interval, Shift, Season, Moment }

/// <summary>
/// A time as words name it, which may be many: every Tuesday, every 24th of a month, this one afternoon. Which of them
/// is meant shows once it is laid beside another ("Tuesday the 24th") or beside the time it was said.
/// </summary>
abstract class Series
{
    /// <summary>How exact.</summary>
    public required TimeGrain Grain { get; init; }
    public Form Form { get; init; }
    /// <summary>A time only where a time is expected: "24", "may", "ten thirty".</summary>
    public bool Latent { get; init; }
    /// <summary>"Tuesday", said on a Tuesday, is the next.</summary>
    public bool SkipsNow { get; init; }
    public string? Holiday { get; init; }
    /// <summary>The one nearest to now, before or after, rather than the next.</summary>
    public bool TakesNearest { get; init; }
    /// <summary>About every how many days there is one; of two that are laid together the rarer leads.</summary>
    public double Every { get; init; } = double.PositiveInfinity;
    /// <summary>About how many days it lasts, where that is not the grain.</summary>
    public double Lasts { get; init; }
    /// <summary>Fixed by another word already: "next Tuesday" takes no further "last".</summary>
    public bool IsAnchored { get; init; }
    /// <summary>This week, last month: the unit around now or beside it.</summary>
    public bool IsCycle { get; init; }
    /// <summary>So many units up to now.</summary>
    public bool Rolls { get; init; }
    public OpenEnd Open { get; init; }
    /// <summary>The part of the day it is, where it is one: a clock time beside it is within ("tonight at 8").</summary>
    public DayPart? Part { get; init; }
    /// <summary>The day that part is of; null for any.</summary>
    public Series? PartOf { get; init; }

    /// <summary>Those that end after a time, in their order.</summary>
    public abstract IEnumerable<Span> Ahead(TimeSetting setting, DateTime from);

    /// <summary>Those that began before a time, latest first.</summary>
    public abstract IEnumerable<Span> Back(TimeSetting setting, DateTime from);

    /// <summary>The one that is meant, seen from the time it was said; null when there is none.</summary>
    public Span? Resolve(TimeSetting setting)
    {
        var now = setting.Now;
        if (TakesNearest && Ahead(setting, now).Take(1).Concat(Back(setting, now).Take(1)).ToList() is { Count: > 0 } both) return both.MinBy(s => Math.Abs((s.Start - now).TotalDays));
        foreach (var span in setting.LooksBack && !IsAnchored ? Back(setting, now) : Ahead(setting, now))
            if (!(SkipsNow && span.Holds(now) && !setting.LooksBack)) return span;
        foreach (var span in setting.LooksBack && !IsAnchored ? Ahead(setting, now) : Back(setting, now)) return span;
        return null;
    }

    /// <summary>The nth to come (1 is the next that has not begun) or, below zero, the nth that is over.</summary>
    public Span? Nth(TimeSetting setting, DateTime from, int n)
    {
        var spans = n > 0 ? Ahead(setting, from).Where(s => s.Start > from) : Back(setting, from).Where(s => s.End <= from);
        foreach (var span in spans.Skip(Math.Abs(n) - 1)) return span;
        return null;
    }

    public Series With(Form? form = null, bool? latent = null, bool? anchored = null, OpenEnd? open = null, TimeGrain? grain = null, bool? skipsNow = null) =>
        new Derived(this, (_, span) => grain is { } g ? span with { Grain = g } : span)
        {
            Grain = grain ?? Grain, Form = form ?? Form, Lasts = Lasts, Latent = latent ?? Latent, Holiday = Holiday, Every = Every,
            IsAnchored = anchored ?? IsAnchored, Open = open ?? Open, SkipsNow = skipsNow ?? SkipsNow, TakesNearest = TakesNearest, Part = Part, PartOf = PartOf,
        };
}

/// <summary>Which side of an interval was not said: "since Monday", "until Friday".</summary>
public enum OpenEnd { None, Start, End }

/// <summary>One time, counted from when it was said: today, next month, 2014.</summary>
sealed class Once(Func<TimeSetting, Span?> find) : Series
{
    public override IEnumerable<Span> Ahead(TimeSetting setting, DateTime from) => find(setting) is { } span && span.End > from ? [span] : [];
    public override IEnumerable<Span> Back(TimeSetting setting, DateTime from) => find(setting) is { } span && span.Start < from ? [span] : [];
}

/// <summary>At most one in every day, week, month or year.</summary>
sealed class Recurring(TimeGrain per, Func<DateTime, Span?> pick) : Series
{
    /// <summary>A leap day on a Monday comes every 28 years.</summary>
    const int Farthest = 42;

    public override IEnumerable<Span> Ahead(TimeSetting setting, DateTime from) => Walk(from, 1).Where(s => s.End > from);
    public override IEnumerable<Span> Back(TimeSetting setting, DateTime from) => Walk(from, -1).Where(s => s.Start < from);

    IEnumerable<Span> Walk(DateTime from, int step)
    {
        var unit = per.Add(per.Floor(from), -step);
        for (var left = per == TimeGrain.Year ? Farthest : 400; left > 0; left--, unit = per.Add(unit, step))
            if (pick(unit) is { } span) yield return span;
    }
}

/// <summary>For each of another series one time that follows from it: the day after, the third Tuesday of, the closest Monday to.</summary>
sealed class Derived(Series of, Func<TimeSetting, Span, Span?> pick) : Series
{
    const int Most = 40;

    public override IEnumerable<Span> Ahead(TimeSetting setting, DateTime from)
    {
        // What follows from the one that is just over may still be ahead.
        foreach (var before in of.Back(setting, from).Take(1))
            if (pick(setting, before) is { } span && span.Start >= from && !of.Ahead(setting, from).Take(1).Contains(before)) yield return span;
        foreach (var next in of.Ahead(setting, from).Take(Most))
            if (pick(setting, next) is { } span && span.End > from) yield return span;
    }

    public override IEnumerable<Span> Back(TimeSetting setting, DateTime from)
    {
        foreach (var next in of.Ahead(setting, from).Take(1))
            if (pick(setting, next) is { } span && span.Start < from && !of.Back(setting, from).Take(1).Contains(next)) yield return span;
        foreach (var before in of.Back(setting, from).Take(Most))
            if (pick(setting, before) is { } span && span.Start < from) yield return span;
    }
}

/// <summary>Both at once: Tuesday the 24th, 5 pm tomorrow, Easter 2013. The longer or rarer leads.</summary>
sealed class Meeting : Series
{
    const int Most = 40;
    const int MostWithin = 400;
    readonly Series outer;
    readonly Series inner;

    public Meeting(Series one, Series other) => (outer, inner) = Leads(one, other) ? (one, other) : (other, one);

    static bool Leads(Series one, Series other)
    {
        var (longer, shorter) = (Length(one), Length(other));
        return longer != shorter ? longer > shorter : one.Every >= other.Every;
    }

    static double Length(Series series) => series.Lasts > 0 ? series.Lasts : series.Grain.Days();

    public override IEnumerable<Span> Ahead(TimeSetting setting, DateTime from) =>
        outer.Ahead(setting, from).Take(Most).SelectMany(o => Within(setting, o)).Where(s => s.End > from);

    public override IEnumerable<Span> Back(TimeSetting setting, DateTime from) =>
        outer.Back(setting, from).Take(Most).SelectMany(o => Within(setting, o).Reverse()).Where(s => s.Start < from);

    IEnumerable<Span> Within(TimeSetting setting, Span around) =>
        inner.Ahead(setting, around.Start).Take(MostWithin).TakeWhile(s => s.Start < around.End).Where(s => s.Start >= around.Start);
}

/// <summary>From the beginning of one to the end of another, or to its beginning where that is what is said ("from 3 to 5 pm").</summary>
sealed class Stretch(Series from, Series to, bool throughEnd) : Series
{
    public override IEnumerable<Span> Ahead(TimeSetting setting, DateTime at) => from.Ahead(setting, at).Take(20).SelectMany(f => Until(setting, f));
    public override IEnumerable<Span> Back(TimeSetting setting, DateTime at) => from.Back(setting, at).Take(20).SelectMany(f => Until(setting, f));

    IEnumerable<Span> Until(TimeSetting setting, Span first) =>
        to.Ahead(setting, first.Start).Where(t => t.Start >= first.Start && (t.Start > first.Start || throughEnd)).Take(1)
            .Select(t => new Span(first.Start, throughEnd ? t.End : t.Start, first.Grain < t.Grain ? first.Grain : t.Grain));
}
