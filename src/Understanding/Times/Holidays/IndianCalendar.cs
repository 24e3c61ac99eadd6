namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>
/// The lunar months of India, counted from new moon to new moon and named by the sign the sun is in, and their days
/// (tithi), twelve degrees of moon before sun each. A festival is on the day whose evening, noon or sunrise in India
/// falls into its tithi.
/// </summary>
static class IndianCalendar
{
    const double SunriseUtc = 0.5, NoonUtc = 6.5, EveningUtc = 13, MidnightUtc = 18.5;

    public enum Month { Chaitra, Vaishakha, Jyeshtha, Ashadha, Shravana, Bhadrapada, Ashvin, Kartik, Margashirsha, Pausha, Magha, Phalguna }

    public static DateTime? Sunrise(int year, Month month, int tithi) => Day(year, month, tithi, SunriseUtc);
    public static DateTime? Noon(int year, Month month, int tithi) => Day(year, month, tithi, NoonUtc);
    public static DateTime? Evening(int year, Month month, int tithi) => Day(year, month, tithi, EveningUtc);
    public static DateTime? Midnight(int year, Month month, int tithi) => Day(year, month, tithi, MidnightUtc);

    /// <summary>The sun's entry into a sign (0 is Aries); after sunset it counts for the next day.</summary>
    public static DateTime Sankranti(int year, int sign)
    {
        var near = new DateTime(year, (sign + 3) % 12 + 1, 14);
        for (var i = 0; i < 3; i++) near = Sky.SunAt(Sky.Wrap(sign * 30 + Precession(year)), near);
        return near.AddHours(5.5 + 6).Date;
    }

    /// <summary>The day the moon is in a mansion of 27 (0-based) while the sun is in a sign.</summary>
    public static DateTime? Mansion(int year, int sign, int mansion)
    {
        var first = Sankranti(year, sign);
        for (var day = first; day < first.AddDays(31); day = day.AddDays(1))
            if ((int)(Sky.Wrap(Sky.Moon(day.AddHours(NoonUtc)) - Precession(year)) / (360d / 27)) == mansion) return day;
        return null;
    }

    /// <param name="tithi">1-15 of the bright half, 16-30 of the dark.</param>
    static DateTime? Day(int year, Month month, int tithi, double hourUtc)
    {
        if (year is < 1000 or > 2999) return null;
        // The month begins at the new moon with the sun in the sign before its own.
        var newMoon = Sky.PhaseAt(0, Sky.SunAt(Sky.Wrap(((int)month + 11) % 12 * 30 + 15 + Precession(year)), new DateTime(year, ((int)month + 2) % 12 + 1, 28)));
        newMoon = Named(newMoon, (int)month, year);
        var start = Sky.PhaseAt(12 * (tithi - 1), newMoon.AddDays((tithi - 1) * 0.9843));
        var end = Sky.PhaseAt(12 * tithi % 360, newMoon.AddDays(tithi * 0.9843));
        var day = start.Date.AddDays(-1);
        while (day.AddHours(hourUtc) < start) day = day.AddDays(1);
        // A tithi that ends before that hour comes is kept on the day it began.
        return day.AddHours(hourUtc) < end ? day : start.AddHours(5.5).Date;
    }

    /// <summary>The new moon that begins the month; of two in one sign the later, the first is a leap month.</summary>
    static DateTime Named(DateTime newMoon, int month, int year)
    {
        for (var i = 0; i < 3; i++)
        {
            var sign = (int)(Sky.Wrap(Sky.Sun(newMoon) - Precession(year)) / 30);
            var off = (month + 11 - sign + 18) % 12 - 6;
            if (off == 0) break;
            newMoon = Sky.PhaseAt(0, newMoon.AddDays(off > 0 ? 29.53 : -29.53));
        }
        var next = Sky.PhaseAt(0, newMoon.AddDays(29.53));
        return (int)(Sky.Wrap(Sky.Sun(next) - Precession(year)) / 30) == (month + 11) % 12 ? next : newMoon;
    }

    /// <summary>How far the signs have moved from the equinox (Lahiri), in degrees.</summary>
    static double Precession(int year) => 23.857 + 0.013969 * (year - 2000);
}
