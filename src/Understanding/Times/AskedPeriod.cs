using System.Globalization;
using System.Text;

namespace MyCavoodle.Understanding.Times;

/// <summary>Whole days a question about figures asks for; never later than the day it was asked.</summary>
/// <param name="At">Where in the text.</param>
/// <param name="Words">As written.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included: today for a period that has begun.</param>
/// <param name="Phrase">In the words the figures are asked for by: "this week", "last 7 days", "october 2026", "2026-11-03", "2026-11-01..2026-11-20".</param>
public sealed record AskedPeriod(int At, string Words, DateOnly First, DateOnly Last, string Phrase)
{
    /// <summary>Before this year there was no shop.</summary>
    const int FirstYear = 2000;

    /// <summary>The periods a text names, in their order; what lies in the future is none.</summary>
    public static IReadOnlyList<AskedPeriod> In(string text, TimeSetting setting)
    {
        var back = setting with { LooksBack = true };
        return [.. TimeReader.Find(text, back).Select(m => Of(m, back)).OfType<AskedPeriod>().DistinctBy(p => (p.First, p.Last))];
    }

    /// <summary>What else is said.</summary>
    public static string Without(string text, TimeSetting setting)
    {
        var rest = new StringBuilder(text);
        foreach (var mention in TimeReader.Find(text, setting with { LooksBack = true }).Reverse()) rest.Remove(mention.At, mention.Words.Length).Insert(mention.At, ' ');
        return rest.ToString();
    }

    static AskedPeriod? Of(TimeMention mention, TimeSetting setting)
    {
        var today = DateOnly.FromDateTime(setting.Now);
        var first = DateOnly.FromDateTime(mention.Start);
        // An end at midnight is the day before.
        var last = DateOnly.FromDateTime(mention.End.AddTicks(mention.End > mention.Start ? -1 : 0));
        if (mention.Open == OpenEnd.End) last = today;
        if (mention.Open == OpenEnd.Start || first > today || first.Year < FirstYear) return null;
        if (last > today) last = today;
        return new(mention.At, mention.Words, first, last, Phrased(mention, first, last, today));
    }

    static string Phrased(TimeMention mention, DateOnly first, DateOnly last, DateOnly today)
    {
        if (mention.Grain is TimeGrain.Week or TimeGrain.Month or TimeGrain.Quarter or TimeGrain.Year && (!mention.IsInterval || mention.IsRelative))
        {
            var unit = mention.Grain.ToString().ToLowerInvariant();
            var now = mention.Grain.Floor(today.ToDateTime(default));
            if (mention.IsRelative && DateOnly.FromDateTime(now) == first) return "this " + unit;
            if (mention.IsRelative && DateOnly.FromDateTime(mention.Grain.Add(now, -1)) == first) return "last " + unit;
            if (mention.Grain == TimeGrain.Month) return first.ToString("MMMM yyyy", CultureInfo.InvariantCulture).ToLowerInvariant();
        }
        if (first == last) return first == today ? "today" : first == today.AddDays(-1) ? "yesterday" : Iso(first);
        return mention.Rolls && last == today ? $"last {last.DayNumber - first.DayNumber + 1} days" : $"{Iso(first)}..{Iso(last)}";
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
