using System.Globalization;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>
/// Shopify's search syntax: field:value, blanks and AND, OR, NOT or a minus, brackets, quotes, &gt; &gt;= &lt; &lt;=, lists with
/// commas, a star at the end. https://shopify.dev/docs/api/usage/search-syntax
/// </summary>
/// <param name="fields">Whether an element fits a term, by the term's field; "" for words without a field. Unknown fields are passed over, as Shopify does.</param>
sealed class Search<T>(IReadOnlyDictionary<string, Func<T, Term, bool>> fields)
{
    public Func<T, bool> Read(string? query)
    {
        if (string.IsNullOrWhiteSpace(query)) return _ => true;
        var words = new Queue<string>(Words(query));
        var wanted = Either(words);
        while (words.TryDequeue(out _)) { }
        return wanted;
    }

    Func<T, bool> Either(Queue<string> words)
    {
        var left = All(words);
        while (words.TryPeek(out var word) && word == "OR")
        {
            words.Dequeue();
            var (one, other) = (left, All(words));
            left = x => one(x) || other(x);
        }
        return left;
    }

    Func<T, bool> All(Queue<string> words)
    {
        Func<T, bool> all = _ => true;
        while (words.TryPeek(out var word) && word is not ("OR" or ")"))
        {
            if (word == "AND") { words.Dequeue(); continue; }
            var (before, next) = (all, One(words));
            all = x => before(x) && next(x);
        }
        return all;
    }

    Func<T, bool> One(Queue<string> words)
    {
        var word = words.Dequeue();
        if (word is "NOT" or "-" && words.Count > 0) { var inner = One(words); return x => !inner(x); }
        if (word == "(")
        {
            var inner = Either(words);
            if (words.TryPeek(out var end) && end == ")") words.Dequeue();
            return inner;
        }
        if (word.Length > 1 && word[0] == '-') { var negated = Fit(word[1..]); return x => !negated(x); }
        return Fit(word);
    }

    Func<T, bool> Fit(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon > 0 && word[0] != '"' ? (word[..colon], word[(colon + 1)..]) : ("", word);
        if (!fields.TryGetValue(name.ToLowerInvariant(), out var fits)) return _ => true;
        var terms = Term.Read(value);
        return x => terms.Any(term => fits(x, term));
    }

    /// <summary>Cut at blanks and brackets that no quotes protect.</summary>
    static IEnumerable<string> Words(string query)
    {
        var word = "";
        var quoted = '\0';
        foreach (var c in query)
        {
            if (quoted != '\0') { word += c; if (c == quoted) quoted = '\0'; }
            else if (c is '"' or '\'' && (word.Length == 0 || word[^1] is ':' or ',' or '=' or '<' or '>')) { word += c; quoted = c; }
            else if (char.IsWhiteSpace(c) || c is '(' or ')')
            {
                if (word.Length > 0) yield return word;
                word = "";
                if (c is '(' or ')') yield return c.ToString();
            }
            else word += c;
        }
        if (word.Length > 0) yield return word;
    }
}

/// <summary>What a field is compared with.</summary>
/// <param name="Comparison">"", "&gt;", "&gt;=", "&lt;" or "&lt;=".</param>
sealed record Term(string Comparison, string Text)
{
    readonly Lazy<DateTimeOffset?> instant = new(() => Instant(Text));

    public static IReadOnlyList<Term> Read(string value)
    {
        var comparison = new[] { ">=", "<=", ">", "<" }.FirstOrDefault(c => value.StartsWith(c, StringComparison.Ordinal)) ?? "";
        var rest = value[comparison.Length..];
        var quoted = rest.Length > 1 && rest[0] is '"' or '\'' && rest[^1] == rest[0];
        return quoted ? [new(comparison, rest[1..^1])] : [.. rest.Split(',').Select(t => new Term(comparison, t.Trim('"', '\'')))];
    }

    /// <summary>Without regard to case; a star at the end stands for anything.</summary>
    public bool Is(string? text) => text is not null
        && (Text == "*" ? text.Length > 0 : Text.EndsWith('*') ? text.StartsWith(Text[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(text, Text, StringComparison.OrdinalIgnoreCase));

    public bool Is(bool flag) => bool.TryParse(Text, out var wanted) && wanted == flag;

    public bool Is(decimal number) => decimal.TryParse(Text, CultureInfo.InvariantCulture, out var wanted) && Holds(number.CompareTo(wanted));

    /// <summary>The number, or a global id that ends in it.</summary>
    public bool IsId(long id) => Gid.Number(Text) is var wanted && wanted != 0 && Holds(id.CompareTo(wanted));

    /// <summary>To the second. A day alone means its whole length in Sydney.</summary>
    public bool Is(DateTimeOffset at)
    {
        if (instant.Value is not { } wanted) return false;
        if (Comparison.Length == 0 && Text.Length == 10) return Sydney.Day(at) == Sydney.Day(wanted);
        return Holds(at.ToUnixTimeSeconds().CompareTo(wanted.ToUnixTimeSeconds()));
    }

    bool Holds(int order) => Comparison switch { ">" => order > 0, ">=" => order >= 0, "<" => order < 0, "<=" => order <= 0, _ => order == 0 };

    static DateTimeOffset? Instant(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Sydney.At(day, 0)
        : DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
