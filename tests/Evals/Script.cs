using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace MyCavoodle.Tests.Evals;

/// <summary>
/// One conversation as it should go, from <c>conversations/*.yaml</c>: what the contact says, turn by turn, which tools are
/// asked, and what comes of it. What we say is told by what it must and must not hold, never by whole sentences.
/// </summary>
public sealed class Script
{
    public string Name { get; set; } = "";
    /// <summary>instagram, messenger, email or telegram.</summary>
    public string Channel { get; set; } = "instagram";
    /// <summary>On email the address; elsewhere anything. Telegram: bella or va.</summary>
    public string From { get; set; } = "someone";
    /// <summary>As the platform names them; empty: it does not.</summary>
    public string? Called { get; set; }
    public string? Subject { get; set; }
    /// <summary>By email: whether the sender's address is vouched for.</summary>
    public bool Proven { get; set; } = true;
    public List<ScriptedTurn> Turns { get; set; } = [];
    /// <summary>Where it stands: orders.yaml.</summary>
    public string File { get; set; } = "";

    public override string ToString() => $"{Path.GetFileNameWithoutExtension(File)}: {Name}";

    static readonly IDeserializer Deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    public static IReadOnlyList<Script> All { get; } = Load(Path.Combine(Repository.Path, "tests", "Evals", "conversations"));

    /// <exception cref="InvalidDataException">A file cannot be read, or two conversations have one name.</exception>
    public static IReadOnlyList<Script> Load(string folder)
    {
        var all = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(Read).ToList();
        return all.GroupBy(s => s.ToString()).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new InvalidDataException($"Two conversations are called \"{twice.Key}\".") : all;
    }

    static List<Script> Read(string path)
    {
        try
        {
            var scripts = Deserializer.Deserialize<List<Script>>(System.IO.File.ReadAllText(path)) ?? [];
            foreach (var script in scripts) script.File = Path.GetFileName(path);
            return scripts;
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }
}

/// <summary>One message of the contact and what should come of it.</summary>
public sealed class ScriptedTurn
{
    public string Says { get; set; } = "";
    /// <summary>The tools asked, in order, with what their arguments hold: "find_order orderNumber=#5123". Null: any.</summary>
    public List<string>? Calls { get; set; }
    /// <summary>Patterns the reply must match, each.</summary>
    public List<string> Reply { get; set; } = [];
    /// <summary>Patterns the reply must not match.</summary>
    public List<string> Never { get; set; } = [];
    /// <summary>replied, silent, or handed over with its reason: Complaint, HarmToAnimal, AskedForPerson …</summary>
    public string Outcome { get; set; } = "replied";
    /// <summary>Patterns the summary for the person must match, each.</summary>
    public List<string> Summary { get; set; } = [];
}

/// <summary>Where the solution is, seen from the tests.</summary>
static class Repository
{
    public static readonly string Path = Find();

    static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(System.IO.Path.Combine(at.FullName, "MyCavoodle.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("MyCavoodle.sln is in no folder above the tests.");
    }
}
