using System.Globalization;
using System.Text;

namespace MyCavoodle.Channels;

/// <summary>How a platform counts the length of a text.</summary>
public enum TextMeasure { Characters, Utf8Bytes }

/// <summary>
/// Cuts a text into pieces a platform takes: at the end of a paragraph, else of a sentence, else between words, and never
/// inside what a reader sees as one character (an emoji with its skin tone), unless that alone is too long.
/// Pieces lose the white space around them and nothing else.
/// </summary>
public static class TextSplitter
{
    /// <param name="limit">The most one piece may measure; at least 4, the bytes of one character.</param>
    public static IReadOnlyList<string> Split(string text, int limit, TextMeasure measure = TextMeasure.Characters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 4);
        List<string> pieces = [];
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var end = Fitting(rest, limit, measure);
            if (end < rest.Length) end = Break(rest, end);
            if (rest[..end].Trim() is { IsEmpty: false } piece) pieces.Add(piece.ToString());
            rest = rest[end..].TrimStart();
        }
        return pieces;
    }

    /// <summary>How many leading characters fit, counted in whole graphemes.</summary>
    static int Fitting(ReadOnlySpan<char> text, int limit, TextMeasure measure)
    {
        var (end, used) = (0, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text[end..]);
            used += Size(text.Slice(end, length), measure);
            if (used > limit) return end > 0 ? end : FittingRunes(text[..length], limit, measure);
            end += length;
        }
        return end;
    }

    // One grapheme can carry any number of accents; then the cut is at least between code points.
    static int FittingRunes(ReadOnlySpan<char> grapheme, int limit, TextMeasure measure)
    {
        var (end, used) = (0, 0);
        foreach (var rune in grapheme.EnumerateRunes())
        {
            used += measure == TextMeasure.Utf8Bytes ? rune.Utf8SequenceLength : rune.Utf16SequenceLength;
            if (used > limit) break;
            end += rune.Utf16SequenceLength;
        }
        return end;
    }

    static int Size(ReadOnlySpan<char> text, TextMeasure measure) =>
        measure == TextMeasure.Utf8Bytes ? Encoding.UTF8.GetByteCount(text) : text.Length;

    // A paragraph's end in the second half, a sentence's end or line break in the last three quarters, else any gap.
    static int Break(ReadOnlySpan<char> text, int end)
    {
        var gap = 0;
        var sentence = 0;
        for (var at = end; at > 0; at--)
        {
            if (!IsGap(text, at)) continue;
            if (gap == 0) gap = at;
            if (at >= end / 2 && EndsParagraph(text, at)) return at;
            if (sentence == 0 && at >= end / 4 && (text[at] == '\n' || EndsSentence(text[..at]))) sentence = at;
            if (at < end / 4) break;
        }
        return sentence > 0 ? sentence : gap > 0 ? gap : end;
    }

    // White space begins at this place, and it is not the base of a combining accent.
    static bool IsGap(ReadOnlySpan<char> text, int at) =>
        char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[at - 1]) && StringInfo.GetNextTextElementLength(text[at..]) <= 2;

    static bool EndsParagraph(ReadOnlySpan<char> text, int at)
    {
        var lines = 0;
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
            if (text[at] == '\n') lines++;
        return lines > 1;
    }

    static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd("\"'”’»)]*");
        if (end.IsEmpty || end[^1] is not ('.' or '!' or '?' or '…' or '。' or '！' or '？')) return false;
        // "1." at the start of a line numbers what follows.
        var line = end[(end.LastIndexOf('\n') + 1)..^1].Trim();
        return line.IsEmpty || line.ContainsAnyExceptInRange('0', '9');
    }
}
