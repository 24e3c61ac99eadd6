using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Text;

/// <summary>
/// A message made plain, once, before any engine reads it: halves of characters and invisible ones out, one form of
/// every character (NFKC), one kind of apostrophe, single spaces, at most <see cref="Longest"/> characters.
/// Case stays: shouting says something.
/// </summary>
/// <param name="Original">As it was written.</param>
/// <param name="Text">What the engines read; lines are parted by \n.</param>
public sealed partial record PlainText(string Original, string Text)
{
    /// <summary>Characters; longer messages say nothing more that an engine could use.</summary>
    public const int Longest = 4000;

    /// <summary>Lower case, for whoever compares words.</summary>
    public string Lower { get; } = Text.ToLowerInvariant();

    /// <summary>Takes any string, also one with halves of surrogate pairs; never throws.</summary>
    public static PlainText Of(string message)
    {
        var cut = message.Length <= Longest ? message : message[..Longest];
        var whole = string.Concat(cut.EnumerateRunes().Where(r => r != Rune.ReplacementChar).Select(Visible));
        var one = whole.Normalize(NormalizationForm.FormKC).Replace('’', '\'').Replace('‘', '\'').Replace('`', '\'');
        return new(message, Breaks().Replace(Spaces().Replace(one, " "), "\n").Trim());
    }

    static string Visible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => rune.Value is '\n' or '\r' or 0x2028 or 0x2029 ? "\n" : " ",
        UnicodeCategory.Format => "",
        _ => rune.ToString(),
    };

    [GeneratedRegex(@"[^\S\n]+")] private static partial Regex Spaces();
    [GeneratedRegex(@" ?\n\s*")] private static partial Regex Breaks();
}
