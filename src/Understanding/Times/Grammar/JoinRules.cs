using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>Times that stand together: 5 pm tomorrow, Friday the 13th, Christmas 2014, Thursday at 8 GMT.</summary>
static class JoinRules
{
    public static void Words(Lexicon lexicon)
    {
        Zone(lexicon, "utc|gmt|z", 0); Zone(lexicon, "bst|cet|west", 1); Zone(lexicon, "cest|eet|sast", 2); Zone(lexicon, "msk|eest", 3); Zone(lexicon, "ist", 5.5);
        Zone(lexicon, "awst|sgt|hkt", 8); Zone(lexicon, "jst|kst", 9); Zone(lexicon, "acst", 9.5); Zone(lexicon, "aest", 10); Zone(lexicon, "acdt", 10.5); Zone(lexicon, "aedt", 11);
        Zone(lexicon, "nzst", 12); Zone(lexicon, "nzdt", 13); Zone(lexicon, "est|cdt", -5); Zone(lexicon, "edt", -4); Zone(lexicon, "cst|mdt", -6); Zone(lexicon, "mst|pdt", -7); Zone(lexicon, "pst|akdt", -8);
        Zone(lexicon, "akst", -9); Zone(lexicon, "hst", -10);
    }

    static void Zone(Lexicon lexicon, string names, double hours) => lexicon.Add(names, new ZoneName(TimeSpan.FromHours(hours)));

    public static IEnumerable<Rule> All =>
    [
        Of(Say("the"), A<Series>(s => !s.Latent && s.Form is not (Form.DayOfMonth or Form.Clock or Form.Year or Form.Moment)), (_, s) => s),
        Of(Say("on"), Maybe("the"), A<Series>(s => s.Grain == TimeGrain.Day), (_, _, s) => s.Latent ? s.With(latent: false) : s),
        Of(Say("in during"), A<Series>(s => s.Form is Form.Month), (_, s) => s.Latent ? s.With(latent: false) : s),
        Of(Say("for"), A<Series>(s => !s.Latent), (_, s) => s).Costing(1),
        Of(Say("around about approximately roughly circa"), A<Series>(s => !s.Latent), (_, s) => s),
        Of(A<Series>(s => !s.Latent && s.Grain == TimeGrain.Day), Say("approximately exactly roughly"), (s, _) => s),
        Of(A<Series>(), A<Series>(), (a, b) => Join(a, b)),
        Of(A<Series>(), Say(", in on at for"), A<Series>(), (a, _, b) => Join(a, b)),
        Of(A<Series>(), Say("of from"), A<Series>(s => s.Grain > TimeGrain.Day || s.Form is Form.Day), (a, _, b) => Join(a, b)),
        Of(A<Series>(IsHours), Say("of"), A<Series>(IsDay), (a, _, b) => Hours(a, b)),
        Of(A<Series>(), Say(","), Say("on in at"), A<Series>(), (a, _, _, b) => Join(a, b)),
        Of(A<Series>(), Say("@"), A<Series>(s => s.Form == Form.Clock), (a, _, b) => Join(a, b)),
        Of(A<Series>(s => s.Grain == TimeGrain.Day), Say("the"), A<Series>(s => s.Form is Form.DayOfMonth or Form.Date), (a, _, b) => Join(a, b)),
        // Tuesday 19; up to twelve it is an hour.
        Of(A<Series>(s => s is { Form: Form.Weekday, IsAnchored: false }), A<Number>(n => n.Digits == 2 && n.IsBetween(13, 31)), (d, n) => Join(d, CalendarRules.DayOfMonth(n.Int, false))).Costing(1),
        Of(A<Shift>(s => s.Duration.Grain >= TimeGrain.Day), Maybe("at @"), A<ClockTime>(), (s, _, c) => AtTime(Day(s), c.Said())),
        Of(A<ClockTime>(), A<Shift>(s => s.Duration.Grain >= TimeGrain.Day), (c, s) => AtTime(Day(s), c.Said())),
        Of(A<Series>(s => s.Form is Form.Clock or Form.Moment && s.Grain < TimeGrain.Day), Maybe("("), A<ZoneName>(), Maybe(")"), (s, _, z, _) => In(s, z)),
    ];

    static Once Day(Shift shift) =>
        new(s => Span.Of(shift.Duration.Grain == TimeGrain.Year ? TimeGrain.Month : TimeGrain.Day, shift.Duration.Grain.Add(s.Now, shift.Sign * shift.Duration.Count))) { Grain = TimeGrain.Day, Form = Form.Date, IsAnchored = true };

