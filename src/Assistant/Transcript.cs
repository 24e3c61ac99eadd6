using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using MyCavoodle.Hub;

namespace MyCavoodle.Assistant;

/// <summary>What was said so far, oldest first, ending with the message to answer, and who said it.</summary>
/// <param name="ContactName">As the provider names them; null when unknown.</param>
public sealed partial record Transcript(Caller Caller, string? ContactName, string? Subject, IReadOnlyList<Message> Messages)
{
    /// <summary>How the message to answer was read at once, without a language model; null where nobody read it.</summary>
    public Reading? Reading { get; init; }

    /// <summary>Longer messages are cut here before a model sees them; the store keeps them whole.</summary>
    public const int LongestMessage = 4000;

    /// <summary>What to call them; null where the name given is none: a handle, a company, an address.</summary>
    public string? FirstName => ContactName is not null && Given().Match(ContactName) is { Success: true } first ? first.Groups[1].Value : null;

    public IEnumerable<ChatMessage> AsChat() => Messages.Select(m => new ChatMessage(
        m.Author == Author.Contact ? ChatRole.User : ChatRole.Assistant,
        m.Text.Length <= LongestMessage ? m.Text : m.Text.CutAt(LongestMessage) + " […]"));

    [GeneratedRegex(@"^\s*(\p{Lu}[\p{Ll}'’-]{1,19})(?=\s|$)")] private static partial Regex Given();
}
