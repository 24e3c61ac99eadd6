using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Injection;

/// <summary>Readings of letters written as bytes or numbers; null where there are none, or where they say nothing.</summary>
static partial class Codes
{
    public static string? Base64(string text)
    {
        if (text.Length < 12) return null;
        var said = new StringBuilder();
        foreach (var match in Runs().EnumerateMatches(text))
        {
            var run = text.AsSpan(match.Index, match.Length).TrimEnd('=').ToString().Replace('-', '+').Replace('_', '/');
            if (run.Length % 4 == 1) run = run[..^1];
            if (Spoken(Convert.FromBase64String(run.PadRight((run.Length + 3) / 4 * 4, '='))) is { } words) said.Append(words).Append('\n');
        }
        return said.Length > 0 ? said.ToString() : null;
    }

    /// <summary>Hexadecimal, binary and decimal character numbers, with or without spaces.</summary>
    public static string? Numbers(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        var said = new StringBuilder();
        foreach (var match in HexRun().EnumerateMatches(text)) Append(text.Substring(match.Index, match.Length), 2, NumberStyles.AllowHexSpecifier);
        foreach (var match in BinaryRun().EnumerateMatches(text)) Append(text.Substring(match.Index, match.Length), 8, NumberStyles.AllowBinarySpecifier);
        foreach (var match in DecimalRun().EnumerateMatches(text))
            if (Spoken([.. Figures().Matches(text.Substring(match.Index, match.Length)).Select(m => byte.TryParse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var b) ? b : (byte)0)]) is { } words)
                said.Append(words).Append('\n');
        return said.Length > 0 ? said.ToString() : null;

        void Append(string run, int width, NumberStyles style)
        {
            var digits = Prefix().Replace(run, "");
            var bytes = new byte[digits.Length / width];
            for (var i = 0; i < bytes.Length; i++)
                if (!byte.TryParse(digits.AsSpan(i * width, width), style, CultureInfo.InvariantCulture, out bytes[i])) return;
            if (Spoken(bytes) is { } words) said.Append(words).Append('\n');
        }
    }

    /// <summary>%69, \x69 and \u0069 in their place, the rest of the text around them.</summary>
    public static string? Escapes(string text)
    {
        if (text.AsSpan().IndexOfAny('%', '\\') < 0) return null;
        var found = 0;
        var said = Escape().Replace(text, match =>
        {
            found++;
            var code = int.Parse(match.Value.AsSpan(match.Value[0] == '%' ? 1 : 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            return code is >= ' ' and < 0x7F ? ((char)code).ToString() : " ";
        });
        return found > 3 ? said : null;
    }

    // Bytes that are words, not the inside of a picture or a tracking code: nearly all letters and spaces, in runs
    static string? Spoken(byte[] bytes)
    {
        if (bytes.Length < 6) return null;
        var letters = 0;
        foreach (var b in bytes)
        {
            if (b is < 9 or > 0x7E or (> 13 and < 32)) return null;
            if (char.IsAsciiLetter((char)b) || b == ' ') letters++;
        }
        return letters * 10 >= bytes.Length * 6 ? Encoding.ASCII.GetString(bytes) : null;
    }

    [GeneratedRegex("[A-Za-z0-9+/_-]{12,}={0,2}")] private static partial Regex Runs();
    [GeneratedRegex(@"(?:(?:0x|\\x)?[0-9A-Fa-f]{2}[ ,:]{0,2}){8,}")] private static partial Regex HexRun();
    [GeneratedRegex("(?:[01]{8}[ ,]?){5,}")] private static partial Regex BinaryRun();
    [GeneratedRegex(@"(?:\b\d{2,3}\b[ ,;]{1,2}){7,}\d{2,3}\b")] private static partial Regex DecimalRun();
    [GeneratedRegex(@"\d+")] private static partial Regex Figures();
    [GeneratedRegex(@"0x|\\x|[ ,:]")] private static partial Regex Prefix();
    [GeneratedRegex(@"%[0-9A-Fa-f]{2}|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}")] private static partial Regex Escape();
}
