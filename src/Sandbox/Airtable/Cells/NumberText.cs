using System.Globalization;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Numbers as people write them.</summary>
static class NumberText
{
    /// <summary>"$1,234.50", "50%" in a percent field, "1:30" in a duration field (hours and minutes); null if it is none.</summary>
    public static double? Read(string type, string text)
    {
        if (type == "duration" && text.Contains(':', StringComparison.Ordinal)) return Duration(text);
        var digits = new string([.. text.Where(c => char.IsAsciiDigit(c) || c is '.' or '-' or 'e' or 'E' or '+')]);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        return type == "percent" && text.Contains('%', StringComparison.Ordinal) ? number / 100 : number;
    }

    /// <summary>As the column shows it.</summary>
    public static string Write(Field field, double number)
    {
        var precision = (int?)field.Options?["precision"] ?? 0;
        return field.Type switch
        {
            "currency" => (number < 0 ? "-" : "") + (string?)field.Options?["symbol"] + Math.Abs(number).ToString($"F{precision}", CultureInfo.InvariantCulture),
            "percent" => (number * 100).ToString($"F{precision}", CultureInfo.InvariantCulture) + "%",
            "number" => number.ToString($"F{precision}", CultureInfo.InvariantCulture),
            "duration" => $"{(long)number / 3600}:{(long)number / 60 % 60:00}",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    static double? Duration(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 3 || !parts.All(p => double.TryParse(p, CultureInfo.InvariantCulture, out _))) return null;
        var numbers = parts.Select(p => double.Parse(p, CultureInfo.InvariantCulture)).Concat([0, 0]).ToArray();
        return numbers[0] * 3600 + numbers[1] * 60 + numbers[2];
    }
}
