using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>One out of many: the third Tuesday of March, the last week of October, the closest Monday to the fifth, the fourth quarter.</summary>
static class OrderRules
{
    public static void Words(Lexicon lexicon)
    {
        for (var q = 1; q <= 4; q++)
        {
            lexicon.Add($"q{q}|q {q}|{q} q", new QuarterName(q));
            lexicon.Add($"quarter {q}", new QuarterName(q));
        }
    }

    public static IEnumerable<Rule> All =>
    [
        // Of a month, a year: days and weeks, from the front or the back.
        Of(A<Ordinal>(), A<Unit>(IsLong), Say("of in"), A<Series>(IsAround), (n, u, _, s) => Within(s, u.Grain, n.Value)),
        Of(A<Ordinal>(), A<WeekdayName>(), Say("of in"), A<Series>(IsAround), (n, d, _, s) => Within(s, d, n.Value)),
        Of(A<Ordinal>(), A<WeekdayName>(), A<Series>(s => s.Grain == TimeGrain.Month && !s.Latent), (n, d, s) => Within(s, d, n.Value)),
        Of(Say("last final"), A<Unit>(IsLong), Say("of in"), A<Series>(IsAround), (_, u, _, s) => Within(s, u.Grain, -1)),
        Of(Say("last final"), A<WeekdayName>(), Say("of in"), A<Series>(IsAround), (_, d, _, s) => Within(s, d, -1)),
        Of(A<Ordinal>(), Maybe("to -"), Say("last"), A<Unit>(IsLong), Say("of in"), A<Series>(IsAround), (n, _, _, u, _, s) => Within(s, u.Grain, -n.Value)),
        Of(A<Ordinal>(), Maybe("to -"), Say("last"), A<WeekdayName>(), Say("of in"), A<Series>(IsAround), (n, _, _, d, _, s) => Within(s, d, -n.Value)),
        Of(A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 31)), Say("of"), A<Series>(s => s.Grain == TimeGrain.Month), (n, _, s) => Within(s, TimeGrain.Day, n.Int)),
        Of(A<Ordinal>(), Say("of in"), A<Series>(s => s.Grain == TimeGrain.Month), (n, _, s) => Within(s, TimeGrain.Day, n.Value)),
        Of(A<Ordinal>(), A<Series>(s => s.Grain == TimeGrain.Month && s.IsAnchored), (n, s) => Within(s, TimeGrain.Day, n.Value)),
        // After a day.
        Of(A<Ordinal>(), A<WeekdayName>(), Say("after following"), A<Series>(IsDay), (n, d, _, s) => Beside(s, d, n.Value)),
        Of(A<Ordinal>(), A<WeekdayName>(), Say("before"), A<Series>(IsDay), (n, d, _, s) => Beside(s, d, -n.Value)),
        Of(A<WeekdayName>(), Say("after following"), A<Series>(IsDay), (d, _, s) => Beside(s, d, 1)),
        Of(A<WeekdayName>(), Say("before"), A<Series>(IsDay), (d, _, s) => Beside(s, d, -1)),
        Of(A<Ordinal>(), A<Unit>(IsLong), Say("after"), A<Series>(IsDay), (n, u, _, s) => Units(s, u.Grain, n.Value)),
        // The closest.
        Of(Say("closest nearest"), A<Series>(IsNamed), Say("to"), A<Series>(IsDay), (_, a, _, s) => Closest(a, s, 1)),
        Of(A<Ordinal>(), Say("closest nearest"), A<Series>(IsNamed), Say("to"), A<Series>(IsDay), (n, _, a, _, s) => Closest(a, s, n.Value)),
        // Quarters.
        Of(A<Ordinal>(o => o.Value is >= 1 and <= 4), A<Unit>(u => u.Grain == TimeGrain.Quarter), (n, _) => new QuarterName(n.Value)),
        Of(A<QuarterName>(), q => Quarter(q.Number)),
        Of(A<QuarterName>(), Maybe("of in - / ,"), A<Number>(n => n.Digits == 4 && n.IsBetween(1900, 2200)), (q, _, y) => Quarter(y.Int, q.Number)),
        Of(A<QuarterName>(), Maybe("of in - / , '"), A<Number>(n => n.Digits == 2), (q, _, y) => Quarter(CalendarRules.Full(y), q.Number)).Costing(1),
        Of(A<Number>(n => n.Digits is 4 && n.IsBetween(1900, 2200)), Maybe("- /"), A<QuarterName>(), (y, _, q) => Quarter(y.Int, q.Number)),
        Of(A<Number>(n => n.Digits is 2), Maybe("- /"), A<QuarterName>(), (y, _, q) => Quarter(CalendarRules.Full(y), q.Number)),
        // The week of the sixth; Black Friday week.
        Of(Say("week"), Say("of commencing beginning starting ending with including"), Maybe("on"), A<Series>(IsDay), (_, _, _, s) => Around(s, TimeGrain.Week)),
        Of(A<Series>(s => s.Holiday is not null), Say("week"), (s, _) => Around(s, TimeGrain.Week)),
    ];

    static Recurring Quarter(int number) =>
        new(TimeGrain.Year, year => Span.Of(TimeGrain.Quarter, year.AddMonths(3 * number - 3))) { Grain = TimeGrain.Quarter, Every = 365 };

    static Once Quarter(int year, int number) => new(_ => Span.Of(TimeGrain.Quarter, new(year, 3 * number - 2, 1))) { Grain = TimeGrain.Quarter, IsAnchored = true };

    static Derived Around(Series day, TimeGrain grain) =>
        new Derived(day, (_, s) => Span.Of(grain, s.Start)) { Grain = grain, Form = Form.Week, Every = day.Every, IsAnchored = day.IsAnchored };

    /// <summary>The nth whole one inside, from the back below zero.</summary>
    static Derived? Within(Series around, TimeGrain grain, int n) => grain >= around.Grain ? null : Pick(around, grain, (first, end) =>
    {
        // A month's first week is its first whole one.
        var start = grain.Floor(first) < first ? grain.Add(grain.Floor(first), 1) : first;
        var whole = (int)Math.Floor((end - start).TotalDays / 7);
        return n > 0 ? grain.Add(start, n - 1) : grain == TimeGrain.Week ? grain.Add(start, whole + n) : grain.Add(end, n);
    });

    static Derived Within(Series around, WeekdayName weekday, int n) => Pick(around, TimeGrain.Day, (first, end) => n > 0
        ? first.AddDays((weekday.Day - Monday(first) + 7) % 7 + 7 * (n - 1))
        : end.AddDays(-1 - (Monday(end.AddDays(-1)) - weekday.Day + 7) % 7 + 7 * (n + 1)));

    static Derived Pick(Series around, TimeGrain grain, Func<DateTime, DateTime, DateTime> pick) => new Derived(around, (_, s) =>
        pick(s.Start, s.End) is var start && start >= s.Start && start < s.End ? Span.Of(grain, start) : null)
    { Grain = grain, Form = grain == TimeGrain.Day ? Form.Date : grain == TimeGrain.Week ? Form.Week : Form.Other, Every = around.Every, IsAnchored = around.IsAnchored };

    static Derived Beside(Series day, WeekdayName weekday, int n) => new(day, (_, s) => Span.Of(TimeGrain.Day, n > 0
        ? s.Start.Date.AddDays((weekday.Day - Monday(s.Start) + 6) % 7 + 1 + 7 * (n - 1))
        : s.Start.Date.AddDays(-((Monday(s.Start) - weekday.Day + 6) % 7) - 1 + 7 * (n + 1))))
    { Grain = TimeGrain.Day, Form = Form.Date, Every = day.Every, IsAnchored = day.IsAnchored };

    static Derived Units(Series day, TimeGrain grain, int n) => new(day, (_, s) => Span.Of(grain, grain.Add(s.Start, n)))
    { Grain = grain, Form = Form.Date, Every = day.Every, IsAnchored = day.IsAnchored };

    static Derived Closest(Series named, Series day, int n) => new(day, (setting, s) =>
    {
        var near = named.Ahead(setting, s.Start).Take(n + 1).Concat(named.Back(setting, s.Start).Take(n + 1)).Distinct()
            .OrderBy(c => Math.Abs((c.Start - s.Start).TotalDays)).Skip(n - 1).Take(1).ToList();
        return near is [var found] ? found : null;
    })
    { Grain = named.Grain, Form = Form.Date, Holiday = named.Holiday, Every = day.Every, IsAnchored = true };

    static int Monday(DateTime day) => ((int)day.DayOfWeek + 6) % 7;
    static bool IsLong(Unit unit) => unit.Grain >= TimeGrain.Day;
    static bool IsAround(Series s) => s.Grain is TimeGrain.Month or TimeGrain.Quarter or TimeGrain.Year or TimeGrain.Week || s.Form is Form.Season or Form.Interval;
    static bool IsDay(Series s) => s.Grain == TimeGrain.Day && !s.Latent;
    static bool IsNamed(Series s) => !s.IsAnchored && s.Form is (Form.Weekday or Form.Holiday or Form.Date or Form.Month);
}

/// <summary>The first to fourth quarter of a year.</summary>
sealed record QuarterName(int Number);
