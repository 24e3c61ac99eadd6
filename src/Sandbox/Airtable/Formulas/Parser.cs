using System.Globalization;

namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Reads a formula: comparisons bind weakest, then joining by &amp;, then sums, then products.</summary>
sealed class Parser(string text, Table table)
{
    const int DeepestNesting = 150, DeepestExpression = 1000;
    static readonly string[][] Levels = [["=", "!=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"]];

    readonly List<Token> tokens = new Lexer(text).Read();
    readonly List<(Token Token, Field Field)> fields = [];
    readonly List<string> unknown = [];
    int at, depth;

    public IReadOnlyList<Field> Fields => [.. fields.Select(f => f.Field).Distinct()];

    public Expression Read()
    {
        var whole = Level(0);
        if (tokens[at].Kind != TokenKind.End) throw Nonsense();
        if (unknown.Count > 0) throw new FormulaException($"Unknown field names: {string.Join(", ", unknown.Select(u => u.ToLowerInvariant()))}");
        return whole;
    }

    /// <summary>The text with every field by its id.</summary>
    public string WithIds()
    {
        var written = text;
        foreach (var (token, field) in Enumerable.Reverse(fields)) written = $"{written[..token.Start]}{{{field.Id}}}{written[token.End..]}";
        return written;
    }

    Expression Level(int level)
    {
        if (level == Levels.Length) return Factor();
        var left = Level(level + 1);
        while (tokens[at] is { Kind: TokenKind.Sign } sign && Levels[level].Contains(sign.Text))
        {
            at++;
            var right = Level(level + 1);
            left = Over(Operators.Join(sign.Text, left, right), [left, right]);
        }
        return left;
    }

    Expression Factor()
    {
        if (++depth > DeepestNesting) throw Nonsense();
        var token = tokens[at++];
        var factor = token switch
        {
            { Kind: TokenKind.Number } => Number(token.Text),
            { Kind: TokenKind.Text } => Expression.Constant(Kind.Text, token.Text),
            { Kind: TokenKind.Field } => FieldAt(token),
            { Kind: TokenKind.Name } => Named(token),
            { Kind: TokenKind.Sign, Text: "-" } => Operators.Negative(Factor()),
            { Kind: TokenKind.Sign, Text: "+" } => Factor(),
            { Kind: TokenKind.Sign, Text: "(" } => Bracketed(),
            _ => throw Nonsense(),
        };
        depth--;
        return factor;
    }

    static Expression Number(string digits) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Expression.Constant(Kind.Number, number) : throw Nonsense();

    Expression Bracketed()
    {
        var inside = Level(0);
        Expect(")");
        return inside;
    }

    Expression Named(Token name)
    {
        if (tokens[at] is { Kind: TokenKind.Sign, Text: "(" }) return Called(name.Text);
        if (name.Text == "values") return new Expression(Kind.Unknown, scope => scope.Values);
        return FieldAt(name);
    }

    Expression Called(string name)
    {
        at++;
        var arguments = new List<Expression>();
        if (tokens[at].Text == ")" && tokens[at].Kind == TokenKind.Sign) { at++; return Function.Call(name, arguments); }
        arguments.Add(Level(0));
        while (tokens[at] is { Kind: TokenKind.Sign, Text: "," }) { at++; arguments.Add(Level(0)); }
        Expect(")");
        return Over(Function.Call(name, arguments), arguments);
    }

    /// <summary>What is worked out from its parts by recursion must not be too deep.</summary>
    static Expression Over(Expression whole, IReadOnlyList<Expression> parts)
    {
        var deep = parts.Max(p => p.Depth) + 1;
        return deep > DeepestExpression ? throw Nonsense() : whole with { Depth = deep };
    }

    Expression FieldAt(Token token)
    {
        if (!table.TryFind(token.Text, out var field))
        {
            unknown.Add(token.Text);
            return Expression.Constant(Kind.Unknown, null);
        }
        fields.Add((token, field));
        return new Expression(KindOf(field), scope => scope.Reader.Value(scope.Row, field), field);
    }

    static Kind KindOf(Field field) => field.Type switch
    {
        "date" or "dateTime" or "createdTime" or "lastModifiedTime" => Kind.Date,
        "count" or "autoNumber" or "checkbox" => Kind.Number,
        "formula" or "rollup" => field.Formula?.Kind ?? Kind.Unknown,
        _ when FieldType.IsNumber(field.Type) => Kind.Number,
        "multipleLookupValues" => Kind.Unknown,
        _ => Kind.Text,
    };

    void Expect(string sign)
    {
        if (tokens[at] is not { Kind: TokenKind.Sign } token || token.Text != sign) throw Nonsense();
        at++;
    }

    static FormulaException Nonsense() => new("Invalid formula. Please check your formula text.");
}