    static Series? Join(Series a, Series b)
    {
        if (b is Meeting) return null;
        if (IsHours(a) || IsHours(b)) return IsHours(a) && IsHours(b) ? null : IsHours(a) ? Hours(a, b) : Hours(b, a);
        var (fine, coarse) = (a.Grain, b.Grain) is var (x, y) && (x < y || x == y && a.Form is Form.Weekday) ? (a, b) : (b, a);
        if (fine.Part is not null && coarse.Grain == TimeGrain.Day && fine.PartOf is null) return fine.Part.Of(coarse);
        if (fine is ClockTime clock) return IsDay(coarse) ? AtTime(coarse, clock) : null;
        if (fine is { Latent: true, Form: Form.Date } && coarse.Form != Form.Year || coarse is { Latent: true, Form: Form.Date }) return null;
        if (fine.Form == Form.Clock) return IsDay(coarse) ? Met(fine, coarse, Form.Moment) : null;
        if (fine.Form is Form.Moment) return coarse.Form is Form.Date or Form.Year or Form.Month or Form.Week && !fine.IsAnchored ? Met(fine, coarse, Form.Moment) : null;
        if (fine.Grain < TimeGrain.Day || fine.IsAnchored && fine.Form != Form.Holiday) return null;
        if (coarse.Grain == TimeGrain.Year && !coarse.Latent | fine.Form is Form.Month or Form.Date or Form.Holiday or Form.Week or Form.Interval or Form.Season or Form.Other && fine.Form != Form.Year)
            return fine.Form is Form.Weekday or Form.DayOfMonth ? null : Met(fine, coarse, fine.Form);
        return fine.Form switch
        {
            Form.Weekday => coarse.Form is Form.Date or Form.DayOfMonth or Form.Week or Form.Holiday || coarse is { Form: Form.Month, Latent: false } ? Met(fine, coarse, Form.Date) : null,
            Form.DayOfMonth => coarse.Form is Form.Weekday or Form.Month || coarse.Grain == TimeGrain.Month ? Met(fine, coarse, Form.Date) : null,
            Form.Holiday => coarse.Form is Form.Weekday ? Met(fine, coarse, Form.Holiday) : null,
            Form.Date => coarse.Form is Form.Weekday or Form.Week ? Met(fine, coarse, Form.Date) : null,
            _ => null,
        };
    }

    /// <summary>From three to five, without a day.</summary>
    static bool IsHours(Series s) => s is { Form: Form.Interval, Part: null, IsAnchored: false, Lasts: > 0 and < 1 } && s.Grain < TimeGrain.Day;

    static Meeting? Hours(Series hours, Series beside)
    {
        var day = beside.Part is null ? beside : beside.PartOf;
        return day is not null && IsDay(day) && (!hours.Latent || day.Form is Form.Day or Form.Weekday) ? Met(hours, day, Form.Interval) : null;
    }

    static bool IsDay(Series s) => s.Grain == TimeGrain.Day && s.Form is not (Form.Clock or Form.Shift) && !(s.Latent && s.Form == Form.DayOfMonth);

    /// <summary>Said of another day than today, three o'clock is in the afternoon.</summary>
    static Meeting? AtTime(Series day, ClockTime clock)
    {
        // "Friday 24" is a date, not a time.
        if (clock.Latent && (day.Form is not (Form.Day or Form.Weekday) || clock.Grain == TimeGrain.Hour && clock.Hour is 0 or > 12)) return null;
        return new(day, clock.ByDay()) { Grain = clock.Grain, Form = Form.Moment, IsAnchored = day.IsAnchored, Every = day.Every, TakesNearest = day.TakesNearest };
    }

    static Meeting Met(Series a, Series b, Form form) => new(a, b)
    {
        Grain = a.Grain < b.Grain ? a.Grain : b.Grain, Form = form, Holiday = a.Holiday ?? b.Holiday, IsAnchored = a.IsAnchored || b.IsAnchored, Every = Math.Max(a.Every, b.Every),
        Lasts = form is Form.Interval or Form.Season ? Math.Max(a.Lasts, b.Lasts) : 0, Open = a.Open != OpenEnd.None ? a.Open : b.Open,
        // "Sunday, 10 Feb" may be two days ago; the next such Sunday is years away.
        TakesNearest = a.TakesNearest || b.TakesNearest || a.Form is Form.Weekday && b.Form is Form.Date || b.Form is Form.Weekday && a.Form is Form.Date,
    };

    static Derived In(Series time, ZoneName zone) => new(time, (s, span) => Span.Of(TimeGrain.Minute, s.FromOffset(span.Start, zone.Offset)))
    { Grain = time.Grain == TimeGrain.Hour ? TimeGrain.Minute : time.Grain, Form = time.Form, Every = time.Every, IsAnchored = time.IsAnchored };
}

/// <summary>A zone by its letters; these name a fixed distance from UTC.</summary>
sealed record ZoneName(TimeSpan Offset);
