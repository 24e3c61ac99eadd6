using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Slots;

/// <summary>Sizes of bottles and coats: 500 ml, 1l, half a litre, 16oz, XL.</summary>
sealed partial class Sizes : IFinder
{
    public IEnumerable<Slot> Find(SlotText text)
    {
        foreach (Match m in Measure().Matches(text.Lower))
            if (text.IsFree(m.Index, m.Index + m.Length) && Value(m) is { } value)
            {
                var unit = Unit(m.Groups["unit"].Value);
                yield return new SizeSlot(m.Index, text.Words(m.Index, m.Index + m.Length), value, unit, Plain(value, unit));
            }
        foreach (Match m in Letters().Matches(text.Lower))
            if (text.IsFree(m.Index, m.Index + m.Length)) yield return new SizeSlot(m.Index, text.Words(m.Index, m.Index + m.Length), 0, "size", Letter(m.Groups["size"].Value));
    }

    /// <summary>The size a variant's name says: "500 ml", "Large"; null when it says none.</summary>
    public static string? PlainOf(string variant)
    {
        var lower = variant.ToLowerInvariant();
        if (Measure().Match(lower) is { Success: true } m && Value(m) is { } value) return Plain(value, Unit(m.Groups["unit"].Value));
        return Letters().Match("size " + lower) is { Success: true } l && lower.Length < 16 ? Letter(l.Groups["size"].Value) : null;
    }

    /// <summary>All sizes in a text, each written one way.</summary>
    public static HashSet<string> In(string lower)
    {
        HashSet<string> sizes = [];
        foreach (Match m in Measure().Matches(lower))
            if (Value(m) is { } value) sizes.Add(Plain(value, Unit(m.Groups["unit"].Value)));
        foreach (Match m in Letters().Matches(lower)) sizes.Add(Letter(m.Groups["size"].Value));
        return sizes;
    }

    static decimal? Value(Match m) => m.Groups["half"].Success ? 0.5m
        : decimal.TryParse(m.Groups["n"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : SpokenNumber.Of(m.Groups["n"].Value);

    /// <summary>Litres as millilitres, kilograms as grams, metres as centimetres.</summary>
    static string Plain(decimal value, string unit)
    {
        var (number, of) = unit switch { "l" => (value * 1000, "ml"), "kg" => (value * 1000, "g"), "m" => (value * 100, "cm"), _ => (value, unit) };
        return number.ToString("0.###", CultureInfo.InvariantCulture) + of;
    }

    static string Unit(string word) => word switch
    {
        "ml" or "mls" or "mil" or "mills" or "mils" or "millilitre" or "millilitres" or "milliliter" or "milliliters" => "ml",
        "l" or "lt" or "ltr" or "ltrs" or "litre" or "litres" or "liter" or "liters" => "l",
        "g" or "gm" or "gms" or "gram" or "grams" or "gr" => "g",
        "kg" or "kgs" or "kilo" or "kilos" or "kilogram" or "kilograms" => "kg",
        "oz" or "ounce" or "ounces" => "oz", "lb" or "lbs" or "pound" or "pounds" => "lb",
        "cm" or "cms" or "centimetre" or "centimetres" or "centimeters" => "cm", "mm" or "millimetre" or "millimetres" => "mm",
        "in" or "inch" or "inches" => "in", _ => "m",
    };

    static string Letter(string word) => word switch
    {
        "small" or "sml" => "s", "medium" or "med" => "m", "large" or "lge" or "lrg" => "l", "extra small" or "x-small" or "xsmall" => "xs",
        "extra large" or "x-large" or "xlarge" => "xl", "extra extra large" => "xxl", _ => word,
    };

    const string Units = "ml|mls|mil|mills|mils|millilit(?:re|er)s?|lt|ltrs?|lit(?:re|er)s?|l|grams?|gms?|gr|g|kgs?|kilos?|kilograms?|oz|ounces?|lbs?|pounds|cms?|centimet(?:re|er)s?|mm|millimetres?|inch(?:es)?|met(?:re|er)s?";

    [GeneratedRegex(@"(?<![\w$#.,/])(?:(?<n>\d{1,5}(?:[.,]\d{1,2})?|one|two|three|five|ten|twenty)[ \-]?|(?<half>half(?: an?| of an?)?[ \-]|1/2 ?))(?<unit>" + Units + @")(?![\p{L}\d'])")] private static partial Regex Measure();
    [GeneratedRegex(@"\b(?:size (?<size>xxs|xs|s|m|l|xl|xxl|small|medium|large)|(?<size>extra extra large|extra[ -]large|extra[ -]small|x-?large|x-?small|small|medium|large|sml|lge|lrg|xxs|xs|xl|xxl)|(?<=\b(?:in|a|an|the) )(?<size>[sml])(?= (?:size|one|please|pls)\b|[?.!]|$))\b")] private static partial Regex Letters();
}
