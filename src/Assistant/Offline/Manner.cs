using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>How whatever is said is said: no sentence twice running, and on Instagram and Messenger no more than fits on a screen.</summary>
sealed partial class Manner(Wording wording)
{
    /// <summary>See prompts/parts/voice.md.</summary>
    const int LongestDirectMessage = 600;

    public string Keep(Scene scene, IReadOnlyList<string> parts)
    {
        if (scene.Audience != Audience.Customer) return string.Join("\n\n", parts);
        var said = Sentences(scene.LastReply).ToHashSet();
        var anew = parts.Select(p => string.Join('\n', p.Split('\n').Select(line => Anew(line, said)))).ToList();
        if (scene.IsDirectMessage) Shorten(anew);
        return string.Join("\n\n", anew);
    }

    /// <summary>"Once more: …": what must be told again is told as one new sentence.</summary>
    string Anew(string line, HashSet<string> said)
    {
        var sentences = Sentences(line).ToList();
        if (!sentences.Any(said.Contains)) return line;
        var again = sentences.Where(said.Contains).Select(s => s.TrimEnd('.', '!')).ToList();
        var rest = sentences.Where(s => !said.Contains(s));
        return string.Join(' ', [wording.Render(wording.First("again"), new { what = string.Join("; ", again) }), .. rest]);
    }

    /// <summary>The last parts give way first, and lists before sentences.</summary>
    static void Shorten(List<string> parts)
    {
        while (Length(parts) > LongestDirectMessage)
        {
            var longest = parts.IndexOf(parts.MaxBy(p => p.Length)!);
            var lines = parts[longest].Split('\n').ToList();
            if (lines.FindLastIndex(l => l.StartsWith("- ", StringComparison.Ordinal)) is var item and > 0 && lines.Count(l => l.StartsWith("- ", StringComparison.Ordinal)) > 2) lines.RemoveAt(item);
            else if (Sentences(parts[longest]).ToList() is { Count: > 1 } sentences) lines = [string.Join(' ', sentences.SkipLast(1))];
            else break;
            parts[longest] = string.Join('\n', lines);
        }
    }

    static int Length(List<string> parts) => parts.Sum(p => p.Length + 2);

    static IEnumerable<string> Sentences(string text) => End().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0);

    // A full stop in a contact's quoted words ends none of ours.
    [GeneratedRegex(@"(?<=[.!?])\s+(?=(?:[^""]*""[^""]*"")*[^""]*$)|\n+")] private static partial Regex End();
}
