using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>Times of day: 3 pm, 15h30, half past three, noon; and the parts of the day.</summary>
static class ClockRules
{
    public static void Words(Lexicon lexicon)
    {
        lexicon.Add("noon|midday|mid day|noontime|12 noon|twelve noon", Whole(12));
        lexicon.Add("midnight|12 midnight|twelve midnight", Midnight);
        lexicon.Add("morning|mornings", DayPart.Morning);
        lexicon.Add("early morning|early hours|early in the morning", DayPart.Early);
        lexicon.Add("lunch|lunchtime|lunch time", DayPart.Lunch);
        lexicon.Add("afternoon|after noon|afternoons", DayPart.Afternoon);
        lexicon.Add("evening|evenings", DayPart.Evening);
        lexicon.Add("night|nights|late night|late at night|night time|nighttime", DayPart.Night);
        lexicon.Add("tonight|this night", DayPart.Night.Of(DayRules.Today(0)));
        lexicon.Add("late tonight", DayPart.Night.Of(DayRules.Today(0)));
        lexicon.Add("last night|late last night|yesterday night", DayPart.Night.Of(DayRules.Today(-1)));
        lexicon.Add("quarter|a quarter", new Minutes(15));
        lexicon.Add("half", new Minutes(30));
        lexicon.Add("three quarters|three - quarters", new Minutes(45));
        lexicon.Add("am|a . m .", Half.Morning);
        lexicon.Add("pm|p . m .", Half.Afternoon);
    }

    static ClockTime Whole(int hour) => ClockTime.At(hour, half: Half.Whole)!;

    /// <summary>The midnight to come: the one that ends the day.</summary>
    static ClockTime Midnight => ClockTime.At(0, half: Half.Whole)!;

