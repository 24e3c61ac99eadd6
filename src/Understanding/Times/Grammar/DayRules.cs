using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>Times counted from now: today, next week, in three days, a fortnight ago, last Tuesday.</summary>
static class DayRules
{
    public static Series Today(int offset) =>
        new Once(s => Span.Of(TimeGrain.Day, TimeGrain.Day.Add(s.Now, offset))) { Grain = TimeGrain.Day, Form = Form.Day, IsAnchored = true };

    /// <summary>The unit around now, or so many after or before it.</summary>
    public static Series Cycle(TimeGrain grain, int offset) =>
        new Once(s => Span.Of(grain, grain.Add(grain.Floor(s.Now), offset))) { Grain = grain, Form = grain == TimeGrain.Week ? Form.Week : Form.Other, IsAnchored = true, IsCycle = true };

    public static void Words(Lexicon lexicon)
    {
        lexicon.Add("now|right now|just now|at the moment|atm|at this moment|immediately|at present|straight away|asap", new Once(s => Span.Of(TimeGrain.Second, s.Now)) { Grain = TimeGrain.Second, Form = Form.Now, IsAnchored = true });
        lexicon.Add("today|at this time|so far today", Today(0));
        lexicon.Add("tomorrow", Today(1));
        lexicon.Add("yesterday", Today(-1));
        lexicon.Add("day after tomorrow|overmorrow", Today(2));
        lexicon.Add("day before yesterday", Today(-2));
        lexicon.Add("fortnight|a fortnight", new Duration(14, TimeGrain.Day));
        lexicon.Add("an hour and a half|hour and a half", new Duration(90, TimeGrain.Minute));
        lexicon.Add("half an hour|a half hour|half hour|1 / 2 hour|half a hour", new Duration(30, TimeGrain.Minute));
        lexicon.Add("quarter of an hour|a quarter of an hour|a quarter hour|quarter hour", new Duration(15, TimeGrain.Minute));
        lexicon.Add("three quarters of an hour|three - quarters of an hour|three quarters of hour", new Duration(45, TimeGrain.Minute));
        lexicon.Add("half a day", new Duration(12, TimeGrain.Hour));
        lexicon.Add("half a year", new Duration(6, TimeGrain.Month));
        lexicon.Add("decade", new Duration(10, TimeGrain.Year));
        Add(lexicon, TimeGrain.Second, "second|seconds|sec|s");
        Add(lexicon, TimeGrain.Minute, "minute|minutes|min|m");
        Add(lexicon, TimeGrain.Hour, "hour|hours|h");
        Add(lexicon, TimeGrain.Day, "day|days");
        Add(lexicon, TimeGrain.Week, "week|weeks");
        Add(lexicon, TimeGrain.Month, "month|months");
        Add(lexicon, TimeGrain.Quarter, "quarter|quarters");
        Add(lexicon, TimeGrain.Year, "year|years|y");
    }

    static void Add(Lexicon lexicon, TimeGrain grain, string words) => lexicon.Add(words, new Unit(grain));

    const string Coming = "next upcoming coming following";
    const string Gone = "last past previous prior preceding";

