using System.Text.RegularExpressions;

namespace MyCavoodle.Hub;

/// <summary>
/// The last look at a reply before it is written to the outbox: what only a tool can know must have come from a tool.
/// Every order number, email address, dollar amount and tracking link in it must stand in what the contact wrote, what
/// the tools answered or what the prompt says; else it is not sent.
/// </summary>
public static partial class ReplyPolicy
{
    /// <param name="sources">The contact's messages, the tools' answers and the instructions.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Review(string reply, IEnumerable<string> sources)
    {
        var known = string.Join('\n', sources);
        return Missing(reply, Email(), known, "email address")
            ?? Missing(reply, OrderNumber(), known, "order number")
            ?? Missing(reply, Amount(), known, "amount")
            ?? Missing(reply, Link(), known, "link");
    }

    static string? Missing(string reply, Regex kind, string known, string name)
    {
        var unknown = kind.Matches(reply).Select(m => m.Value.TrimEnd('.', ',', ')', '!', '?'))
            .FirstOrDefault(v => !known.Contains(v.TrimStart('#'), StringComparison.OrdinalIgnoreCase));
        return unknown is null ? null : $"The answer held the {name} {unknown}, which no tool returned.";
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")] private static partial Regex Email();
    [GeneratedRegex(@"#\d{3,12}\b")] private static partial Regex OrderNumber();
    [GeneratedRegex(@"\$\d[\d,]*(?:\.\d{1,2})?")] private static partial Regex Amount();
    [GeneratedRegex(@"https?://[^\s<>""]+")] private static partial Regex Link();
}
