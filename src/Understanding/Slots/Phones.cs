using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Slots;

/// <summary>Australian telephone numbers with or without +61, spaces and brackets; others when written with their +.</summary>
/// <remarks>Shapes: https://www.acma.gov.au/australias-telephone-numbers</remarks>
sealed partial class Phones : IFinder
{
    public IEnumerable<Slot> Find(SlotText text)
    {
        foreach (Match m in Digits().Matches(text.Lower))
        {
            var words = m.Value.TrimEnd(' ', '-', '.', '(', ')', '/');
            if (text.IsFree(m.Index, m.Index + words.Length) && Number(words) is { } number) yield return new PhoneSlot(m.Index, text.Words(m.Index, m.Index + words.Length), number);
        }
    }

    static string? Number(string words)
    {
        var digits = string.Concat(words.Where(char.IsAsciiDigit));
        if (words.StartsWith("+61", StringComparison.Ordinal) || words.StartsWith("(+61", StringComparison.Ordinal)) digits = Local(digits[2..]);
        else if (digits.StartsWith("0061", StringComparison.Ordinal)) digits = Local(digits[4..]);
        else if (digits.StartsWith("61", StringComparison.Ordinal) && digits.Length == 11 && digits[2] is '4' or '2' or '3' or '7' or '8') digits = Local(digits[2..]);
        else if (words.Contains('+')) return digits.Length is >= 8 and <= 15 ? "+" + digits : null;
        return digits switch
        {
            // Mobile and landline.
            ['0', '4' or '5' or '2' or '3' or '7' or '8', ..] when digits.Length == 10 => "+61" + digits[1..],
            ['1', '3' or '8', '0', '0', ..] when digits.Length == 10 => digits,
            ['1', '3', ..] when digits.Length == 6 && words.Contains(' ') => digits,
            _ => null,
        };
    }

    static string Local(string digits) => digits.StartsWith('0') ? digits : "0" + digits;

    [GeneratedRegex(@"(?<![\w#$.,:/\-]|\d\s)(?:\(?\+\s?)?\(?\d(?:[ \-.()/]{0,2}\d){5,15}(?![\p{L}\d%]|[.,]\d)")] private static partial Regex Digits();
}
