using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Writes dates by the letters DATETIME_FORMAT knows. https://support.airtable.com/docs/supported-format-specifiers-for-datetime-format</summary>
static partial class DateFormat
{
    public static string Write(DateTimeOffset at, string format) => Letters().Replace(format, m => m.Groups["as"].Success ? m.Groups["as"].Value : Part(at, m.Value));

    static string Part(DateTimeOffset at, string letters) => letters switch
    {
        "YYYY" => At(at, "yyyy"),
        "YY" => At(at, "yy"),
        "MMMM" or "MMM" or "MM" or "dddd" or "ddd" or "HH" or "hh" or "mm" or "ss" => At(at, letters),
        "M" or "H" or "h" or "m" or "s" => At(at, "%" + letters),
        "DD" => At(at, "dd"),
        "D" => At(at, "%d"),
        "Do" => Ordinal(at.Day),
        "Q" => $"{(at.Month + 2) / 3}",
        "SSS" => At(at, "fff"),
        "A" => at.Hour < 12 ? "AM" : "PM",
        "a" => at.Hour < 12 ? "am" : "pm",
        "Z" => At(at, "zzz"),
        "ZZ" => At(at, "zzz").Replace(":", "", StringComparison.Ordinal),
        "X" => $"{at.ToUnixTimeSeconds()}",
        "x" => $"{at.ToUnixTimeMilliseconds()}",
        "L" => At(at, "MM/dd/yyyy"),
        "LL" => At(at, "MMMM d, yyyy"),
        _ => letters,
    };

    static string At(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);

    static string Ordinal(int day) => day + (day is >= 11 and <= 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    [GeneratedRegex(@"\[(?<as>[^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|Do|D|dddd|ddd|HH|H|hh|h|mm|m|SSS|ss|s|ZZ|Z|LL|L|A|a|Q|X|x")]
    private static partial Regex Letters();
}