    public static IEnumerable<Rule> All =>
    [
        // Durations.
        Of(A<Number>(n => n.Digits is < 5 or 9), Maybe("more -"), A<Unit>(), (n, _, u) => Duration.Of(n.Value, u.Grain)),
        Of(A<Number>(n => n.Digits is 1 or 2), Glued("'"), (n, _) => Duration.Of(n.Value, TimeGrain.Minute)),
        Of(A<Number>(n => n.Digits == 0), Say("of"), A<Unit>(), (n, _, u) => Duration.Of(n.Value, u.Grain)),
        Of(Say("a an one"), A<Unit>(), (_, u) => new Duration(1, u.Grain)),
        Of(Say("about approximately around exactly roughly"), A<Duration>(), (_, d) => d),
        Of(A<Number>(n => n.Digits is < 4 or 9), Say("fortnights fortnight"), (n, _) => Duration.Of(n.Value * 14, TimeGrain.Day)),
        Of(A<Number>(n => n.Digits < 4), Say("decades decade"), (n, _) => Duration.Of(n.Value * 10, TimeGrain.Year)),
        Of(A<Number>(n => n.IsWhole && n.Value < 1000), A<Unit>(), Say("and"), Maybe("a"), Say("half"), (n, u, _, _, _) => Duration.Of(n.Value + 0.5, u.Grain)),
        Of(A<Duration>(), Maybe("and ,"), A<Duration>(), (a, _, b) => a.Plus(b)),
        // In three days, two weeks ago.
        Of(Say("in"), A<Duration>(), (_, d) => new Shift(d, 1)),
        Of(Say("within"), A<Duration>(), (_, d) => new Once(s => new Span(s.Now, d.Grain.Add(s.Now, d.Count), d.Grain.Finer())) { Grain = d.Grain.Finer(), Form = Form.Interval, IsAnchored = true }),
        Of(Say("in"), A<Number>(n => n.Digits is > 0 and < 3 && n.IsWhole && n.Value < 60), (_, n) => new Shift(new(n.Value, TimeGrain.Minute), 1)).Costing(3),
        Of(A<Duration>(), Say("ago back before earlier"), (d, w) => w.Text is "before" or "earlier" ? null : new Shift(d, -1)),
        Of(A<Duration>(), Say("hence later"), (d, _) => new Shift(d, 1)),
        Of(A<Duration>(), Say("from after"), Say("now today"), (d, _, w) => w.Text == "now" || d.Grain < TimeGrain.Day ? new Shift(d, 1) : After(Today(0), d, 1)),
        Of(A<Duration>(), Say("in"), Say("the"), Say("future past"), (d, _, _, w) => new Shift(d, w.Text == "past" ? -1 : 1)),
        Of(A<Shift>(), s => s.Duration.FromNow(s.Sign)),
        Of(A<Series>(s => !s.IsAnchored && s.Form is Form.Holiday or Form.Month or Form.Date), A<Shift>(s => s.Duration.Grain > TimeGrain.Week), (h, s) =>
            h.Form == Form.Month && s.Duration.Grain < TimeGrain.Year ? null : new Meeting(s.Around, h) { Grain = h.Grain, Form = h.Form, Holiday = h.Holiday, IsAnchored = true }),
        // Three days after Christmas.
        Of(A<Duration>(), Say("after from following"), A<Series>(s => !s.Latent && s.Form is not (Form.Shift or Form.Now)), (d, _, s) => After(s, d, 1)),
        Of(A<Duration>(), Say("before to prior"), A<Series>(s => !s.Latent && s.Form is not (Form.Shift or Form.Now)), (d, _, s) => After(s, d, -1)),
        Of(Maybe("the"), A<Unit>(u => u.Grain is TimeGrain.Day), Say("after following before"), A<Series>(s => s is { Latent: false, Grain: TimeGrain.Day }), (_, _, w, s) => After(s, new(1, TimeGrain.Day), w.Text == "before" ? -1 : 1)),
        // 2day, 2morrow.
        Of(A<Word>(w => w.Text == "2"), Glued("day moro morrow moz"), (_, w) => Today(w.Text == "day" ? 0 : 1)),
        // This week, next month, last year, the upcoming two weeks.
        Of(Say("this current the"), Maybe("current"), A<Unit>(IsLong), (w, c, u) => w.Text == "the" && c.Text.Length == 0 ? null : Cycle(u.Grain, 0)),
        Of(Say("the"), A<Unit>(u => u.Grain > TimeGrain.Day), (_, u) => Cycle(u.Grain, 0).With(latent: true)),
        Of(Say(Coming), A<Unit>(IsLong), (_, u) => Cycle(u.Grain, 1)),
        Of(Say(Gone), A<Unit>(IsLong), (_, u) => Cycle(u.Grain, -1)),
        Of(Say("this"), Say("coming past last"), A<Unit>(IsLong), (_, w, u) => Cycle(u.Grain, w.Text == "coming" ? 1 : -1)),
        Of(A<Unit>(IsLong), Say("after"), Say("next"), (u, _, _) => Cycle(u.Grain, 2)),
        Of(A<Unit>(IsLong), Say("before"), Say("last"), (u, _, _) => Cycle(u.Grain, -2)),
        Of(Say("upcoming"), A<Number>(IsCount), A<Unit>(IsLong), (_, n, u) => Cycle(u.Grain, n.Int)),
        Of(A<Number>(IsCount), Say("upcoming"), A<Unit>(IsLong), (n, _, u) => Cycle(u.Grain, n.Int)),
        // Next Tuesday, last Christmas, this Friday.
        Of(Say("this"), A<Series>(s => IsNamed(s) && s.Form is not (Form.Month or Form.Season)), (_, s) => This(s)),
        Of(Say("this"), Say("coming"), A<Series>(IsNamed), (_, _, s) => Nth(s, 1)),
        Of(Say(Coming), A<Series>(IsNamed), (_, s) => Nth(s, 1)),
        Of(Say("this"), A<Series>(s => s.Form is Form.Month or Form.Season), (_, s) => s.With(latent: false)),
        Of(Say(Gone), A<Series>(IsNamed), (_, s) => Nth(s, -1)),
        Of(A<Series>(IsNamed), Say("after"), Say("next"), (s, _, _) => Nth(s, 2)),
        Of(A<Series>(IsNamed), Say("before"), Say("last"), (s, _, _) => Nth(s, -2)),
        Of(A<Number>(IsCount), A<WeekdayName>(), Say("from"), Say("now today"), (n, d, _, _) => Nth(CalendarRules.Weekday(d.Day, false), n.Int)),
        Of(A<Number>(IsCount), A<WeekdayName>(), Say("hence"), (n, d, _) => Nth(CalendarRules.Weekday(d.Day, false), n.Int)),
        Of(A<Number>(IsCount), A<WeekdayName>(), Say("ago back"), (n, d, _) => Nth(CalendarRules.Weekday(d.Day, false), -n.Int)),
        Of(Say("a"), A<WeekdayName>(), Say("ago"), (_, d, _) => Nth(CalendarRules.Weekday(d.Day, false), -1)),
        Of(A<WeekdayName>(), Say("gone"), (d, _) => Nth(CalendarRules.Weekday(d.Day, false), -1)),
        // Tuesday week: a week after Tuesday, as Australians say.
        Of(A<WeekdayName>(), Say("week fortnight"), (d, w) => After(Nth(CalendarRules.Weekday(d.Day, false), 1), new(w.Text == "week" ? 7 : 14, TimeGrain.Day), 1)).Costing(2),
    ];

