using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace MyCavoodle.Channels.Gmail;

/// <summary>
/// What a reader sees of an HTML mail: blocks become lines, quotes begin with "&gt; ", and what is hidden from the reader is
/// hidden from the assistant too. Walks without recursion: a stranger decides how deep the tags are nested.
/// </summary>
sealed partial class HtmlText
{
    const int DeepestQuote = 10;
    const int Deepest = 2_000;

    static readonly FrozenSet<string> Unseen = FrozenSet.Create("head", "script", "style", "title", "template", "noscript", "svg", "object", "iframe", "textarea", "select");
    static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul");
    static readonly FrozenSet<string> Spaced = FrozenSet.Create("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table");

    readonly StringBuilder text = new();
    readonly StringBuilder line = new();
    int quotes;

    public static string Of(string html)
    {
        // The parser's work grows with the square of the depth; no mail program nests like this.
        if (IsBottomless(html)) return WebUtility.HtmlDecode(Tag().Replace(html, "\n")).Trim();
        var document = new HtmlParser().ParseDocument(html);
        var reader = new HtmlText();
        reader.Walk(document.DocumentElement);
        reader.EndLine();
        return reader.text.ToString().Trim();
    }

    // By index: asking a node for its next sibling searches all of them.
    void Walk(INode root)
    {
        var open = new Stack<(INode Node, int Next)>();
        if (Enter(root)) open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                Leave((IElement)at.Node);
                continue;
            }
            open.Push((at.Node, at.Next + 1));
            if (Enter(at.Node.ChildNodes[at.Next])) open.Push((at.Node.ChildNodes[at.Next], 0));
        }
    }

    /// <returns>Whether to look inside.</returns>
    bool Enter(INode node)
    {
        if (node is IText words) Append(words.Data, inPre: words.ParentElement?.LocalName == "pre");
        if (node is not IElement element || IsHidden(element)) return false;
        if (element.LocalName == "br") EndLine(always: true);
        if (!Blocks.Contains(element.LocalName)) return true;
        EndLine();
        if (Spaced.Contains(element.LocalName)) BlankLine();
        if (element.LocalName == "blockquote") quotes++;
        if (element.LocalName == "li") line.Append("- ");
        return true;
    }

    void Leave(IElement element)
    {
        if (element.LocalName is "td" or "th") line.Append(' ');
        if (!Blocks.Contains(element.LocalName)) return;
        EndLine();
        if (element.LocalName == "blockquote") quotes--;
        if (Spaced.Contains(element.LocalName)) BlankLine();
    }

    void Append(string words, bool inPre)
    {
        foreach (var c in words)
        {
            if (inPre && c == '\n') EndLine(always: true);
            else if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
    }

    void EndLine(bool always = false)
    {
        var words = line.ToString().TrimEnd();
        line.Clear();
        if (words.Length == 0 && !always) return;
        for (var i = 0; i < Math.Min(quotes, DeepestQuote); i++) text.Append("> ");
        text.Append(words).Append('\n');
    }

    void BlankLine()
    {
        if (text.Length > 1 && !(text[^1] == '\n' && text[^2] == '\n')) text.Append('\n');
    }

    static bool IsBottomless(string html)
    {
        var depth = 0;
        foreach (var tag in NestingTag().EnumerateMatches(html))
            if ((depth += html[tag.Index + 1] == '/' ? -1 : 1) > Deepest) return true;
        return false;
    }

    static bool IsHidden(IElement element)
    {
        if (Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")) return true;
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("<[^<>]*>")] private static partial Regex Tag();
    [GeneratedRegex(@"</?(?!(?:br|img|hr|meta|input|link|col|p|li|td|th|tr|dd|dt|option)\b)[a-z]", RegexOptions.IgnoreCase)] private static partial Regex NestingTag();
}
