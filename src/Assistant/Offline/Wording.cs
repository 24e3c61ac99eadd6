using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace MyCavoodle.Assistant.Offline;

/// <summary>The reply templates of <c>prompts/offline/replies.yaml</c>: under each id several ways to say it, in Handlebars.</summary>
sealed partial class Wording
{
    readonly Dictionary<string, List<string>> variants;
    readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = [];
    readonly IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });

    readonly IReadOnlyList<string> handoffs;

    /// <param name="handoffs">How the flow tells that a person takes over, with {{slots}}.</param>
    public Wording(string path, IEnumerable<string> handoffs)
    {
        variants = Yaml.Read<Dictionary<string, List<string>>>(path);
        this.handoffs = [.. handoffs.Select(text => Slot().Split(text).MaxBy(piece => piece.Length)!.Trim())];
    }

    /// <summary>
    /// A way to say it, by turn, so that the same chat always reads the same; passing over what
    /// <paramref name="lastReply"/> said already.
    /// </summary>
    /// <exception cref="InvalidDataException">There is no such reply.</exception>
    public string Say(string id, object facts, int turn, string lastReply) => Say(Ways(id), facts, turn, lastReply);

    /// <inheritdoc cref="Say(string, object, int, string)"/>
    public string Say(IReadOnlyList<string> ways, object facts, int turn, string lastReply)
    {
        var said = Enumerable.Range(0, ways.Count).Select(i => Render(ways[(turn + i) % ways.Count], facts)).ToList();
        return said.FirstOrDefault(text => !lastReply.Contains(text, StringComparison.Ordinal)) ?? said[0];
    }

    /// <summary>Whether a text of ours was this reply; only for replies without facts in them.</summary>
    public bool Is(string id, string text) => Says(text, Ways(id));

    /// <summary>Whether a text of ours has one of these sentences in it.</summary>
    public static bool Says(string text, IReadOnlyList<string> ways) => text.Length > 0 && ways.Any(way => way.Length > 0 && text.Contains(way.Trim(), StringComparison.Ordinal));

    /// <summary>Whether a text told that a person takes over.</summary>
    public bool IsHandoff(string text) => Says(text, handoffs);

    public string First(string id) => Ways(id)[0];

    List<string> Ways(string id) => variants.TryGetValue(id, out var ways) ? ways : throw new InvalidDataException($"replies.yaml: \"{id}\" is missing.");

    public string Render(string way, object facts) =>
        Gaps().Replace(compiled.GetOrAdd(way, w => handlebars.Compile(w))(facts), "\n").Trim();

    [GeneratedRegex(@"\{\{\w+\}\}")] private static partial Regex Slot();
    [GeneratedRegex(@"[ \t]*\n(?:[ \t]*\n)*")] private static partial Regex Gaps();
}
