namespace MyCavoodle.Understanding.Times;

/// <summary>A part of the day and the hours people mean by it.</summary>
sealed record DayPart(string Name, int From, int To, Half Half)
{
    public static readonly DayPart Morning = new("morning", 8, 12, Half.Morning);
    public static readonly DayPart Early = new("early", 0, 8, Half.Morning);
    public static readonly DayPart Lunch = new("lunch", 12, 14, Half.Afternoon);
    public static readonly DayPart Afternoon = new("afternoon", 12, 16, Half.Afternoon);
    public static readonly DayPart Evening = new("evening", 16, 20, Half.Afternoon);
    public static readonly DayPart Night = new("night", 20, 24, Half.Afternoon);

    Span On(DateTime day) => new(day.Date.AddHours(From), day.Date.AddHours(To), TimeGrain.Hour);

    /// <summary>Of any day.</summary>
    public Series Always => new Recurring(TimeGrain.Day, d => On(d)) { Grain = TimeGrain.Hour, Form = Form.PartOfDay, Lasts = 0.3, Part = this, Latent = true, Every = 1 };

    public Series Of(Series day) => new Derived(day, (_, d) => On(d.Start)) { Grain = TimeGrain.Hour, Form = Form.PartOfDay, Lasts = 0.3, Part = this, PartOf = day, IsAnchored = true, Every = day.Every };

    /// <summary>"Tonight at 8", "9 tomorrow morning". Twelve at night is the end of that day.</summary>
    public Series? At(ClockTime clock, Series? day)
    {
        if (clock.Half == Half.Either && clock.Hour == 12 && (this == Evening || this == Night))
            return day is null ? clock.In(Half.Morning) : new Derived(day, (_, d) => Span.Of(clock.Grain, d.Start.AddDays(1))) { Grain = clock.Grain, Form = Form.Clock, IsAnchored = true };
        if (clock.In(clock.Half == Half.Either ? Half : clock.Half) is not { } within) return null;
        return day is null ? within : new Meeting(day, within) { Grain = within.Grain, Form = Form.Clock, Every = day.Every, IsAnchored = true };
    }
}
