using System.Globalization;
using System.Text;

namespace MyCavoodle.Sandbox.Shopify.Graph;

enum TokenKind { Name, Number, Text, Mark, End }

readonly record struct Token(TokenKind Kind, string Text, Place Place);

/// <summary>Cuts a query into names, numbers, strings and punctuation marks.</summary>
sealed class Tokens(string source)
{
    int at, line = 1, lineStart;

    public Token Next()
    {
        SkipBlank();
        var place = new Place(line, at - lineStart + 1);
        if (at >= source.Length) return new(TokenKind.End, "end of file", place);
        var c = source[at];
        if (char.IsAsciiLetter(c) || c == '_') return new(TokenKind.Name, Take(x => char.IsAsciiLetterOrDigit(x) || x == '_'), place);
        if (char.IsAsciiDigit(c) || c == '-') return new(TokenKind.Number, Take(x => char.IsAsciiDigit(x) || x is '-' or '+' or '.' or 'e' or 'E'), place);
        if (c == '"') return new(TokenKind.Text, Starts("\"\"\"") ? Block(place) : Quoted(place), place);
        if (Starts("...")) { at += 3; return new(TokenKind.Mark, "...", place); }
        if (!"{}()[]:$!=@|&".Contains(c, StringComparison.Ordinal)) throw new GraphException($"Expected NAME, actual: UNKNOWN_CHAR (\"{c}\") at [{place.Line}, {place.Column}]", null, place);
        at++;
        return new(TokenKind.Mark, c.ToString(), place);
    }

    void SkipBlank()
    {
        while (at < source.Length)
            if (source[at] == '\n') NewLine();
            else if (char.IsWhiteSpace(source[at]) || source[at] is ',' or '\uFEFF') at++;
            else if (source[at] == '#') while (at < source.Length && source[at] != '\n') at++;
            else return;
    }

    void NewLine()
    {
        at++;
        (line, lineStart) = (line + 1, at);
    }

    bool Starts(string mark) => string.CompareOrdinal(source, at, mark, 0, mark.Length) == 0;

    string Take(Func<char, bool> isPart)
    {
        var from = at;
        do at++; while (at < source.Length && isPart(source[at]));
        return source[from..at];
    }

    string Quoted(Place place)
    {
        var text = new StringBuilder();
        for (at++; at < source.Length && source[at] is not ('"' or '\n'); at++)
        {
            if (source[at] != '\\' || at + 1 >= source.Length) { text.Append(source[at]); continue; }
            switch (source[++at])
            {
                case 'u' when at + 4 < source.Length && ushort.TryParse(source.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                    text.Append((char)code);
                    at += 4;
                    break;
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case 'r': text.Append('\r'); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case var other: text.Append(other); break;
            }
        }
        if (at >= source.Length || source[at] == '\n') throw Unterminated(place);
        at++;
        return text.ToString();
    }

    /// <summary>Between three quotes, as bulk queries are usually written.</summary>
    string Block(Place place)
    {
        var text = new StringBuilder();
        for (at += 3; at < source.Length && !Starts("\"\"\"");)
        {
            if (Starts("\\\"\"\"")) { text.Append("\"\"\""); at += 4; continue; }
            text.Append(source[at]);
            if (source[at] == '\n') NewLine(); else at++;
        }
        if (at >= source.Length) throw Unterminated(place);
        at += 3;
        return text.ToString().Trim('\n', '\r');
    }

    static GraphException Unterminated(Place place) => new($"Unterminated string at [{place.Line}, {place.Column}]", null, place);
}