    public static IEnumerable<Rule> All =>
    [
        // 15:20, 3:20:10; 3.20 needs an am or pm, or an "at".
        Of(A<Number>(IsHour), Glued(":"), A<Number>(IsMinute), (h, _, m) => ClockTime.At(h.Int, m.Int, half: h.Digits == 2 && h.Value < 10 ? Half.Whole : null)),
        Of(A<Number>(IsHour), Glued(":"), A<Number>(IsMinute), Glued(":"), A<Number>(IsMinute), (h, _, m, _, s) => ClockTime.At(h.Int, m.Int, s.Int, h.Digits == 2 && h.Value < 10 ? Half.Whole : null)),
        Of(A<Number>(IsHour), Glued("."), A<Number>(IsMinute), (h, _, m) => ClockTime.At(h.Int, m.Int, latent: true)),
        Of(A<Number>(IsHour), Say("h"), A<Number>(IsMinute), (h, _, m) => ClockTime.At(h.Int, m.Int, half: Half.Whole)),
        Of(A<Number>(IsHour), Glued("h"), (h, _) => ClockTime.At(h.Int, 0, half: Half.Whole)),
        // 1030, 0730.
        Of(A<Number>(n => n.Digits is 3 or 4 && n.Value % 100 < 60 && n.Value is >= 100 and < 2400), n => ClockTime.At(n.Int / 100, n.Int % 100, latent: true)).Costing(1),
        Of(A<Number>(n => n.Digits is 4 && n.Value % 100 < 60 && n.Value < 2400), Say("hours hrs hour h"), (n, _) => ClockTime.At(n.Int / 100, n.Int % 100, half: Half.Whole)),
        Of(A<Number>(n => n.IsBetween(0, 23) && n.Digits < 3 && !n.IsVague), n => ClockTime.At(n.Int, latent: true)).Costing(0.5),
        // Seven thirty, twelve o three.
        Of(A<Number>(n => n.IsBetween(1, 23) && n.Digits == 0), Maybe("-"), A<Number>(n => n.IsBetween(10, 59) && n.Digits == 0), (h, _, m) => ClockTime.At(h.Int, m.Int, latent: true)),
        Of(A<Number>(n => n.IsBetween(1, 12) && n.Digits == 0), Maybe("-"), Say("o oh zero"), Maybe("-"), A<Number>(n => n.IsBetween(1, 9) && n.Digits == 0), (h, _, _, _, m) => ClockTime.At(h.Int, m.Int, latent: true)),
        Of(A<Number>(n => n.IsBetween(1, 12)), Say("oclock"), (h, _) => ClockTime.At(h.Int)),
        Of(A<Number>(n => n.IsBetween(1, 12)), Say("o"), Say("clock"), (h, _, _) => ClockTime.At(h.Int)),
        Of(A<ClockTime>(c => c.Half == Half.Either), Maybe("-"), Glued("ish"), (c, _, _) => c.Said()),
        // Halves of the day.
        Of(A<ClockTime>(c => c.Half == Half.Either), A<Half>(), (c, half) => c.In(half)),
        Of(A<ClockTime>(c => c.Half == Half.Either), Say("in"), A<Half>(), (c, _, half) => c.In(half)),
        Of(A<ClockTime>(c => c.Half == Half.Either), Say("in"), Say("the"), A<Half>(), (c, _, _, half) => c.In(half)),
        Of(Say("the"), A<ClockTime>(c => c is { Half: Half.Whole, Latent: false }), (_, c) => c),
        Of(A<ClockTime>(c => c is { Half: Half.Either, Latent: true } or { Half: Half.Either, Grain: TimeGrain.Minute }), Glued("a p"), (c, p) => c.In(p.Text == "a" ? Half.Morning : Half.Afternoon)?.With(latent: c.Latent)),
        Of(A<ClockTime>(c => c is { Half: Half.Whole, Hour: > 12 }), A<Half>(h => h == Half.Afternoon), (c, _) => c),
        Of(A<ClockTime>(c => c is { Half: Half.Whole, Grain: TimeGrain.Minute, Hour: < 13 }), A<Half>(), (c, half) => c.AsHalf(half)),
        Of(A<ClockTime>(), Say("oclock"), (c, _) => c.Grain == TimeGrain.Hour ? c : null),
        // A quarter past three, ten to five, half three.
        Of(A<Minutes>(), Say("past after"), A<ClockTime>(IsFullHour), (m, _, c) => c.Shifted(m.Count)),
        Of(A<Minutes>(), Say("to til till until before of"), A<ClockTime>(IsFullHour), (m, _, c) => c.Shifted(-m.Count)),
        Of(A<Minutes>(m => m.Count == 30), A<ClockTime>(c => IsFullHour(c) && c.Latent), (_, c) => c.Shifted(30)),
        Of(A<Number>(n => n.IsBetween(1, 59)), Say("past after"), A<ClockTime>(IsFullHour), (m, _, c) => c.Shifted(m.Int)),
        Of(A<Number>(n => n.IsBetween(1, 59)), Say("to til till before of"), A<ClockTime>(c => IsFullHour(c)), (m, _, c) => c.Shifted(-m.Int) is { } t ? c.Latent ? t.With(latent: true) : t : null).Costing(1),
        Of(A<Duration>(d => d is { Grain: TimeGrain.Minute, Count: < 60 }), Say("past after"), A<ClockTime>(IsFullHour), (m, _, c) => c.Shifted((int)m.Count)),
        Of(A<Duration>(d => d is { Grain: TimeGrain.Minute, Count: < 60 }), Say("to til till until before of"), A<ClockTime>(IsFullHour), (m, _, c) => c.Shifted(-(int)m.Count)),
        // At three, about noon, 3 pm sharp.
        Of(Say("at @"), A<ClockTime>(c => c.Grain != TimeGrain.Hour || c.Hour < 24), (_, c) => c.Said()),
        Of(Say("around about approximately approx circa roughly towards exactly"), A<ClockTime>(), (_, c) => c.Said()),
        Of(A<ClockTime>(), Say("approximately approx exactly sharp ish roughly or"), (c, w) => w.Text == "or" ? null : c.Said()),
        Of(A<ClockTime>(), Say("on"), Say("the"), Say("dot"), (c, _, _, _) => c.Said()),
        // In the evening, tomorrow morning.
        Of(A<DayPart>(), p => p.Always),
        Of(Say("in during"), Maybe("the"), A<DayPart>(), (_, _, p) => p.Always.With(latent: false)),
        Of(Say("at"), A<DayPart>(p => p == DayPart.Night || p == DayPart.Lunch), (_, p) => p.Always.With(latent: false)),
        Of(Say("this"), Maybe("early late"), A<DayPart>(), (_, _, p) => p.Of(DayRules.Today(0))),
        Of(Say("early late mid"), A<Series>(s => s.Part is not null), (_, s) => s),
        Of(A<Series>(s => s.Grain == TimeGrain.Day), Maybe("in at"), Maybe("the"), A<DayPart>(), (d, _, _, p) => p.Of(d.Latent ? d.With(latent: false) : d)),
        Of(A<DayPart>(), Maybe("of on"), A<Series>(s => s is { Grain: TimeGrain.Day, Latent: false }), (p, _, d) => p.Of(d)),
        Of(A<Series>(s => s.Part is not null), Maybe("at @ around about ,"), A<ClockTime>(), (p, _, c) => p.Part!.At(c, p.PartOf)),
        Of(A<ClockTime>(), Maybe(","), A<Series>(s => s.Part is not null && (s.PartOf is not null || !s.Latent)), (c, _, p) => p.Part!.At(c, p.PartOf)),
        Of(A<ClockTime>(c => !c.Latent), Maybe("in"), A<DayPart>(), (c, _, p) => p.At(c, null)),
        Of(A<ClockTime>(), Say("in"), A<DayPart>(), (c, _, p) => p.At(c, null)),
        Of(A<DayPart>(), Say("at @ around"), A<ClockTime>(), (p, _, c) => p.At(c, null)),
    ];

    static bool IsHour(Number n) => n.Digits is 1 or 2 && n.IsBetween(0, 24);
    static bool IsMinute(Number n) => n.Digits == 2 && n.IsBetween(0, 59);
    static bool IsFullHour(ClockTime c) => c.IsFullHour && (c.Grain == TimeGrain.Hour || c.Half == Half.Whole);
}

/// <summary>Minutes as spoken before "past" or "to": a quarter, half.</summary>
sealed record Minutes(int Count);
