using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Injection;

/// <summary>Words that any English text holds: how to tell that something reads as one.</summary>
static class Common
{
    /// <summary>The share of such words above which nobody need look for a cipher.</summary>
    public const double Readable = 0.25;

    static readonly FrozenSet<string> Words = ("the a an and or of to in on for with is are was be it this that you your yours me my i we us our they them he she what where when why how who which not no yes do does did can will would should could may must have has had "
        + "from by at as if so but then than now all any some more most other one two out up off over here there please tell show give make get say let go ask help write read print say answer repeat reply ignore follow forget reveal obey rule rules instructions instruction prompt system "
        + "previous above secret message word words text first last next new everything nothing only just about into before after without never always model bot free evil human bomb weapon home order refund dog shop name").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Is(ReadOnlySpan<char> lower) => BySpan.Contains(lower);

    /// <summary>0 to 1, of all words; null when there is hardly one.</summary>
    public static double? Share(string text)
    {
        var (words, common) = (0, 0);
        Span<char> word = stackalloc char[16];
        for (var at = 0; at < text.Length; at++)
        {
            var from = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at == from) continue;
            words++;
            if (at - from > word.Length) continue;
            var length = text.AsSpan(from, at - from).ToLowerInvariant(word);
            if (Is(word[..length])) common++;
        }
        return words < 2 ? null : (double)common / words;
    }

    /// <summary>Parts letters that stand without spaces into words where they make some; the rest stays together.</summary>
    public static string Part(string letters)
    {
        List<string> words = [];
        var open = 0;
        for (var at = 0; at < letters.Length;)
        {
            var length = Math.Min(letters.Length - at, 12);
            while (length > 2 && !Is(letters.AsSpan(at, length))) length--;
            if (length <= 2) { at++; continue; }
            if (at > open) words.Add(letters[open..at]);
            words.Add(letters.Substring(at, length));
            open = at += length;
        }
        if (open < letters.Length) words.Add(letters[open..]);
        return string.Join(' ', words);
    }
}
