namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>
/// Where sun and moon stand, to a few hundredths of a degree, which is a few minutes: enough to know the day of a new
/// moon. After J. Meeus, Astronomical Algorithms, chapters 25 and 47, its largest terms.
/// </summary>
static class Sky
{
    static readonly DateTime Epoch = new(2000, 1, 1, 12, 0, 0);

    static double Centuries(DateTime utc) => (utc - Epoch).TotalDays / 36525;

    static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    public static double Wrap(double degrees) => degrees - 360 * Math.Floor(degrees / 360);

    /// <summary>Longitude of the sun from the March equinox, in degrees.</summary>
    public static double Sun(DateTime utc)
    {
        var t = Centuries(utc);
        var anomaly = 357.52911 + 35999.05029 * t;
        return Wrap(280.46646 + 36000.76983 * t + (1.914602 - 0.004817 * t) * Sin(anomaly) + 0.019993 * Sin(2 * anomaly) + 0.000289 * Sin(3 * anomaly)
            - 0.00569 - 0.00478 * Sin(125.04 - 1934.136 * t));
    }

    /// <summary>Longitude of the moon, in degrees.</summary>
    public static double Moon(DateTime utc)
    {
        var t = Centuries(utc);
        var l = 218.3164477 + 481267.88123421 * t;
        var d = 297.8501921 + 445267.1114034 * t;
        var m = 357.5291092 + 35999.0502909 * t;
        var n = 134.9633964 + 477198.8675055 * t;
        var f = 93.2720950 + 483202.0175233 * t;
        return Wrap(l + 6.288774 * Sin(n) + 1.274027 * Sin(2 * d - n) + 0.658314 * Sin(2 * d) + 0.213618 * Sin(2 * n) - 0.185116 * Sin(m) - 0.114332 * Sin(2 * f)
            + 0.058793 * Sin(2 * d - 2 * n) + 0.057066 * Sin(2 * d - m - n) + 0.053322 * Sin(2 * d + n) + 0.045758 * Sin(2 * d - m) - 0.040923 * Sin(m - n) - 0.034720 * Sin(d)
            - 0.030383 * Sin(m + n) + 0.015327 * Sin(2 * d - 2 * f) - 0.012528 * Sin(n + 2 * f) + 0.010980 * Sin(n - 2 * f) + 0.010675 * Sin(4 * d - n) + 0.010034 * Sin(3 * n)
            - 0.00478 * Sin(125.04 - 1934.136 * t));
    }

    /// <summary>How far the moon is ahead of the sun: 0 is new, 180 full.</summary>
    public static double Phase(DateTime utc) => Wrap(Moon(utc) - Sun(utc));

    /// <summary>When the phase reaches some degrees, near a time.</summary>
    public static DateTime PhaseAt(double degrees, DateTime near) => Solve(Phase, degrees, near, 29.530588);

    /// <summary>When the sun reaches some degrees, near a time.</summary>
    public static DateTime SunAt(double degrees, DateTime near) => Solve(Sun, degrees, near, 365.2422);

    static DateTime Solve(Func<DateTime, double> angle, double degrees, DateTime near, double days)
    {
        for (var i = 0; i < 8; i++)
        {
            var off = Wrap(degrees - angle(near) + 180) - 180;
            near = near.AddDays(off / 360 * days);
            if (Math.Abs(off) < 0.0005) break;
        }
        return near;
    }
}
