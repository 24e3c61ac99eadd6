using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>From one time to another: from 3 to 5 pm, 13-15 July, since Monday, the last seven days, the weekend, summer, the end of the month.</summary>
static class StretchRules
{
    public static void Words(Lexicon lexicon, bool north)
    {
        lexicon.Add("weekend|week - end|week end", Weekend);
        var turn = north ? 6 : 0;
        lexicon.Add("summer", Season(12, turn)); lexicon.Add("autumn", Season(3, turn)); lexicon.Add("winter", Season(6, turn)); lexicon.Add("spring", Season(9, turn));
        lexicon.Add("eod|end of day|end of the day|close of business|cob", new Once(s => new Span(s.Now.Date.AddHours(17), s.Now.Date.AddDays(1), TimeGrain.Hour)) { Grain = TimeGrain.Hour, Form = Form.Interval, IsAnchored = true, Lasts = 0.3 });
        lexicon.Add("eom|end of month", End(DayRules.Cycle(TimeGrain.Month, 0)));
        lexicon.Add("eoy|end of year", End(DayRules.Cycle(TimeGrain.Year, 0)));
        lexicon.Add("end of week|eow", End(DayRules.Cycle(TimeGrain.Week, 0)));
        lexicon.Add("week to date|wtd", ToDate(TimeGrain.Week));
        lexicon.Add("month to date|mtd", ToDate(TimeGrain.Month));
        lexicon.Add("quarter to date|qtd", ToDate(TimeGrain.Quarter));
        lexicon.Add("year to date|ytd", ToDate(TimeGrain.Year));
    }

    static readonly Series Weekend = new Recurring(TimeGrain.Week, w => new Span(w.AddDays(5), w.AddDays(7), TimeGrain.Day)) { Grain = TimeGrain.Day, Form = Form.Season, Lasts = 2, Every = 7 };

    /// <summary>Whole months; the north has them half a year later.</summary>
    static Recurring Season(int south, int turn) => Season((south + turn - 1) % 12 + 1);

    static Recurring Season(int month) => new(TimeGrain.Year, y => new Span(y.AddMonths(month - 1), y.AddMonths(month + 2), TimeGrain.Day)) { Grain = TimeGrain.Day, Form = Form.Season, Lasts = 90, Every = 365 };

    static Once ToDate(TimeGrain grain) => new(s => new Span(grain.Floor(s.Now), s.Now.Date.AddDays(1), grain)) { Grain = grain, Form = Form.Interval, IsAnchored = true, IsCycle = true, Lasts = 2 };

    const string Until = "to - until till til thru through";

