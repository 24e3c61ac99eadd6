using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace MyCavoodle.Tests.Evals;

/// <summary>Holds a turn against its script.</summary>
static class Judge
{
    /// <returns>Everything that is not as the script wants it.</returns>
    public static IEnumerable<string> Faults(ScriptedTurn wanted, Heard heard)
    {
        if (Outcome(heard.Outcome) != wanted.Outcome) yield return $"the outcome is \"{heard.Outcome}\", not \"{wanted.Outcome}\"";
        if (wanted.Calls is { } calls)
        {
            var asked = heard.Calls.Select(c => c.Name).ToList();
            if (!asked.SequenceEqual(calls.Select(c => c.Split(' ')[0]))) yield return $"it asks [{string.Join(", ", asked)}], not [{string.Join(", ", calls)}]";
            else foreach (var fault in calls.Zip(heard.Calls).SelectMany(pair => Missing(pair.First, pair.Second))) yield return fault;
        }
        foreach (var pattern in wanted.Reply.Where(p => !Matches(heard.Reply, p))) yield return $"the reply does not match \"{pattern}\"";
        foreach (var pattern in wanted.Never.Where(p => Matches(heard.Reply, p))) yield return $"the reply matches \"{pattern}\"";
        foreach (var pattern in wanted.Summary.Where(p => !Matches(heard.Summary, p))) yield return $"the summary \"{heard.Summary}\" does not match \"{pattern}\"";
    }

    static string Outcome(string flow) => flow.StartsWith("escalated: ", StringComparison.Ordinal) ? flow["escalated: ".Length..] : flow == "held by staff" ? "silent" : flow;

    /// <summary>"find_order orderNumber=#5123 email=amy@example.com": each named argument holds that; an empty one is not given.</summary>
    static IEnumerable<string> Missing(string wanted, FunctionCallContent call)
    {
        foreach (var argument in Regex.Matches(wanted, @"(\w+)=(.*?)(?= \w+=|$)").Select(m => (Name: m.Groups[1].Value, Value: m.Groups[2].Value.Trim())))
        {
            var given = call.Arguments?.TryGetValue(argument.Name, out var value) == true ? value?.ToString() ?? "" : "";
            if (argument.Value.Length == 0 ? given.Length > 0 : !given.Contains(argument.Value, StringComparison.OrdinalIgnoreCase))
                yield return $"{call.Name} is asked with {argument.Name} \"{given}\", not \"{argument.Value}\"";
        }
    }

    static bool Matches(string? text, string pattern) => text is not null && Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
