using System.Text;

namespace MyCavoodle.Tests.Evals;

/// <summary>A conversation played from its script: what was said, and what was not as it should be.</summary>
public sealed record Rehearsal(string Transcript, IReadOnlyList<string> Faults)
{
    public static async Task<Rehearsal> OfAsync(Script script)
    {
        using var desk = new FrontDesk(script);
        var transcript = new StringBuilder();
        List<string> faults = [];
        string? before = null;
        foreach (var (index, turn) in script.Turns.Index())
        {
            var heard = await desk.HearAsync(turn.Says);
            faults.AddRange(Judge.Faults(turn, heard).Concat(Manners.Faults(script, heard, before)).Select(fault => $"{index + 1}. {turn.Says.ReplaceLineEndings(" ")}: {fault}"));
            transcript.AppendLine($"> {turn.Says}");
            foreach (var call in heard.Calls) transcript.AppendLine($"    [{call.Name} {string.Join(' ', call.Arguments?.Select(a => $"{a.Key}={a.Value}") ?? [])}]");
            transcript.AppendLine(heard.Reply ?? $"({heard.Outcome})");
            before = heard.Reply ?? before;
        }
        return new(transcript.ToString(), faults);
    }
}
