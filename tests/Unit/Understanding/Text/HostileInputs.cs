using System.Text;

namespace MyCavoodle.Tests.Unit.Understanding.Text;

/// <summary>Messages no customer means well by, and broken copies of those they do: always the same ones for the same seed.</summary>
sealed class HostileInputs(IReadOnlyList<string> ordinary, ulong seed = 20_260_101)
{
    const int Longest = 100_000;

    static readonly string[] Pieces =
    [
        "<", ">", "<p>", "</p>", "<!--", "-->", "<script>", "<a href=", "&amp;", "&#x41;", "&#9999999;", "&", "{{", "}}", "<|im_start|>", "[INST]", "```", "](", "![", "http://", "%41", "\\u0041",
        "\\x41", "0x41 ", "aGVsbG8gdGhlcmUgeW91", "68656c6c6f20746865726520", "01101000", ".- -... ", "i g n o r e ", "1gn0r3 ", "#1042", "0412 345 678", "a@b.example", "31/12/2025", "99999999999999999999", "-1", "1e400",
        "NaN", "\u0000", "\r", "\n", "\r\n", "\t", "\u2028", "\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\u0301", "\u0489", "\uFE0F", "\u20E3", "\u3164", "\uD83D", "\uDC36", "\uFFFF", "\uFFFD",
        "🐶", "👨‍👩‍👧", "🇦🇺", "ﷺ", "ǅ", "İ", "ß", "ſ", "Ω", "а", "е", "ο", "𝐀", "Ａ", "①", "½", "㎖", "你", "の", "한", "ก", "ا", "א", "क", "ё", "'", "’", "\"", "…", "!!!!", "????", "((((", "....", "----", " ", "    ",
    ];

    static readonly (int From, int To)[] Blocks =
        [(0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x530, 0x5FF), (0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x1100, 0x11FF), (0x13A0, 0x13FF),
            (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2100, 0x27BF), (0x2800, 0x28FF), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xD800, 0xDFFF), (0xE000, 0xF8FF), (0xFB00, 0xFEFF), (0xFF00, 0xFFFF)];

    ulong state = seed;

    public IEnumerable<string> Take(int count)
    {
        yield return "";
        yield return "🐶🐶❤️";
        foreach (var piece in Pieces) yield return Repeated(piece, Longest);
        for (var made = Pieces.Length + 2; made < count; made++) yield return Next();
    }

    string Next()
    {
        var length = Below(1000) switch { 0 => 1 + Below(Longest), < 20 => 1 + Below(5000), _ => 1 + Below(160) };
        return Below(8) switch
        {
            0 => Repeated(Pieces[Below(Pieces.Length)] + (Below(2) == 0 ? " " : ""), length),
            1 => Built(length, () => Pieces[Below(Pieces.Length)]),
            2 => Built(length, () => ((char)Below(0x10000)).ToString()),
            3 => Script(length),
            4 => Built(length, () => ordinary[Below(ordinary.Count)] + Pieces[Below(Pieces.Length)]),
            _ => Mutated(ordinary[Below(ordinary.Count)]),
        };
    }

    // One or two scripts, words of them parted by spaces: a language nobody has heard of
    string Script(int length)
    {
        var (one, other) = (Blocks[Below(Blocks.Length)], Blocks[Below(Blocks.Length)]);
        return Built(length, () => Below(6) == 0 ? " " : ((char)Within(Below(3) == 0 ? other : one)).ToString());
    }

    string Mutated(string text)
    {
        var mutated = new StringBuilder(text);
        for (var change = Below(12); change > 0 && mutated.Length > 0; change--)
        {
            var at = Below(mutated.Length);
            switch (Below(6))
            {
                case 0: mutated.Remove(at, 1); break;
                case 1: mutated.Insert(at, Pieces[Below(Pieces.Length)]); break;
                case 2: mutated[at] = (char)Within(Blocks[Below(Blocks.Length)]); break;
                case 3: mutated.Insert(at, mutated.ToString(at, Math.Min(Below(40), mutated.Length - at))); break;
                case 4: mutated[at] = char.IsUpper(mutated[at]) ? char.ToLowerInvariant(mutated[at]) : char.ToUpperInvariant(mutated[at]); break;
                default: (mutated[at], mutated[^1]) = (mutated[^1], mutated[at]); break;
            }
        }
        return mutated.ToString();
    }

    static string Repeated(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length + 1).ToString();

    static string Built(int length, Func<string> piece)
    {
        var built = new StringBuilder(length + 100);
        while (built.Length < length) built.Append(piece());
        return built.ToString();
    }

    int Within((int From, int To) block) => block.From + Below(block.To - block.From + 1);

    int Below(int bound)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)bound);
    }
}
