using System.Text.RegularExpressions;
using MyCavoodle.Hub;

namespace MyCavoodle.Assistant;

/// <summary>
/// The words the assistant works by, from the <c>prompts</c> folder; a file's name is its id.
/// <c>{{parts/name}}</c> and <c>{{voice}}</c> put a shared piece in.
/// </summary>
public sealed partial class Prompts
{
    readonly Dictionary<string, string> texts = [];
    readonly Dictionary<string, string> languages;

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A prompt names a part that does not exist.</exception>
    public Prompts(string folder)
    {
        Folder = folder;
        foreach (var path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            texts[Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/')] = File.ReadAllText(path).Trim();
        languages = Offline.Yaml.Read<Dictionary<string, string>>(Path.Combine(folder, "offline", "languages.yaml"));
        Customer = Fill("customer");
        Founder = Fill("founder");
    }

    public string Folder { get; }
    /// <summary>What the assistant keeps to when it talks with customers.</summary>
    public string Customer { get; }
    /// <summary>What it keeps to when it talks with Bella and the team.</summary>
    public string Founder { get; }

    public string For(Caller caller) => caller.IsStaff ? Founder : Customer;

    /// <summary>A short text of ours with its {{slots}} filled: replies/handoff and the like.</summary>
    public string Text(string id, params (string Slot, string Value)[] slots) =>
        slots.Aggregate(Fill(id), (text, slot) => text.Replace("{{" + slot.Slot + "}}", slot.Value, StringComparison.Ordinal));

    /// <summary>That we write English only and a person will read it, in this language; null where we have no sentence in it.</summary>
    public string? InLanguage(string? code) => code is null ? null : languages.GetValueOrDefault(code);

    string Fill(string id) => Part().Replace(
        texts.TryGetValue(id, out var text) ? text : throw new InvalidDataException($"prompts/{id}.md is missing."),
        part => Fill(part.Groups[1].Value));

    [GeneratedRegex(@"\{\{(parts/[\w-]+|voice)\}\}")] private static partial Regex Part();
}