    public static IEnumerable<Rule> All =>
    [
        // 13-15 July, July 13 to 15.
        Of(A<Ordinal>(), Say(Until), A<Ordinal>(), Maybe("of"), A<MonthName>(), (a, _, b, _, m) => Days(m.Month, a.Value, b.Value)),
        Of(A<Number>(IsDay), Say(Until), A<Number>(IsDay), Maybe("of"), A<MonthName>(), (a, _, b, _, m) => Days(m.Month, a.Int, b.Int)),
        Of(A<Number>(IsDay), Say(Until), A<Ordinal>(), Maybe("of"), A<MonthName>(), (a, _, b, _, m) => Days(m.Month, a.Int, b.Value)),
        Of(A<Ordinal>(), Say("and"), A<Ordinal>(), Maybe("of"), A<MonthName>(), (a, _, b, _, m) => Days(m.Month, a.Value, b.Value)),
        Of(A<Number>(IsDay), Say("and"), A<Number>(IsDay), Maybe("of"), A<MonthName>(), (a, _, b, _, m) => Days(m.Month, a.Int, b.Int)),
        Of(A<MonthName>(), A<Number>(IsDay), Say(Until), A<Number>(IsDay), (m, a, _, b) => Days(m.Month, a.Int, b.Int)),
        Of(A<MonthName>(), Maybe("the"), A<Ordinal>(), Say(Until), Maybe("the"), A<Ordinal>(), (m, _, a, _, _, b) => Days(m.Month, a.Value, b.Value)),
        Of(A<MonthName>(), A<Number>(IsDay), Say("and"), A<Number>(IsDay), (m, a, _, b) => Days(m.Month, a.Int, b.Int)),
        Of(Say("from between the"), A<Series>(s => s is { Form: Form.Interval, Open: OpenEnd.None, Rolls: false, Latent: false }), (_, s) => s),
        // This evening from 7 to 7:30, 3-8 pm yesterday afternoon.
        Of(A<Series>(s => s.Part is not null), Maybe("from between ,"), A<ClockTime>(), Say("to - until till and"), A<ClockTime>(), (p, _, a, _, b) => Within(p, a, b)),
        Of(A<ClockTime>(), Say("to - until till and"), A<ClockTime>(), Maybe("in on"), Maybe("the"), A<Series>(s => s.Part is not null), (a, _, b, _, _, p) => Within(p, a, b)),
        // Later this week, earlier this month.
        Of(Say("later"), Maybe("in on"), A<Series>(s => s.IsCycle), (_, _, s) => Part(s, true)),
        Of(Say("earlier"), Maybe("in"), A<Series>(s => s.IsCycle), (_, _, s) => Part(s, false)),
        // From one time to another.
        Of(A<Series>(), Say(Until), A<Series>(), (a, _, b) => Between(a, b) is { } stretch ? a is { Latent: true, Form: Form.Clock } && b.Latent ? stretch.With(latent: true) : stretch : null),
        Of(A<Series>(s => s.Grain == TimeGrain.Day), Glued("."), Glued("."), A<Series>(s => s.Grain == TimeGrain.Day), (a, _, _, b) => Between(a, b)),
        Of(Say("from"), A<Series>(), Say(Until), A<Series>(), (_, a, _, b) => Between(a, b)),
        Of(Say("between"), A<Series>(), Say("and"), A<Series>(), (_, a, _, b) => Between(a, b)),
        Of(Say("from"), A<Series>(), Say("to until"), Say("the"), A<Series>(), (_, a, _, _, b) => Between(a, b)),
        // One end open.
        Of(Say("since"), Maybe("the"), A<Series>(IsSaid), (_, _, s) => Since(s)),
        Of(Say("from"), A<Series>(IsSaid), Maybe("on onward"), Say("onwards onward on"), (_, s, _, _) => Open(s, OpenEnd.End)),
        Of(Say("after"), A<Series>(IsSaid), (_, s) => Open(s, OpenEnd.End, s.Grain >= TimeGrain.Day)),
        Of(Say("until till til by before"), Maybe("the"), A<Series>(IsSaid), (w, _, s) => Open(s, OpenEnd.Start)),
        Of(Say("no"), Say("later"), Say("than"), A<Series>(IsSaid), (_, _, _, s) => Open(s, OpenEnd.Start)),
        Of(A<Series>(IsSaid), Say("at"), Say("the"), Say("latest"), (s, _, _, _) => Open(s, OpenEnd.Start)),
        Of(A<Series>(IsSaid), Say("at"), Say("the"), Say("earliest"), (s, _, _, _) => Open(s, OpenEnd.End)),
        // The last seven days, the next three weeks.
        Of(Say("last past previous"), A<Duration>(d => d.Grain >= TimeGrain.Second), (_, d) => Some(d, -1)).Costing(0.5),
        Of(Say("next coming following upcoming"), A<Duration>(), (_, d) => Some(d, 1)).Costing(0.5),
        // The first half of May, the beginning of next year.
        Of(Say("beginning start"), Say("of"), Maybe("the"), A<Series>(IsLong), (_, _, _, s) => Share(s, 0, 1 / 3d)),
        Of(Say("early"), A<Series>(IsLong), (_, s) => Share(s, 0, 1 / 3d)),
        Of(Say("middle mid"), Maybe("of -"), Maybe("the"), A<Series>(IsLong), (_, _, _, s) => Share(s, 1 / 3d, 2 / 3d)),
        Of(Say("end"), Say("of"), Maybe("the"), A<Series>(IsLong), (_, _, _, s) => End(s)),
        Of(Say("late"), A<Series>(IsLong), (_, s) => End(s)),
        Of(Say("end"), Say("of"), Maybe("the"), A<Unit>(IsCycle), (_, _, _, u) => End(DayRules.Cycle(u.Grain, 0))),
        Of(Say("beginning start"), Say("of"), Maybe("the"), A<Unit>(IsCycle), (_, _, _, u) => Share(DayRules.Cycle(u.Grain, 0), 0, 1 / 3d)),
        Of(Say("rest remainder"), Say("of"), A<Series>(s => s.IsAnchored && IsLong(s)), (_, _, s) => new Derived(s, (t, span) => span with { Start = span.Holds(t.Now) ? t.Now.Date : span.Start, Grain = TimeGrain.Day }) { Grain = TimeGrain.Day, Form = Form.Interval, Lasts = 2, IsAnchored = true }),
    ];

