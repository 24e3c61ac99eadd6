using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Text;

/// <summary>
/// Letters of other alphabets inside an otherwise Latin word, put back to the Latin letters they pass for: a disguise,
/// or a keyboard left in the wrong language. A word in real Cyrillic or Greek stays.
/// </summary>
static class Lookalikes
{
    // Pairs: the foreign letter and the Latin one it cannot be told from
    static readonly FrozenDictionary<char, char> Exact = Pairs(
        "аaеeоoрpсcуyхxѕsіiјjԁdһhԛqԝwӏlѵvАAВBЕEКKМMНHОOРPСCТTУYХXЅSІIЈJԚQԜWҮYӀl" + "οoνvαaρpιiΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" + "օoսuհhոnցg");

    // These only pass in company
    static readonly FrozenDictionary<char, char> Near = Pairs("кkтtмmнhвbпnгrиuзzκkτtυuεeηnχxγyωwσoμuβb");

    static FrozenDictionary<char, char> Pairs(string pairs) => pairs.Chunk(2).ToFrozenDictionary(p => p[0], p => p[1]);

    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0370', '\u058F')) return text;
        var (latin, foreign) = (text.Count(char.IsAsciiLetter), text.Count(IsForeign));
        // Somebody who writes Russian needs letters that no Latin one resembles
        var allDisguised = 2 * latin > foreign && !text.Any(c => IsForeign(c) && !Exact.ContainsKey(c));
        return string.Create(text.Length, text, (folded, whole) =>
        {
            whole.CopyTo(folded);
            for (var from = 0; from < folded.Length; from++)
            {
                if (!char.IsLetterOrDigit(folded[from])) continue;
                var to = from;
                while (to < folded.Length && char.IsLetterOrDigit(folded[to])) to++;
                Fold(folded[from..to], allDisguised);
                from = to;
            }
        });
    }

    static void Fold(Span<char> word, bool allDisguised)
    {
        var (latin, foreign) = (false, false);
        foreach (var c in word)
            if (char.IsAsciiLetter(c)) latin = true;
            else if (IsForeign(c) && (Exact.ContainsKey(c) || Near.ContainsKey(c))) foreign = true;
            else if (char.IsLetter(c) && c > '\u024F') return; // a letter that passes for nothing: the word is what it seems
        if (!foreign || !(latin || allDisguised)) return;
        foreach (ref var c in word)
            if (Exact.TryGetValue(c, out var same) || Near.TryGetValue(c, out same)) c = same;
    }

    static bool IsForeign(char c) => c is >= '\u0370' and <= '\u058F' && char.IsLetter(c);
}
