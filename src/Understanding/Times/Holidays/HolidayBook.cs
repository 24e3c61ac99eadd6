using MyCavoodle.Understanding.Times.Grammar;

namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>Every holiday by its names; filled by the lists beside this file.</summary>
sealed class HolidayBook(Lexicon lexicon)
{
    /// <param name="names">Ways to say it, parted by |; see <see cref="HolidayNames.Variants"/>. The first is what it is called.</param>
    public void Fixed(string names, int month, int day) => Add(names, year => [new(year, month, day)]);

    public void Day(string names, Func<int, DateTime?> dayOf) => Add(names, year => dayOf(year) is { } day ? [day] : []);

    /// <param name="n">1-4, or below zero from the month's end.</param>
    public void Nth(string names, int n, DayOfWeek weekday, int month) => Add(names, year => [Nth(year, n, weekday, month)]);

    public void Add(string names, Func<int, IEnumerable<DateTime>> daysOf, int lasts = 1)
    {
        var all = names.Split('|').SelectMany(HolidayNames.Variants).SelectMany(n => new[] { n, Short(n), n.Replace("s' ", "s ") }).Distinct().ToList();
        var series = new HolidaySeries(year => year is > 3 and < 3000 ? daysOf(year) : [], lasts)
        {
            Grain = TimeGrain.Day, Form = lasts > 1 ? Form.Season : Form.Holiday, Holiday = all[0], Every = 365, Lasts = lasts > 1 ? lasts : 0,
        };
        foreach (var name in all) lexicon.Add(name, series);
    }

    /// <summary>Easter Mon.</summary>
    static string Short(string name)
    {
        foreach (var weekday in Enum.GetNames<DayOfWeek>())
            if (name.EndsWith(" " + weekday, StringComparison.OrdinalIgnoreCase)) return name[..(name.Length - weekday.Length + 3)];
        return name;
    }

    /// <summary>The same, and however else it may be spelt.</summary>
    public void Foreign(string names, Func<int, IEnumerable<DateTime>> daysOf, int lasts = 1)
    {
        var all = names.Split('|').SelectMany(HolidayNames.Variants).Distinct().ToList();
        Add(names, daysOf, lasts);
        foreach (var name in all) lexicon.Holidays.AddSound(name, lexicon.First(name));
    }

    public void Foreign(string names, Func<int, DateTime?> dayOf) => Foreign(names, year => dayOf(year) is { } day ? [day] : []);

    public static DateTime Nth(int year, int n, DayOfWeek weekday, int month)
    {
        if (n > 0)
        {
            var first = new DateTime(year, month, 1);
            return first.AddDays((weekday - first.DayOfWeek + 7) % 7 + 7 * (n - 1));
        }
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - weekday + 7) % 7) + 7 * (n + 1));
    }
}