    static Recurring? Days(int month, int first, int last) => first >= last || CalendarRules.Date(month, last) is null ? null
        : new Recurring(TimeGrain.Year, y => DateTime.DaysInMonth(y.Year, month) >= last ? new Span(new(y.Year, month, first), new DateTime(y.Year, month, last).AddDays(1), TimeGrain.Day) : null)
        { Grain = TimeGrain.Day, Form = Form.Interval, Lasts = last - first, Every = 365 };

    static Stretch? Between(Series from, Series to)
    {
        if (from is ClockTime a && to is ClockTime b)
        {
            // "From 9 to 5", "from 3 to 5 pm".
            if (a.Half == Half.Either && b.Half != Half.Either) a = b.Half == Half.Afternoon && a.Hour % 12 <= b.Hour % 12 ? a.In(Half.Afternoon)! : b.Half == Half.Morning ? a.In(Half.Morning)! : a.ByDay();
            else if (a.Half == Half.Either && b.Half == Half.Either)
            {
                a = a.ByDay();
                b = b.Hour == a.Hour || a.Half == Half.Afternoon && a.Hour != 12 && b.Hour > a.Hour ? b.In(b.Hour == 12 ? Half.Morning : a.Half)! : b.Hour < a.Hour ? b.In(Half.Afternoon)! : b.ByDay();
            }
            return new Stretch(a, b, false) { Grain = a.Grain < b.Grain ? a.Grain : b.Grain, Form = Form.Interval, Lasts = 0.2, Every = 1 };
        }
        if (to is ClockTime end && from.Form == Form.Moment) return new Stretch(from, end.ByDay(), false) { Grain = from.Grain, Form = Form.Interval, Lasts = 0.3, Every = from.Every, IsAnchored = from.IsAnchored };
        if (from is ClockTime || to is ClockTime || from.Form is Form.Clock or Form.PartOfDay || to.Form is Form.Clock or Form.PartOfDay || from.Open != OpenEnd.None || to.Open != OpenEnd.None || from.Latent && to.Latent && (from.Form != to.Form || from.Form is not (Form.DayOfMonth or Form.Year or Form.Month or Form.Weekday))) return null;
        if (from.Latent && from.Form is not (Form.Month or Form.Weekday or Form.DayOfMonth or Form.Year)) return null;
        return new Stretch(from, to, to.Grain >= TimeGrain.Day) { Grain = from.Grain < to.Grain ? from.Grain : to.Grain, Form = Form.Interval, Lasts = Math.Max(2, to.Grain.Days()), Every = Math.Max(from.Every, to.Every), IsAnchored = from.IsAnchored || to.IsAnchored };
    }

    /// <summary>Both hours are in the same part of the day, as far as they may be.</summary>
    static Series? Within(Series part, ClockTime a, ClockTime b)
    {
        var half = part.Part!.Half;
        if ((a.Half == Half.Either ? a.In(half) : a) is not { } from || (b.Half == Half.Either ? b.In(half) : b) is not { } to || Between(from, to) is not { } hours) return null;
        return part.PartOf is not { } day ? hours : new Meeting(day, hours) { Grain = hours.Grain, Form = Form.Interval, Lasts = 0.2, IsAnchored = true, Every = day.Every };
    }

