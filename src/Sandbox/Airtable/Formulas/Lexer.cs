using System.Text;

namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Cuts a formula into words.</summary>
sealed class Lexer(string text)
{
    static readonly string[] Signs = ["!=", "<>", "<=", ">=", "=", "<", ">", "&", "+", "-", "*", "/", "(", ")", ","];

    int at;

    /// <exception cref="FormulaException">A sign nobody knows, or an end that is missing.</exception>
    public List<Token> Read()
    {
        var tokens = new List<Token>();
        for (Skip(); at < text.Length; Skip()) tokens.Add(Next());
        tokens.Add(new(TokenKind.End, "", at, at));
        return tokens;
    }

    void Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    Token Next()
    {
        var start = at;
        var first = text[at];
        if (first is '\'' or '"' or '{') return new(first == '{' ? TokenKind.Field : TokenKind.Text, Quoted(first == '{' ? '}' : first), start, at);
        if (char.IsAsciiDigit(first) || first == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) return new(TokenKind.Number, While(c => char.IsAsciiDigit(c) || c == '.'), start, at);
        if (char.IsLetter(first) || first == '_') return new(TokenKind.Name, While(c => char.IsLetterOrDigit(c) || c == '_'), start, at);
        foreach (var sign in Signs)
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) { at += sign.Length; return new(TokenKind.Sign, sign, start, at); }
        throw new FormulaException("Invalid formula. Please check your formula text.");
    }

    string While(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at])) at++;
        return text[start..at];
    }

    /// <summary>A backslash takes the next sign as it is, but for n, r and t.</summary>
    string Quoted(char end)
    {
        var inside = new StringBuilder();
        for (at++; at < text.Length && text[at] != end; at++)
            inside.Append(text[at] != '\\' || at + 1 >= text.Length ? text[at] : text[++at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        if (at >= text.Length) throw new FormulaException("Invalid formula. Please check your formula text.");
        at++;
        return inside.ToString();
    }
}
