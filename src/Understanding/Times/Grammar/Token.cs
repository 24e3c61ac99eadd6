using System.Globalization;
using System.Text;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>A word, a run of digits or a sign, with its place in the text.</summary>
/// <param name="Word">As the grammar knows it: lower case, no apostrophes, spelling put right.</param>
/// <param name="Glued">No space before it.</param>
readonly record struct Token(string Word, int Start, int End, bool Glued)
{
    public bool IsNumber => char.IsAsciiDigit(Word[0]);

    /// <summary>Letters and digits part: "15h00" is three tokens. "a.m." is one.</summary>
    public static List<Token> Of(string text)
    {
        List<Token> tokens = [];
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            var end = EndOf(text, at);
            tokens.Add(new(Plain(text, at, end), at, end, at > 0 && !char.IsWhiteSpace(text[at - 1])));
            at = end;
        }
        return tokens;
    }

    static int EndOf(string text, int at)
    {
        var end = at;
        if (char.IsAsciiDigit(text[at])) { while (end < text.Length && char.IsAsciiDigit(text[end])) end++; return end; }
        if (!char.IsLetter(text[at])) return at + 1;
        if (IsLetter(text, at) && !IsLetter(text, at - 1) && At(text, at + 1) == '.' && IsLetter(text, at + 2) && !IsLetter(text, at + 3))
            return At(text, at + 3) == '.' ? at + 4 : at + 3;
        while (IsLetter(text, end) || At(text, end) == '\'' && IsLetter(text, end + 1) && end > at) end++;
        return end;
    }

    static char At(string text, int at) => at >= 0 && at < text.Length ? text[at] : ' ';

    static bool IsLetter(string text, int at) => char.IsLetter(At(text, at)) || char.GetUnicodeCategory(At(text, at)) == UnicodeCategory.NonSpacingMark;

    static string Plain(string text, int start, int end)
    {
        var plain = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
            if (end - start == 1 || text[i] is not ('\'' or '.')) plain.Append(char.ToLowerInvariant(text[i]));
        return TimeSpelling.Right(plain.ToString());
    }
}