    /// <summary>So much after or before another time, as exact as the finer of the two.</summary>
    public static Series After(Series time, Duration d, int sign)
    {
        // "A week after Christmas" is a day.
        var grain = d.Grain < time.Grain ? d.Grain : time.Grain;
        return new Derived(time, (_, span) => Span.Of(grain, d.Grain.Add(span.Start, sign * d.Count))) { Grain = grain, Form = Form.Date, IsAnchored = true, Every = time.Every };
    }

    /// <summary>"This Monday" is the next one; in a question about figures it is the last.</summary>
    static Once This(Series series) =>
        new(s => s.LooksBack ? series.Back(s, s.Now).Take(1).Cast<Span?>().FirstOrDefault() : series.Nth(s, s.Now, 1))
        { Grain = series.Grain, Form = series.Form == Form.Weekday ? Form.Date : series.Form, Holiday = series.Holiday, IsAnchored = true };

    static Once Nth(Series series, int n) =>
        new Once(s => series.Nth(s, s.Now, n))
        { Grain = series.Grain, Form = series.Form == Form.Weekday ? Form.Date : series.Form, Holiday = series.Holiday, IsAnchored = true };

    static bool IsLong(Unit unit) => unit.Grain >= TimeGrain.Day;
    static bool IsCount(Number n) => n.IsBetween(1, 500);
    static bool IsNamed(Series s) => !s.IsAnchored && s.Form is (Form.Weekday or Form.Month or Form.Holiday or Form.Season or Form.Date);
}
