using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Injection;

/// <summary>A word, a sign, or a run of signs, as the detector compares it: lower case, no accents, figures masked.</summary>
readonly record struct Token(string Form, int Start, int Length, Notion Notion)
{
    const int LongestCode = 24;

    public bool IsWord => Form.Length > 0 && (char.IsLetterOrDigit(Form[0]) || Form[0] == '#');

    /// <param name="text">From <see cref="PlainText"/>.</param>
    public static List<Token> In(string text)
    {
        var tokens = new List<Token>(text.Length / 4 + 4);
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            var c = text[at];
            if (char.IsWhiteSpace(c)) { at++; continue; }
            if (IsWide(c)) at++;
            else if (char.IsLetterOrDigit(c))
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) && !IsWide(text[at]) || text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]))) at++;
            else
                while (at < text.Length && at - from < 3 && !char.IsLetterOrDigit(text[at]) && !char.IsWhiteSpace(text[at])) at++;
            var form = Folded(text.AsSpan(from, at - from));
            tokens.Add(new(form, from, at - from, Notions.Of(form)));
        }
        return tokens;
    }

    // Scripts that put no spaces between words: every character is one
    static bool IsWide(char c) => c is >= '\u0E00' and <= '\u0EFF' or >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';

    static string Folded(ReadOnlySpan<char> written)
    {
        if (!char.IsLetterOrDigit(written[0])) return written.ToString();
        if (!written.ContainsAnyExceptInRange('0', '9')) return "#";
        var figures = 0;
        Span<char> form = stackalloc char[Math.Min(written.Length, LongestCode)];
        for (var i = 0; i < form.Length; i++)
        {
            form[i] = char.IsDigit(written[i]) ? '#' : Accents.Strip(char.ToLowerInvariant(written[i]));
            if (form[i] == '#') figures++;
        }
        if (written.Length >= LongestCode) return "#blob";
        return figures > 1 && written.Length > 8 ? "#code" : form.ToString();
    }
}
