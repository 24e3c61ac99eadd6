using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Slots;

/// <summary>
/// Parcel numbers as Australia Post and other carriers write them: letters and digits mixed (33ABC0001234), two letters,
/// nine digits and a country (CP123456789AU), or many digits; shorter ones where the text says it is for tracking.
/// </summary>
sealed partial class Tracking : IFinder
{
    public IEnumerable<Slot> Find(SlotText text)
    {
        var said = Said().IsMatch(text.Lower);
        foreach (Match m in Code().Matches(text.Text))
            if (text.IsFree(m.Index, m.Index + m.Length) && Fits(m.Value, said)) yield return new TrackingSlot(m.Index, text.Words(m.Index, m.Index + m.Length), m.Value.ToUpperInvariant());
    }

    static bool Fits(string code, bool said)
    {
        var digits = code.Count(char.IsAsciiDigit);
        var letters = code.Length - digits;
        return International().IsMatch(code) || (letters == 0 ? digits is >= 16 and <= 30 || said && digits >= 10 : digits >= 7 && letters <= digits && code.Length >= 10 || said && digits >= 5 && code.Length >= 9);
    }

    [GeneratedRegex(@"\btrack|\bparcel|\bconsignment|\bausp?ost|\baus(?:tralia)?\s?post|\bconnote", RegexOptions.CultureInvariant)] private static partial Regex Said();
    [GeneratedRegex(@"(?<![\w#@.\-])[A-Za-z0-9]{9,34}(?![\w@]|[.\-]\w)")] private static partial Regex Code();
    [GeneratedRegex(@"^[A-Za-z]{2}\d{9}[A-Za-z]{2}$")] private static partial Regex International();
}
