using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>The Australian financial year, July to June, named after the year it ends in: FY26, FY25/26, this financial year.</summary>
static class FinancialRules
{
    public static void Words(Lexicon lexicon)
    {
        lexicon.Add("fy|financial year|fiscal year|fin year", new FinancialYear());
        lexicon.Add("fytd|financial year to date|fiscal year to date|fy to date", new Once(s => new Span(Start(s.Now, 0), s.Now.Date.AddDays(1), TimeGrain.Day))
        { Grain = TimeGrain.Day, Form = Form.Interval, IsAnchored = true, Lasts = 2 });
    }

    public static IEnumerable<Rule> All =>
    [
        Of(Say("this current the"), A<FinancialYear>(), (_, _) => Year(0)),
        Of(Say("last past previous prior"), A<FinancialYear>(), (_, _) => Year(-1)),
        Of(Say("next coming"), A<FinancialYear>(), (_, _) => Year(1)),
        Of(A<FinancialYear>(), A<Number>(n => n.Digits is 2 or 4), (_, n) => Ending(CalendarRules.Full(n))),
        Of(A<FinancialYear>(), A<Number>(n => n.Digits is 2 or 4), Say("/ - to"), A<Number>(n => n.Digits == 2), (_, a, _, b) => (CalendarRules.Full(a) + 1) % 100 == b.Int ? Ending(CalendarRules.Full(a) + 1) : null),
        Of(A<QuarterName>(), Maybe("of"), A<Series>(s => s.Form == Form.Interval && s.Grain == TimeGrain.Year), (q, _, fy) =>
            new Derived(fy, (_, span) => Span.Of(TimeGrain.Quarter, span.Start.AddMonths(3 * q.Number - 3))) { Grain = TimeGrain.Quarter, IsAnchored = true }),
    ];

    static DateTime Start(DateTime now, int offset) => new(now.Year + offset - (now.Month < 7 ? 1 : 0), 7, 1);

    static Once Year(int offset) => new(s => From(Start(s.Now, offset))) { Grain = TimeGrain.Year, Form = Form.Interval, IsAnchored = true, Lasts = 365 };

    static Once? Ending(int year) => year is < 1900 or > 2200 ? null : new(_ => From(new(year - 1, 7, 1))) { Grain = TimeGrain.Year, Form = Form.Interval, IsAnchored = true, Lasts = 365 };

    static Span From(DateTime start) => new(start, start.AddYears(1), TimeGrain.Year);
}

/// <summary>The words "financial year".</summary>
sealed record FinancialYear;
