using System.Text;
using System.Text.RegularExpressions;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Injection;

/// <summary>What a message says underneath: every reading of it that its disguises allow.</summary>
static partial class Disguises
{
    /// <summary>Characters of a message that are searched for codes.</summary>
    const int Searched = 8000;

    static readonly string[] Concealing = ["<!--", "<script", "display", "font-size", "color", "visibility", "onerror", "onload", "onclick", "onmouse", "onfocus"];

    /// <param name="text">The same message, plain.</param>
    public static (Disguise Worn, List<string> Readings) Under(string original, string text)
    {
        var worn = Disguise.None;
        List<string> readings = [];
        if (original.Length > Searched) original = original[..Searched];
        if (original.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            worn |= Costume(original);
            Add(Disguise.Invisible, Tagged(original));
        }
        if (Concealing.Any(c => original.Contains(c, StringComparison.OrdinalIgnoreCase)))
        {
            Add(Disguise.Hidden, Comments(original));
            foreach (Match match in Concealed().Matches(original)) Add(Disguise.Hidden, match.Groups[1].Value + match.Groups[2].Value.Replace('<', ' '));
        }
        Add(Disguise.Encoded, Codes.Base64(original));
        Add(Disguise.Encoded, Codes.Numbers(original));
        Add(Disguise.Encoded, Codes.Escapes(original));
        Add(Disguise.Morse, Ciphers.Morse(text));
        Add(Disguise.Spaced, Ciphers.Spaced(original));
        Add(Disguise.Figures, Ciphers.Figures(text));
        Add(Disguise.Spelled, Ciphers.Spelled(text));
        if (Common.Share(text) < Common.Readable)
        {
            Add(Disguise.Backwards, Ciphers.Backwards(text));
            Add(Disguise.Shifted, Ciphers.Shifted(text));
        }
        return (worn, readings);

        void Add(Disguise disguise, string? reading)
        {
            if (reading is null || reading.AsSpan().Trim().Length < 4) return;
            worn |= disguise;
            readings.Add(reading);
        }
    }

    // Without those by which mail programs tell each other what to leave out
    static string? Comments(string original)
    {
        var said = new StringBuilder();
        for (var at = 0; (at = original.IndexOf("<!--", at, StringComparison.Ordinal)) >= 0 && original.IndexOf("-->", at, StringComparison.Ordinal) is > 0 and var end; at = end)
            if (original[at + 4] != '[') said.Append(original, at + 4, Math.Max(end - at - 4, 0)).Append(' ');
        return said.Length > 0 ? said.ToString() : null;
    }

    static Disguise Costume(string original)
    {
        var (unseen, borrowed, latin) = (0, 0, 0);
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (char.IsAsciiLetter(c)) latin++;
            else if (c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'
                && i > 0 && i + 1 < original.Length && char.IsLetter(original[i - 1]) && char.IsLetter(original[i + 1])) unseen++;
            else if (c is >= '\u0336' and <= '\u0338' or >= '\uFF21' and <= '\uFF5A' or >= '\u24B6' and <= '\u24E9' or >= '\u1D00' and <= '\u1D22'
                || c == '\uD835' || char.IsLetter(c) && c is >= '\u0370' and <= '\u058F' && i > 0 && i + 1 < original.Length && (char.IsAsciiLetter(original[i - 1]) || char.IsAsciiLetter(original[i + 1]))) borrowed++;
        }
        return (unseen > 1 ? Disguise.Unseen : 0) | (borrowed > 1 ? Disguise.Borrowed : 0);
    }

    // Tag characters mirror ASCII; variation selectors may number bytes
    static string? Tagged(string original)
    {
        var said = new StringBuilder();
        foreach (var rune in original.EnumerateRunes())
            if (rune.Value is > 0xE0020 and < 0xE007F) said.Append((char)(rune.Value - 0xE0000));
            else if (rune.Value is >= 0xE0110 and <= 0xE017E) said.Append((char)(rune.Value - 0xE0100 + 16));
            else if (rune.Value == 0xE0020) said.Append(' ');
        return said.Length > 0 ? said.ToString() : null;
    }

    [GeneratedRegex("""<[^<>]{0,200}(?:display\s*:\s*none|font-size\s*:\s*0|color\s*:\s*(?:#fff\w*|white)|visibility\s*:\s*hidden)[^<>]{0,200}>([^<]{4,2000})|(<script\b[^<>]{0,200}>.{0,500}|<[a-z]{1,10}\b[^<>]{0,200}\bon[a-z]{4,12}\s*=[^<>]{0,200})""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Concealed();
}
