using System.Text.RegularExpressions;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Evals;

/// <summary>What holds in every conversation, whatever it is about.</summary>
static partial class Manners
{
    const int LongestDirectMessage = 600;

    /// <param name="before">What we said last, if anything.</param>
    public static IEnumerable<string> Faults(Script script, Heard heard, string? before)
    {
        if (heard.Outcome.EndsWith(nameof(EscalationReason.Failure), StringComparison.Ordinal)) yield return $"the last look held the reply back: {heard.Summary}";
        if (heard.Reply is not { } reply) yield break;
        if (script.Channel is ChannelNames.Instagram or ChannelNames.Messenger && reply.Length > LongestDirectMessage) yield return $"the reply is {reply.Length} characters long";
        if (script.Channel == ChannelNames.Email && !Letter().IsMatch(reply)) yield return "the mail lacks greeting or sign-off";
        if (before is not null && script.Channel != ChannelNames.Telegram)
            foreach (var again in Sentences(reply).Intersect(Sentences(before))) yield return $"it says again: \"{again}\"";
        foreach (var word in American().Matches(reply).Select(m => m.Value)) yield return $"\"{word}\" is not how it is spelt here";
        if (reply.Contains("{{", StringComparison.Ordinal) || Gap().IsMatch(reply)) yield return "the reply has a gap where a fact should be";
    }

    /// <summary>Sentences and lines of at least four words, without the greeting and sign-off of a mail.</summary>
    static IEnumerable<string> Sentences(string reply) =>
        End().Split(Letter().Match(reply) is { Success: true } letter ? letter.Groups["body"].Value : reply).Select(s => s.Trim()).Where(s => s.Count(c => c == ' ') >= 3).Distinct();

    [GeneratedRegex(@"^Hi .{1,40},\n\n(?<body>.+)\n\nKind regards,\nMyCavoodle$", RegexOptions.Singleline)] private static partial Regex Letter();
    [GeneratedRegex(@"(?<=[.!?])\s+(?=(?:[^""]*""[^""]*"")*[^""]*$)|\n+")] private static partial Regex End();
    [GeneratedRegex(@"\b(?:color|favorite|mom|inquire|canceled|canceling|apologize|organize|shipping & handling|zip code|center)\b", RegexOptions.IgnoreCase)] private static partial Regex American();
    [GeneratedRegex(@"\( ?\)|  |(?<![.\d])\.\.(?![.\d])|,,| [,.?!]")] private static partial Regex Gap();
}
