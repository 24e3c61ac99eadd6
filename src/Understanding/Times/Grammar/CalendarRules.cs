using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>Days, months and years by their names and numbers.</summary>
static class CalendarRules
{
    static readonly string[] Months = ["january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"];
    static readonly string[] Weekdays = ["monday|mon", "tuesday|tues|tue", "wednesday|wednes|wed", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat", "sunday|sun"];
    /// <summary>Words that are more often something else than a time.</summary>
    static readonly HashSet<string> Homonyms = ["may", "mar", "apr", "sat", "sun", "mon", "wed", "march", "jan", "dec", "wednes"];

    public static void Words(Lexicon lexicon)
    {
        for (var i = 0; i < 12; i++) Names(lexicon, Months[i], Month, i + 1);
        for (var i = 0; i < 7; i++) Names(lexicon, Weekdays[i], Weekday, i);
        lexicon.Add("mondays", new WeekdayName(0)); lexicon.Add("tuesdays", new WeekdayName(1)); lexicon.Add("wednesdays", new WeekdayName(2)); lexicon.Add("thursdays", new WeekdayName(3));
        lexicon.Add("fridays", new WeekdayName(4)); lexicon.Add("saturdays", new WeekdayName(5)); lexicon.Add("sundays", new WeekdayName(6));
        for (var i = 0; i < 7; i++) lexicon.Add(Weekdays[i], new WeekdayName(i));
        for (var i = 0; i < 12; i++) lexicon.Add(Months[i], new MonthName(i + 1));
    }

    static void Names(Lexicon lexicon, string names, Func<int, bool, Series> make, int index)
    {
        foreach (var name in names.Split('|')) lexicon.Add(name, make(index, Homonyms.Contains(name)));
    }

    /// <param name="monthFirst">Whether 2/3 is the third of February.</param>
    public static IEnumerable<Rule> All(bool monthFirst) =>
    [
        Of(A<WeekdayName>(), Glued("."), (d, _) => Weekday(d.Day, false)),
        Of(A<MonthName>(), Glued("."), (m, _) => new MonthName(m.Month)),
        Of(A<MonthName>(), A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 31)), (m, d) => Date(m.Month, d.Int)),
        Of(A<MonthName>(), A<Number>(n => n is { Digits: 0, IsVague: false } && n.IsBetween(1, 31)), (m, d) => Date(m.Month, d.Int)),
        Of(A<MonthName>(), Maybe("the"), A<Ordinal>(), (m, _, d) => Date(m.Month, d.Value)),
        Of(A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 31)), Maybe("of"), Maybe("-"), A<MonthName>(), (d, _, _, m) => Date(m.Month, d.Int)),
        Of(A<Ordinal>(), Maybe("day"), Maybe("of - /"), A<MonthName>(), (d, _, _, m) => Date(m.Month, d.Value)),
        Of(Say("ides"), Say("of"), A<MonthName>(), (_, _, m) => Date(m.Month, m.Month is 3 or 5 or 7 or 10 ? 15 : 13)),
        Of(A<MonthName>(), Glued("/ -"), A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 31)), (m, _, d) => Date(m.Month, d.Int)),
        // 31/Oct/1974, 05-Aug-2016.
        Of(A<Number>(n => n.Digits is 1 or 2), Glued("/ - ."), A<MonthName>(), Glued("/ - ."), A<Number>(IsYear), (d, _, m, _, y) => Date(Full(y), m.Month, d.Int)),
        Of(A<MonthName>(), Glued("/ -"), A<Number>(n => n.Digits is 1 or 2), Glued("/ -"), A<Number>(IsYear), (m, _, d, _, y) => Date(Full(y), m.Month, d.Int)),
        Of(A<Number>(n => n.Digits is 1 or 2), Maybe("/ -"), A<MonthName>(), Maybe("/ -"), A<Number>(n => n.Digits is 4 && n.IsBetween(1000, 2999)), (d, _, m, _, y) => Date(y.Int, m.Month, d.Int)),
        Of(A<Number>(n => n.Digits == 4), Glued("/ -"), A<MonthName>(), Glued("/ -"), A<Number>(n => n.Digits is 1 or 2), (y, _, m, _, d) => Date(y.Int, m.Month, d.Int)),
        Of(A<MonthName>(), Glued("/ -"), A<Number>(n => n.Digits == 4 && n.IsBetween(1900, 2200)), (m, _, y) => MonthOf(y.Int, m.Month)),
        // '13.
        Of(Say("'"), A<Number>(n => n.Digits == 2), (_, y) => Year(Full(y), true)),
        Of(A<Number>(n => n.Digits is 1 or 2), Maybe("/ - ."), A<MonthName>(), Say("'"), A<Number>(n => n.Digits is 2), (d, _, m, _, y) => Date(Full(y), m.Month, d.Int)),
        // 2015-03-03, 2015/3/3, 20150303 is none.
        Of(A<Number>(n => n.Digits == 4), Glued("-"), A<Number>(n => n.Digits is 1 or 2), Glued("-"), A<Number>(n => n.Digits is 1 or 2), (y, _, m, _, d) => Date(y.Int, m.Int, d.Int)),
        Of(A<Number>(n => n.Digits == 4), Glued("/"), A<Number>(n => n.Digits is 1 or 2), Glued("/"), A<Number>(n => n.Digits is 1 or 2), (y, _, m, _, d) => Date(y.Int, m.Int, d.Int)),
        Of(A<Number>(n => n.Digits == 4), Glued("."), A<Number>(n => n.Digits is 1 or 2), Glued("."), A<Number>(n => n.Digits is 1 or 2), (y, _, m, _, d) => Date(y.Int, m.Int, d.Int)),
        Of(A<Number>(n => n.Digits == 4 && n.IsBetween(1800, 2200)), Glued("- /"), A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 12)), (y, _, m) => MonthOf(y.Int, m.Int)),
        Of(A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 12)), Glued("/ -"), A<Number>(n => n.Digits == 4 && n.IsBetween(1900, 2200)), (m, _, y) => MonthOf(y.Int, m.Int)),
        // 2/15 and 2/15/13, in the order of the country.
        Of(A<Number>(n => n.Digits is 1 or 2), Glued("/"), A<Number>(n => n.Digits is 1 or 2), Glued("/"), A<Number>(IsYear), (a, _, b, _, y) => Numeric(monthFirst, a, b, Full(y))),
        Of(A<Number>(n => n.Digits is 1 or 2), Glued("-"), A<Number>(n => n.Digits is 1 or 2), Glued("-"), A<Number>(IsYear), (a, _, b, _, y) => Numeric(monthFirst, a, b, Full(y))),
        Of(A<Number>(n => n.Digits is 1 or 2), Glued("."), A<Number>(n => n.Digits is 1 or 2), Glued("."), A<Number>(IsYear), (a, _, b, _, y) => Numeric(monthFirst, a, b, Full(y))),
        Of(A<Number>(n => n.Digits is 1 or 2), Say("/"), A<Number>(n => n.Digits is 1 or 2), (a, _, b) => Numeric(monthFirst, a, b, null)),
        Of(A<Number>(n => n.Digits is 1 or 2), Say("-"), A<Number>(n => n.Digits is 1 or 2), (a, _, b) => Numeric(monthFirst, a, b, null)?.With(latent: true)),
        Of(A<Number>(n => n.Digits == 4 && n.IsBetween(1500, 2200)), y => Year(y.Int, true)),
        Of(A<Number>(n => n.Digits == 0 && n.IsBetween(1500, 2200)), y => Year(y.Int, true)),
        Of(Say("in of for during since"), A<Series>(s => s is { Form: Form.Year, Latent: true }), (_, y) => y.With(latent: false)).Costing(0.5),
        Of(Say("year"), A<Number>(n => n.IsBetween(1, 2999)), (_, y) => Year(y.Int, false)),
        Of(Maybe("in"), A<Number>(n => n.IsBetween(1, 2999)), Maybe("."), Say("ad ce"), (_, y, _, _) => Year(y.Int, false)),
        Of(A<Number>(n => n.IsBetween(1, 2999)), Say("ad ce"), (y, _) => Year(y.Int, false)),
        Of(Say("the"), A<Ordinal>(), (_, d) => DayOfMonth(d.Value, true)),
        Of(Say("the"), A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 31)), (_, d) => DayOfMonth(d.Int, true)),
        Of(A<Ordinal>(), d => DayOfMonth(d.Value, true)).Costing(0.5),
        Of(Say("on"), A<Series>(s => s is { Form: Form.DayOfMonth, Latent: true }), (_, d) => d.With(latent: false)),
    ];

    public static Series Weekday(int day, bool latent) =>
        new Recurring(TimeGrain.Week, week => Span.Of(TimeGrain.Day, week.AddDays(day))) { Grain = TimeGrain.Day, Form = Form.Weekday, Latent = latent, SkipsNow = true, Every = 7 };

    public static Series Month(int month, bool latent) =>
        new Recurring(TimeGrain.Year, year => Span.Of(TimeGrain.Month, new(year.Year, month, 1))) { Grain = TimeGrain.Month, Form = Form.Month, Latent = latent, Every = 365 };

    public static Series DayOfMonth(int day, bool latent) =>
        new Recurring(TimeGrain.Month, month => DateTime.DaysInMonth(month.Year, month.Month) >= day ? Span.Of(TimeGrain.Day, month.AddDays(day - 1)) : null)
        { Grain = TimeGrain.Day, Form = Form.DayOfMonth, Latent = latent, Every = 30 };

    public static Series Year(int year, bool latent) => new Once(_ => Span.Of(TimeGrain.Year, new(year, 1, 1))) { Grain = TimeGrain.Year, Form = Form.Year, Latent = latent, IsAnchored = true };

    static Once MonthOf(int year, int month) => new(_ => Span.Of(TimeGrain.Month, new(year, month, 1))) { Grain = TimeGrain.Month, Form = Form.Month, IsAnchored = true };

    /// <summary>Null when no year has such a day.</summary>
    public static Series? Date(int month, int day) => month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2000, month) ? null
        : new Recurring(TimeGrain.Year, year => DateTime.DaysInMonth(year.Year, month) >= day ? Span.Day(year.Year, month, day) : null) { Grain = TimeGrain.Day, Form = Form.Date, Every = 365 };

    public static Series? Date(int year, int month, int day) =>
        year is < 1 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null
        : new Once(_ => Span.Day(year, month, day)) { Grain = TimeGrain.Day, Form = Form.Date, IsAnchored = true };

    /// <summary>Where the country's order makes no date, the other may.</summary>
    static Series? Numeric(bool monthFirst, Number a, Number b, int? year)
    {
        Series? Of(int month, int day) => year is { } y ? Date(y, month, day) : Date(month, day);
        return monthFirst ? Of(a.Int, b.Int) ?? Of(b.Int, a.Int) : Of(b.Int, a.Int) ?? Of(a.Int, b.Int);
    }

    static bool IsYear(Number n) => n.Digits == 2 || n.Digits == 4 && n.IsBetween(1000, 2999);

    /// <summary>74 is 1974, 15 is 2015.</summary>
    public static int Full(Number year) => year.Digits > 2 ? year.Int : year.Int + (year.Int > 50 ? 1900 : 2000);
}

/// <summary>A weekday's name, for rules that need more than its next day.</summary>
sealed record WeekdayName(int Day);

sealed record MonthName(int Month);
