using System.Globalization;

namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>Easter, and days of the Chinese, Jewish and Islamic calendars, in the years of ours.</summary>
static class OtherCalendars
{
    static readonly HebrewCalendar Hebrew = new();
    static readonly UmAlQuraCalendar UmAlQura = new();
    static readonly HijriCalendar Hijri = new();

    /// <summary>The western Easter: the anonymous Gregorian computus.</summary>
    public static DateTime Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        return new(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    /// <summary>The eastern Easter: Meeus' Julian computus, on our calendar.</summary>
    public static DateTime OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7, month = (d + e + 114) / 31;
        return new DateTime(year, month, (d + e + 114) % 31 + 1).AddDays(year / 100 - year / 400 - 2);
    }

    /// <summary>The second new moon after the winter solstice, by the days of China.</summary>
    public static DateTime ChineseNewYear(int year)
    {
        var rain = Sky.SunAt(330, new DateTime(year, 2, 19)).AddHours(8).Date;
        var newMoon = Sky.PhaseAt(0, rain.AddDays(-14)).AddHours(8).Date;
        if (newMoon > rain) newMoon = Sky.PhaseAt(0, newMoon.AddDays(-29.5)).AddHours(8).Date;
        return Sky.PhaseAt(0, newMoon.AddDays(29.5)).AddHours(8).Date is var next && next <= rain ? next : newMoon;
    }

    /// <summary>Jewish days begin on the evening before; that is the day given here.</summary>
    /// <param name="month">Tishri 1, Kislev 3, Tevet 4, Shevat 5, Adar (the second, where there are two) 6, Nisan 7, Iyar 8, Sivan 9, Av 11.</param>
    public static IEnumerable<DateTime> Jewish(int year, int month, int day)
    {
        if (year is < 1600 or > 2230) yield break;
        for (var jewish = year + 3759; jewish <= year + 3762; jewish++)
        {
            var leap = Hebrew.IsLeapYear(jewish) && month >= 6 ? 1 : 0;
            var eve = Hebrew.ToDateTime(jewish, month + leap, day, 0, 0, 0, 0).AddDays(-1);
            if (eve.Year == year) yield return eve;
        }
    }

    /// <summary>As Saudi Arabia counts it, where that is tabulated (1900-2077); else by the arithmetic calendar.</summary>
    public static IEnumerable<DateTime> Islamic(int year, int month, int day)
    {
        if (year is < 700 or > 2900) yield break;
        for (var hijri = (year - 622) * 33 / 32 - 1; hijri <= (year - 622) * 33 / 32 + 2; hijri++)
        {
            if (hijri < 1) continue;
            Calendar calendar = hijri is >= 1318 and <= 1500 ? UmAlQura : Hijri;
            if (day > calendar.GetDaysInMonth(hijri, month)) continue;
            var date = calendar.ToDateTime(hijri, month, day, 0, 0, 0, 0);
            if (date.Year == year) yield return date;
        }
    }

    /// <summary>The last Friday of Ramadan.</summary>
    public static IEnumerable<DateTime> LastRamadanFriday(int year) =>
        Islamic(year, 10, 1).Select(eid => eid.AddDays(-1)).Select(last => last.AddDays(-(((int)last.DayOfWeek + 2) % 7)));
}
