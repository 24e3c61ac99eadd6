using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>What a letter says between its greeting and its sign-off.</summary>
static partial class Letter
{
    /// <summary>The text without them; as it is where nothing else would be left.</summary>
    public static string Body(string text)
    {
        // An order number or an address under the name is part of what is said.
        var body = Farewell().Replace(Salutation().Replace(text, ""), end => end.Value.Any(c => char.IsDigit(c) || c is '@' or '?') ? end.Value : "").Trim();
        return body.Any(char.IsLetterOrDigit) ? body : text;
    }

    [GeneratedRegex(@"^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|g'?day|to whom it may concern)\b[^\n.?!]{0,40}[,!.]?[ \t]*\r?\n", RegexOptions.IgnoreCase)] private static partial Regex Salutation();
    [GeneratedRegex(@"\r?\n[ \t]*(?:(?:kind(?:est)?|warm(?:est)?|best|many)?[ \t]*(?:regards|wishes|thanks)|cheers|thanks?(?: you)?(?: so much| very much| heaps| again| in advance)?|thx|ta|best|sincerely|yours (?:sincerely|faithfully|truly)|take care|xx?)[,!. ]*(?:\r?\n|,\s|$)(?:[^\n]{0,60}(?:\r?\n|$)){0,5}\s*$", RegexOptions.IgnoreCase)] private static partial Regex Farewell();
}
