using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Text;

/// <summary>Characters that are plain ones in another dress: full width, mathematical, circled, raised; units in one character; kinds of quotes and hyphens.</summary>
static class Styles
{
    // What it looks like, then the characters that become it
    static readonly FrozenDictionary<int, string> Single = new (string Plain, string Styled)[]
    {
        ("'", "’‘‛`´ʼʹ′＇"), ("\"", "“”„‟«»″"), ("-", "‐‑‒–−﹣⁃"), (" - ", "—―"), ("...", "…"), ("/", "⁄∕"), (" ", "™℠®©"), (".", "․"), ("'", "｀"),
        ("!!", "‼"), ("??", "⁇"), ("?!", "⁈"), ("!?", "⁉"), ("1/2", "½"), ("1/4", "¼"), ("3/4", "¾"), ("1/3", "⅓"), ("2/3", "⅔"), ("No", "№"),
        ("ml", "㎖"), ("kg", "㎏"), ("mm", "㎜"), ("cm", "㎝"), ("mg", "㎎"), ("cc", "㏄"), ("l", "ℓ"), ("°C", "℃"), ("°F", "℉"),
        ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"),
        ("0", "⁰₀⓪"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"), ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"),
        ("A", "ᴬ"), ("B", "ℬᴮ"), ("C", "ℂℭ"), ("E", "ℰᴱ"), ("F", "ℱ"), ("H", "ℋℌℍ"), ("I", "ℐℑ"), ("L", "ℒ"), ("M", "ℳ"), ("N", "ℕ"), ("P", "ℙ"), ("Q", "ℚ"), ("R", "ℛℜℝ"), ("Z", "ℤℨ"),
        ("a", "ᵃₐ"), ("b", "ᵇ"), ("c", "ᶜ"), ("d", "ᵈⅆ"), ("e", "ℯⅇᵉₑ"), ("f", "ᶠ"), ("g", "ℊᵍ"), ("h", "ℎʰₕ"), ("i", "ⅈⁱᵢ"), ("j", "ⅉʲ"), ("k", "ᵏₖ"), ("l", "ˡₗ"), ("m", "ᵐₘ"),
        ("n", "ⁿₙ"), ("o", "ℴᵒₒ"), ("p", "ᵖₚ"), ("r", "ʳᵣ"), ("s", "ˢₛ"), ("t", "ᵗₜ"), ("u", "ᵘᵤ"), ("v", "ᵛᵥ"), ("w", "ʷ"), ("x", "ˣₓ"), ("y", "ʸ"), ("z", "ᶻ"),
        ("a", "ᴀɑ"), ("b", "ʙ"), ("c", "ᴄ"), ("d", "ᴅ"), ("e", "ᴇ℮"), ("f", "ꜰ"), ("g", "ɢɡ"), ("h", "ʜ"), ("i", "ɪ"), ("j", "ᴊ"), ("k", "ᴋ"), ("l", "ʟ"), ("m", "ᴍ"),
        ("n", "ɴ"), ("o", "ᴏ"), ("p", "ᴘ"), ("r", "ʀ"), ("s", "ꜱ"), ("t", "ᴛ"), ("u", "ᴜ"), ("v", "ᴠ"), ("w", "ᴡ"), ("y", "ʏ"), ("z", "ᴢ"),
    }.SelectMany(s => s.Styled.Select(c => KeyValuePair.Create((int)c, s.Plain))).DistinctBy(p => p.Key).ToFrozenDictionary();

    // The first character of an alphabet in a dress, and the plain one it stands for
    static readonly (int From, int Count, char Plain)[] Alphabets =
    [
        (0x2460, 9, '1'), (0x2474, 9, '1'), (0x2488, 9, '1'), (0x2776, 9, '1'), (0x249C, 26, 'a'), (0x24B6, 26, 'A'), (0x24D0, 26, 'a'),
        (0x1F110, 26, 'A'), (0x1F130, 26, 'A'), (0x1F150, 26, 'A'), (0x1F170, 26, 'A'),
    ];

    static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    /// <summary>What to read instead; null: it is plain.</summary>
    public static string? Plain(int c)
    {
        if (c < 0xA0 && c != '`') return null;
        if (c is >= 0xFF01 and <= 0xFF5E && c != 0xFF07 && c != 0xFF40) return Ascii[c - 0xFEE0];
        if (Single.TryGetValue(c, out var plain)) return plain;
        if (c is >= 0x1D400 and < 0x1D6A4) return Ascii[(c - 0x1D400) % 52 is var at && at < 26 ? 'A' + at : 'a' + at - 26];
        if (c is >= 0x1D7CE and <= 0x1D7FF) return Ascii['0' + (c - 0x1D7CE) % 10];
        if (c < 0x2460) return null;
        foreach (var (from, count, first) in Alphabets)
            if (c >= from && c < from + count) return Ascii[first + c - from];
        return null;
    }
}
