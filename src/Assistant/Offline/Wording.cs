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

    public Wording(string path) => variants = Yaml.Read<Dictionary<string, List<string>>>(path);

    /// <summary>
    /// A way to say it, by turn, so that the same chat always reads the same; passing over what
    /// <paramref name="lastReply"/> said already.
    /// </summary>
    /// <exception cref="InvalidDataException">There is no such reply.</exception>
    public string Say(string id, object facts, int turn, string lastReply)
    {
        var ways = Ways(id);
        var said = Enumerable.Range(0, ways.Count).Select(i => Render(ways[(turn + i) % ways.Count], facts)).ToList();
        return said.FirstOrDefault(text => !lastReply.Contains(text, StringComparison.Ordinal)) ?? said[0];
    }

    /// <summary>Whether a text of ours was this reply; only for replies without facts in them.</summary>
    public bool Is(string id, string text) => text.Length > 0 && Ways(id).Any(way => text.Contains(way.Trim(), StringComparison.Ordinal));

    List<string> Ways(string id) => variants.TryGetValue(id, out var ways) ? ways : throw new InvalidDataException($"replies.yaml: \"{id}\" is missing.");

    string Render(string way, object facts) =>
        Gaps().Replace(compiled.GetOrAdd(way, w => handlebars.Compile(w))(facts), "\n").Trim();

    [GeneratedRegex(@"[ \t]*\n(?:[ \t]*\n)*")] private static partial Regex Gaps();
}
