using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>One intent as people wrote it down: examples to learn from, and patterns.</summary>
sealed class IntentPage
{
    /// <summary>Patterns that decide on sight.</summary>
    public List<string> Signs { get; set; } = [];
    /// <summary>Patterns that count when nothing else is understood.</summary>
    public List<string> Hints { get; set; } = [];
    public List<string> Examples { get; set; } = [];
}

/// <summary>What <c>prompts/offline/intents.yaml</c> teaches.</summary>
sealed class IntentBook
{
    public required IReadOnlyList<(Intent Intent, string Example)> Examples { get; init; }
    public required IReadOnlyList<(Intent Intent, Regex Pattern)> Signs { get; init; }
    public required IReadOnlyList<(Intent Intent, Regex Pattern)> Hints { get; init; }

    /// <exception cref="InvalidDataException">A name that is no intent.</exception>
    public static IntentBook Load(string path)
    {
        var pages = Yaml.Read<Dictionary<string, IntentPage>>(path).Select(p => (Intent: Named(p.Key), Page: p.Value)).ToList();
        return new()
        {
            Examples = [.. pages.SelectMany(p => p.Page.Examples.Select(e => (p.Intent, e)))],
            Signs = [.. pages.SelectMany(p => p.Page.Signs.Select(s => (p.Intent, Pattern(s))))],
            Hints = [.. pages.SelectMany(p => p.Page.Hints.Select(s => (p.Intent, Pattern(s))))],
        };
    }

    /// <exception cref="InvalidDataException">A name that is no intent.</exception>
    public static Intent Named(string name) => Enum.TryParse<Intent>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var intent)
        ? intent : throw new InvalidDataException($"intents.yaml: \"{name}\" is no intent.");

    static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline);
}

static class Yaml
{
    static readonly IDeserializer Deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <exception cref="InvalidDataException">The file cannot be read as what it should be.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return Deserializer.Deserialize<T>(File.ReadAllText(path));
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }
}
