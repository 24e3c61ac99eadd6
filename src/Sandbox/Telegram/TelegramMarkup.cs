using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MyCavoodle.Sandbox.Telegram;

/// <summary>
/// Takes the markup out of a text, or says why it cannot: one unescaped sign refuses the whole message.
/// https://core.telegram.org/bots/api#formatting-options
/// </summary>
static partial class TelegramMarkup
{
    static readonly string[] Tags = ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "span", "a", "code", "pre", "blockquote", "tg-emoji"];
    const string Reserved = "_*[]()~`>#+-=|{}.!";

    /// <returns>The plain text, or the reason it does not parse.</returns>
    public static (string? Text, string? Error) Parse(string text, string? mode) => mode?.ToLowerInvariant() switch
    {
        null or "" => (text, null),
        "html" => Html(text),
        "markdownv2" => MarkdownV2(text),
        "markdown" => (text.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal), null),
        _ => (null, "unsupported parse_mode"),
    };

    static (string?, string?) Html(string text)
    {
        var plain = new StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&' && Entity().Match(text, i) is { Success: true } entity) { plain.Append(WebUtility.HtmlDecode(entity.Value)); i += entity.Length - 1; continue; }
            if (text[i] != '<') { plain.Append(text[i]); continue; }
            var end = text.IndexOf('>', i);
            var tag = end < 0 ? Match.Empty : Tag().Match(text[i..(end + 1)]);
            if (!tag.Success) return (null, $"can't parse entities: Unclosed start tag at byte offset {Bytes(text, i)}");
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (!Tags.Contains(name)) return (null, $"can't parse entities: Unsupported start tag \"{name}\" at byte offset {Bytes(text, i)}");
            if (!tag.Groups["close"].Success) open.Push(name);
            else if (open.Count == 0 || open.Pop() != name) return (null, $"can't parse entities: Unexpected end tag at byte offset {Bytes(text, i)}");
            i = end;
        }
        return open.Count > 0 ? (null, $"can't parse entities: Can't find end tag corresponding to start tag \"{open.Peek()}\"") : (plain.ToString(), null);
    }

    static (string?, string?) MarkdownV2(string text)
    {
        var plain = new StringBuilder();
        var open = new Stack<(string Mark, int At)>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var code = open.Count > 0 && open.Peek().Mark is "`" or "```";
            if (c == '\\' && i + 1 < text.Length && text[i + 1] is > ' ' and < (char)127) { plain.Append(text[++i]); continue; }
            if (code)
            {
                var closing = open.Peek().Mark;
                if (!text.AsSpan(i).StartsWith(closing)) { plain.Append(c); continue; }
                open.Pop(); i += closing.Length - 1; continue;
            }
            if (c == '>' && (i == 0 || text[i - 1] == '\n')) continue;
            if (!Reserved.Contains(c, StringComparison.Ordinal)) { plain.Append(c); continue; }
            if (c == '[') { open.Push(("[", i)); continue; }
            if (c == ']' && open.Count > 0 && open.Peek().Mark == "[" && LinkTarget().Match(text, i) is { Success: true } link) { open.Pop(); i += link.Length - 1; continue; }
            var mark = Marks.FirstOrDefault(m => string.CompareOrdinal(text, i, m, 0, m.Length) == 0);
            if (mark is null) return (null, $"can't parse entities: Character '{c}' is reserved and must be escaped with the preceding '\\'");
            if (open.Count > 0 && open.Peek().Mark == mark) open.Pop();
            else open.Push((mark, i));
            i += mark.Length - 1;
        }
        return open.Count > 0 ? (null, $"can't parse entities: Can't find end of the entity starting at byte offset {Bytes(text, open.Peek().At)}") : (plain.ToString(), null);
    }

    /// <summary>Longest first.</summary>
    static readonly string[] Marks = ["```", "__", "||", "`", "*", "_", "~"];

    static int Bytes(string text, int index) => Encoding.UTF8.GetByteCount(text.AsSpan(0, index));

    [GeneratedRegex(@"\G&(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^<(?<close>/)?(?<name>[A-Za-z][A-Za-z0-9-]*)(\s+[^<>]*)?>$")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G\]\((?:\\.|[^)\\])*\)")]
    private static partial Regex LinkTarget();
}
