using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Injection;

/// <summary>Readings of words that were shifted, turned round, keyed or spelt; null where the text is not of that kind.</summary>
static partial class Ciphers
{
    const string Keyed = ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..";

    static readonly FrozenDictionary<string, char> Keys = Keyed.Split(' ').Select((key, at) => (key, letter: (char)('a' + at))).ToFrozenDictionary(k => k.key, k => k.letter);

    static readonly FrozenSet<string> Radio = "alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string? Morse(string text)
    {
        if (text.AsSpan().IndexOfAny('.', '-') < 0) return null;
        var letters = new StringBuilder();
        foreach (var part in text.Split(' ', '\n'))
            if (Keys.TryGetValue(part, out var letter)) letters.Append(letter);
            else if (part is "/" or "|" && letters.Length > 0) letters.Append(' ');
        return letters.Length >= 6 ? letters.ToString() : null;
    }

    /// <summary>"i g n o r e", also with dots or dashes: six letters or more, each by itself.</summary>
    public static string? Spaced(string text)
    {
        var said = new StringBuilder();
        foreach (var match in OneByOne().EnumerateMatches(text))
            foreach (var word in Wider().Split(text.Substring(match.Index, match.Length)))
                said.Append(Common.Part(string.Concat(word.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant())).Append(' ');
        return said.Length > 0 ? said.ToString() : null;
    }

    /// <summary>Figures inside words read as the letters they look like; from three such words on.</summary>
    public static string? Figures(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        var words = 0;
        var said = MixedWord().Replace(text, match =>
        {
            words++;
            return string.Concat(match.Value.Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '8' => 'b', '9' => 'g', '@' => 'a', '$' => 's', _ => c }));
        });
        return words >= 3 ? said : null;
    }

    public static string? Spelled(string text)
    {
        var letters = new StringBuilder();
        foreach (var word in text.Split(' ', '-', '\n', ','))
            if (Radio.Contains(word)) letters.Append(char.ToLowerInvariant(word[0]));
        return letters.Length >= 6 ? Common.Part(letters.ToString()) : null;
    }

    public static string? Backwards(string text)
    {
        var runes = text.ToCharArray();
        Array.Reverse(runes);
        var whole = new string(runes);
        if (Common.Share(whole) >= Common.Readable) return whole;
        var words = string.Join(' ', whole.Split(' ').Reverse());
        return Common.Share(words) >= Common.Readable ? words : null;
    }

    /// <summary>The alphabet moved by the places that make most words of it.</summary>
    public static string? Shifted(string text)
    {
        var start = text.Length > 400 ? text[..400] : text;
        var (best, places) = ((Common.Share(start) ?? 1) + 0.15, 0);
        for (var by = 1; by < 26; by++)
            if (Common.Share(Shift(start, by)) is { } share && share > best) (best, places) = (share, by);
        return places > 0 ? Shift(text, places) : null;
    }

    static string Shift(string text, int places) => string.Create(text.Length, (text, places), static (shifted, s) =>
    {
        for (var i = 0; i < shifted.Length; i++)
            shifted[i] = s.text[i] switch
            {
                >= 'a' and <= 'z' => (char)('a' + (s.text[i] - 'a' + s.places) % 26),
                >= 'A' and <= 'Z' => (char)('a' + (s.text[i] - 'A' + s.places) % 26),
                var other => other,
            };
    });

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z0-9](?:(?:[ ._*|-]|[ ]{2,4})[A-Za-z0-9](?![\p{L}\d])){5,}")] private static partial Regex OneByOne();
    [GeneratedRegex(" {2,}")] private static partial Regex Wider();
    [GeneratedRegex(@"\b(?=\w*[A-Za-z@$])(?=\w*[0-9])[A-Za-z0-9@$]{2,20}\b")] private static partial Regex MixedWord();
}
