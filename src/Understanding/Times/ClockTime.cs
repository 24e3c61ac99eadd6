namespace MyCavoodle.Understanding.Times;

/// <summary>Which half of the day: "3" may be either, "15:00" and "3 pm" may not.</summary>
enum Half { Either, Morning, Afternoon, Whole }

/// <summary>A time of day, every day.</summary>
sealed class ClockTime : Series
{
    readonly int hour;
    readonly int minute;
    readonly int second;

    ClockTime(int hour, int minute, int second, Half half) => (this.hour, this.minute, this.second, Half) = (hour, minute, second, half);

    public Half Half { get; }
    public int Hour => hour;
    public bool IsFullHour => minute == 0 && second == 0;

    /// <summary>Null when there is no such time.</summary>
    public static ClockTime? At(int hour, int? minute = null, int? second = null, Half? half = null, bool latent = false, TimeGrain? grain = null)
    {
        var meant = half ?? (hour is 0 or > 12 ? Half.Whole : Half.Either);
        if (hour is < 0 or > 24 || minute is < 0 or > 59 || second is < 0 or > 59 || hour == 24 && minute > 0 || meant is Half.Morning or Half.Afternoon && hour is 0 or > 12) return null;
        return new(hour, minute ?? 0, second ?? 0, meant)
        {
            Grain = grain ?? (second is not null ? TimeGrain.Second : minute is not null ? TimeGrain.Minute : TimeGrain.Hour), Form = Form.Clock, Latent = latent, Every = 1,
        };
    }

    /// <summary>The same in one half of the day: "at 3" and "in the afternoon". Null when it is known to be in the other.</summary>
    public ClockTime? In(Half half)
    {
        if (Half == Half.Either) return Same(half, latent: false);
        return Half == half || Half == Half.Whole && half == (hour < 12 ? Half.Morning : Half.Afternoon) ? Same(Half, latent: false) : null;
    }

    /// <summary>"Tomorrow at 3" is in the afternoon, "tomorrow at 9" in the morning: nobody makes appointments by night.</summary>
    public ClockTime ByDay() => Half != Half.Either ? this : Same(hour is < 7 or 12 ? Half.Afternoon : Half.Morning, Latent);

    /// <summary>"00:30 am", "07:00 PM": written with two digits, yet with a half.</summary>
    public ClockTime? AsHalf(Half half) => At(hour == 0 ? 12 : hour, minute, Grain == TimeGrain.Second ? second : null, half);

    public ClockTime Said() => Same(Half, latent: false);

    /// <summary>So many minutes later or, below zero, earlier: "a quarter to three".</summary>
    public ClockTime? Shifted(int minutes)
    {
        var total = hour * 60 + minute + minutes;
        if (Half != Half.Whole && total < 60) total += 720;
        var half = Half is Half.Afternoon && hour == 12 && minutes < 0 ? Half.Morning : Half is Half.Morning && hour == 12 && minutes < 0 ? Half.Afternoon : Half;
        return At((total + 1440) % 1440 / 60, (total + 1440) % 60, half: half);
    }

    ClockTime Same(Half half, bool latent) => new(hour, minute, second, half) { Grain = Grain, Form = Form, Latent = latent, Every = 1 };

    /// <summary>The hours of the day it may be.</summary>
    int[] Hours => Half switch
    {
        Half.Whole => [hour],
        Half.Morning => [hour % 12],
        Half.Afternoon => [hour % 12 + 12],
        _ => [hour % 12, hour % 12 + 12],
    };

    public override IEnumerable<Span> Ahead(TimeSetting setting, DateTime from)
    {
        for (var day = TimeGrain.Day.Add(from.Date, -1); day.Year < 9980; day = day.AddDays(1))
            foreach (var span in On(day))
                if (span.End > from) yield return span;
    }

    public override IEnumerable<Span> Back(TimeSetting setting, DateTime from)
    {
        for (var day = TimeGrain.Day.Add(from.Date, 1); day.Year > 3; day = day.AddDays(-1))
            foreach (var span in On(day).Reverse())
                if (span.Start < from) yield return span;
    }

    IEnumerable<Span> On(DateTime day) => Hours.Select(h =>
    {
        var start = day.AddHours(h).AddMinutes(minute).AddSeconds(second);
        return new Span(start, Grain.Add(start, 1), Grain);
    });
}
