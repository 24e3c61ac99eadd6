using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant;

/// <summary>One answer the shop has written down: a heading, other words people use for it, and the text.</summary>
public sealed record KnowledgeEntry(string Topic, string Heading, IReadOnlyList<string> Keywords, string Text);

/// <summary>
/// What the shop has written down in <c>prompts/knowledge/*.md</c>: one file a topic, one answer under each
/// <c>## heading</c>, with an optional first line <c>Keywords: …</c> of other words people use.
/// </summary>
public sealed partial class Knowledge(IReadOnlyList<KnowledgeEntry> entries)
{
    public IReadOnlyList<KnowledgeEntry> Entries => entries;

    /// <exception cref="InvalidDataException">A file has text before its first heading, or an answer without text.</exception>
    public static Knowledge Load(string folder) => new(
        [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Read)]);

    /// <summary>The answers that share most words with the question, best first; none when no word of weight is shared.</summary>
    public IReadOnlyList<KnowledgeEntry> Search(string question, int most = 2)
    {
        var asked = Words(question).Distinct().ToList();
        var scored = entries
            .Select(e => (Entry: e, Score: asked.Sum(w => Weight(e, w))))
            .Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score)
            .ToList();
        return scored is [] ? [] : [.. scored.TakeWhile(s => s.Score * 2 > scored[0].Score).Take(most).Select(s => s.Entry)];
    }

    /// <summary>A word counts more in the keywords and the heading than in the text, and more the fewer answers have it.</summary>
    double Weight(KnowledgeEntry entry, string word)
    {
        var have = entries.Count(e => Has(e, word));
        if (have == 0 || !Has(entry, word)) return 0;
        var rarity = Math.Log(1 + (double)entries.Count / have);
        return rarity * (entry.Keywords.Any(k => Words(k).Contains(word)) || Words(entry.Heading).Contains(word) ? 3 : 1);
    }

    static bool Has(KnowledgeEntry entry, string word) =>
        Words(entry.Heading).Contains(word) || entry.Keywords.Any(k => Words(k).Contains(word)) || Words(entry.Text).Contains(word);

    /// <summary>Lower case, plural s and common endings off, words everybody uses left out.</summary>
    static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant())
        .Select(m => m.Value).Where(w => w.Length > 2 && !Common.Contains(w)).Select(Stem);

    static string Stem(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    static IEnumerable<KnowledgeEntry> Read(string path)
    {
        var topic = Path.GetFileNameWithoutExtension(path);
        foreach (var section in Heading().Split(File.ReadAllText(path)).Skip(1).Chunk(2))
        {
            var lines = section[1].Trim().Split('\n', 2);
            var keywords = lines[0].StartsWith("Keywords:", StringComparison.OrdinalIgnoreCase);
            var text = (keywords ? lines.ElementAtOrDefault(1) : section[1])?.Trim();
            if (string.IsNullOrEmpty(text)) throw new InvalidDataException($"{path}: \"{section[0].Trim()}\" has no text.");
            yield return new(topic, section[0].Trim(),
                keywords ? lines[0]["Keywords:".Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [], text);
        }
    }

    static readonly HashSet<string> Common = [.. ("the and for you your are can how what when with have has does did was this that from "
        + "will would could should there they them our out not any some get got per about into which who why his her its it's").Split(' ')];

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)] private static partial Regex Heading();
    [GeneratedRegex(@"[\p{L}\p{N}']+")] private static partial Regex Word();
}
