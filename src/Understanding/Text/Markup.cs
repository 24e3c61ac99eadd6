using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MyCavoodle.Understanding.Text;

/// <summary>Takes HTML out of a message and keeps its words. What merely looks like a tag ("size &lt;5kg", "&lt;3") stays.</summary>
static class Markup
{
    /// <summary>Characters a tag may take, attributes included; an open "&lt;" further from its end is no tag.</summary>
    const int LongestTag = 2000;

    static readonly FrozenSet<string> Lines = Names("p br div tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote section article header footer pre title body html head tbody thead");
    static readonly FrozenSet<string> Inline = Names("a b i u s em strong span font img small big sub sup td th center label button input form code meta link main nav figure o:p wbr strike del ins mark cite q abbr");
    static readonly FrozenSet<string> Unread = Names("script style");

    static readonly FrozenDictionary<string, string> Entities = new Dictionary<string, string>
    {
        ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = " ", ["rsquo"] = "'", ["lsquo"] = "'", ["ldquo"] = "\"", ["rdquo"] = "\"",
        ["ndash"] = "-", ["mdash"] = " - ", ["hellip"] = "...", ["copy"] = " ", ["reg"] = " ", ["trade"] = " ", ["pound"] = "£", ["euro"] = "€", ["cent"] = "¢",
        ["eacute"] = "é", ["egrave"] = "è", ["agrave"] = "à", ["ccedil"] = "ç", ["uuml"] = "ü", ["ouml"] = "ö", ["auml"] = "ä", ["szlig"] = "ß", ["ntilde"] = "ñ",
        ["zwnj"] = "", ["zwj"] = "", ["shy"] = "", ["bull"] = " ", ["middot"] = " ", ["times"] = "x", ["deg"] = "°",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0) return text;
        var kept = new StringBuilder(text.Length);
        var tags = new Tags(text, kept);
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny('<', '&');
            if (next < 0) { kept.Append(text, at, text.Length - at); break; }
            kept.Append(text, at, next);
            at += next;
            at += text[at] == '<' ? tags.Take(at) : Entity(text, at, kept);
        }
        return kept.ToString();
    }

    sealed class Tags(string text, StringBuilder kept)
    {
        readonly Sought close = new(text, ">"), comment = new(text, "-->"), script = new(text, "</script"), style = new(text, "</style");

        /// <summary>Takes the tag that starts here and answers its length; what is no tag is kept and counts as one.</summary>
        public int Take(int at)
        {
            if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0 && comment.From(at + 4) is > 0 and var over) return over + 3 - at;
            var from = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
            var to = from;
            while (to < text.Length && to - from < 12 && (char.IsAsciiLetterOrDigit(text[to]) || text[to] == ':')) to++;
            var name = text[from..to];
            var (line, unread) = (Lines.Contains(name), Unread.Contains(name));
            if (!(line || unread || Inline.Contains(name)) || close.From(to) is var end && (end < 0 || end - to > LongestTag) || !(text[to] is '>' or '/' || char.IsWhiteSpace(text[to])))
            {
                kept.Append('<');
                return 1;
            }
            if (line) kept.Append('\n');
            if (unread && from == at + 1 && (name.Length == 6 ? script : style).From(end) is > 0 and var last && close.From(last) is > 0 and var whole)
                return whole + 1 - at;
            return end + 1 - at;
        }
    }

    /// <summary>The next place of a mark, remembered, so that a text full of unclosed tags is gone through once and not once a tag.</summary>
    sealed class Sought(string text, string mark)
    {
        int at;

        /// <param name="from">Never less than the time before.</param>
        public int From(int from)
        {
            if (at >= 0 && at < from || at == 0) at = text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.OrdinalIgnoreCase);
            return at;
        }
    }

    // Answers how many characters it took; what it does not know is kept and counts as one
    static int Entity(string text, int at, StringBuilder kept)
    {
        var end = text.AsSpan(at, Math.Min(text.Length - at, 10)).IndexOf(';') + at;
        if (end > at + 1)
        {
            var name = text.AsSpan(at + 1, end - at - 1);
            if (Entities.TryGetValue(name.ToString(), out var meant) || (meant = Numbered(name)) is not null)
            {
                kept.Append(meant);
                return end + 1 - at;
            }
        }
        kept.Append('&');
        return 1;
    }

    static string? Numbered(ReadOnlySpan<char> name)
    {
        if (name[0] != '#' || name.Length < 2) return null;
        var read = name[1] is 'x' or 'X' ? int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return read && Rune.IsValid(code) ? new Rune(code).ToString() : null;
    }
}