    /// <summary>What is left of the unit around now, or what is gone.</summary>
    static Derived Part(Series cycle, bool left) => new(cycle, (t, span) => !span.Holds(t.Now) ? span : left ? span with { Start = t.Now.Date, Grain = TimeGrain.Day } : span with { End = t.Now.Date.AddDays(1), Grain = TimeGrain.Day })
    { Grain = TimeGrain.Day, Form = Form.Interval, Lasts = 2, IsAnchored = true };

    static Once Since(Series s) => new(t =>
        (s.IsAnchored ? s.Resolve(t) : s.Back(t, t.Now).Cast<Span?>().FirstOrDefault()) is { } span && span.Start <= t.Now ? new Span(span.Start, s.Grain < TimeGrain.Day ? t.Now : t.Now.Date.AddDays(1), span.Grain) : null)
    { Grain = s.Grain, Form = Form.Interval, IsAnchored = true, Open = OpenEnd.End, Lasts = 2 };

    /// <param name="beyond">"After February" begins in March, "after 3" at three.</param>
    static Derived? Open(Series s, OpenEnd open, bool beyond = false) => s.Open != OpenEnd.None ? null
        : new(s, (_, span) => beyond ? span with { Start = span.End, End = span.Grain.Add(span.End, 1) } : span)
        { Grain = s.Grain, Form = Form.Interval, Open = open, IsAnchored = s.IsAnchored, Every = s.Every, Lasts = s.Form == Form.Clock ? 0.2 : s.Lasts, SkipsNow = s.SkipsNow };

    static Once Some(Duration d, int sign)
    {
        // Days, weeks and months are whole ones; hours and minutes end now.
        if (d.Grain < TimeGrain.Day)
            return new(s => sign < 0 ? new Span(d.Grain.Add(s.Now, -d.Count), s.Now, d.Grain) : new Span(s.Now, d.Grain.Add(s.Now, d.Count), d.Grain)) { Grain = d.Grain, Form = Form.Interval, IsAnchored = true, Lasts = 0.2 };
        return new(s =>
        {
            // For figures the last seven days are those up to today.
            if (s.LooksBack && sign < 0) return new Span(d.Grain.Add(s.Now.Date, -d.Count).AddDays(1), s.Now.Date.AddDays(1), TimeGrain.Day);
            var now = d.Grain.Floor(s.Now);
            return sign < 0 ? new Span(d.Grain.Add(now, -d.Count), now, d.Grain) : new Span(d.Grain.Add(now, 1), d.Grain.Add(now, 1 + d.Count), d.Grain);
        }) { Grain = d.Grain, Form = Form.Interval, IsAnchored = true, Rolls = sign < 0, Lasts = d.Count * d.Grain.Days() };
    }

    static Derived End(Series s) => Share(s, 2 / 3d, 1);

    static Derived Share(Series s, double from, double to) => new Derived(s, (_, span) =>
    {
        var days = (span.End - span.Start).TotalDays;
        return new Span(span.Start.AddDays(Math.Round(days * from)), span.Start.AddDays(Math.Round(days * to)), TimeGrain.Day);
    }) { Grain = TimeGrain.Day, Form = Form.Interval, Lasts = s.Grain.Days() / 3, Every = s.Every, IsAnchored = s.IsAnchored };

    static bool IsDay(Number n) => n.Digits is 1 or 2 && n.IsBetween(1, 31);
    static bool IsSaid(Series s) => (!s.Latent || s.Form is Form.Month or Form.Weekday or Form.Year) && s.Open == OpenEnd.None;
    static bool IsLong(Series s) => s.Grain >= TimeGrain.Week && s.Form != Form.Interval;
    static bool IsCycle(Unit u) => u.Grain >= TimeGrain.Week;
}
