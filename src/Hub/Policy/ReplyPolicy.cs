using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Hub;

/// <summary>
/// The last look at a reply before it is written to the outbox: what only a tool can know must have come from a tool.
/// Every order number, email address, dollar amount and tracking link in it must stand in what the contact wrote, what
/// the tools answered or what the prompt says, and stand there whole: #512 is not part of #5123. Else it is not sent.
/// </summary>
public static partial class ReplyPolicy
{
    /// <param name="sources">The contact's messages, the tools' answers and the instructions.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Review(string reply, IEnumerable<string> sources)
    {
        // Tools answer in JSON: a line's end there must not become the first letter of the next word.
        var known = string.Join('\n', sources).Replace("\\n", "\n", StringComparison.Ordinal);
        var amounts = Amount().Matches(known).Select(m => Value(m.Value)).ToHashSet();
        return Missing(reply, Email(), "email address", v => Stands(v, known))
            ?? Missing(reply, OrderNumber(), "order number", v => Stands(v.TrimStart('#'), known))
            ?? Missing(reply, Amount(), "amount", v => amounts.Contains(Value(v)))
            ?? Missing(reply, Link(), "link", v => Stands(v, known));
    }

    static string? Missing(string reply, Regex kind, string name, Func<string, bool> isKnown)
    {
        var unknown = kind.Matches(reply).Select(m => m.Value.TrimEnd('.', ',', ')', '!', '?')).FirstOrDefault(v => !isKnown(v));
        return unknown is null ? null : $"The answer held the {name} {unknown}, which no tool returned.";
    }

    /// <summary>Somewhere in the text, with no letter or digit directly before or after it.</summary>
    static bool Stands(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]))) return true;
        return false;
    }

    /// <summary>$10 and $10.00 are the same.</summary>
    static decimal Value(string amount) => decimal.TryParse(amount.TrimStart('$').Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var value) ? value : -1;

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")] private static partial Regex Email();
    [GeneratedRegex(@"#\d{3,12}\b")] private static partial Regex OrderNumber();
    [GeneratedRegex(@"\$\d[\d,]*(?:\.\d{1,2})?")] private static partial Regex Amount();
    [GeneratedRegex(@"https?://[^\s<>""]+")] private static partial Regex Link();
}
