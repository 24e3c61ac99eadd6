using System.Text.RegularExpressions;
using FuzzySharp;

namespace MyCavoodle.Assistant;

/// <summary>One answer the shop has written down: a heading, other words people use for it, and the text.</summary>
public sealed record KnowledgeEntry(string Topic, string Heading, IReadOnlyList<string> Keywords, string Text);

/// <summary>
/// What the shop has written down in <c>prompts/knowledge/*.md</c>: one file a topic, one answer under each
/// <c>## heading</c>, with an optional first line <c>Keywords: …</c> of other words people use.
/// </summary>
public sealed partial class Knowledge
{
    /// <summary>Words beyond these say nothing more a search could use.</summary>
    const int MostWords = 60;
    /// <summary>Two spellings this alike (0-100) are taken for the same word.</summary>
    const int SameWord = 80;

    readonly List<Indexed> index;
    readonly Dictionary<string, double> rarity;

    public Knowledge(IReadOnlyList<KnowledgeEntry> entries)
    {
        Entries = entries;
        index = [.. entries.Select(e => new Indexed(e))];
        rarity = index.SelectMany(e => e.Words).GroupBy(w => w).ToDictionary(g => g.Key, g => Math.Log(1 + (double)entries.Count / g.Count()));
    }

    public IReadOnlyList<KnowledgeEntry> Entries { get; }

    /// <exception cref="InvalidDataException">A file has text before its first heading, or an answer without text.</exception>
    public static Knowledge Load(string folder) => new(
        [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Read)]);

    /// <summary>The answers that share most with the question, best first; none when no heading and no keyword is met.</summary>
    public IReadOnlyList<KnowledgeEntry> Search(string question, int most = 2)
    {
        var said = Stems.All(question).Take(MostWords).Select(Known).ToList();
        var telling = Stems.Telling(said).Where(rarity.ContainsKey).ToList();
        var phrase = $" {string.Join(' ', said)} ";
        var scored = index
            .Select(e => (e.Entry, Score: e.Score(telling, phrase, rarity)))
            .Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score)
            .ToList();
        return scored is [] ? [] : [.. scored.TakeWhile(s => s.Score * 2 > scored[0].Score).Take(most).Select(s => s.Entry)];
    }

    /// <summary>A misspelt word as it is written here; any other word as it is. People get the first letter right.</summary>
    string Known(string word)
    {
        if (word.Length is < 4 or > 20 || Stems.IsCommon(word) || rarity.ContainsKey(word)) return word;
        var nearest = rarity.Keys.Where(k => k.Length >= 4 && k[0] == word[0] && Math.Abs(k.Length - word.Length) <= 2).Select(k => (Word: k, Likeness: Fuzz.Ratio(k, word)))
            .OrderByDescending(k => k.Likeness).ThenBy(k => k.Word, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Likeness >= SameWord ? nearest.Word : word;
    }

    static IEnumerable<KnowledgeEntry> Read(string path)
    {
        var topic = Path.GetFileNameWithoutExtension(path);
        foreach (var section in Heading().Split(File.ReadAllText(path).ReplaceLineEndings("\n")).Skip(1).Chunk(2))
        {
            var lines = section[1].Trim().Split('\n', 2);
            var keywords = lines[0].StartsWith("Keywords:", StringComparison.OrdinalIgnoreCase);
            var text = (keywords ? lines.ElementAtOrDefault(1) : section[1])?.Trim();
            if (string.IsNullOrEmpty(text)) throw new InvalidDataException($"{path}: \"{section[0].Trim()}\" has no text.");
            yield return new(topic, section[0].Trim(),
                keywords ? lines[0]["Keywords:".Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [], text);
        }
    }

    /// <summary>An answer with its words by how much they say: a keyword most, part of a keyword less, the text least.</summary>
    sealed class Indexed
    {
        const double Keyword = 3, Part = 1.2, Text = 0.5, Phrase = 4;

        readonly Dictionary<string, double> weights = [];
        readonly List<string> phrases;

        public Indexed(KnowledgeEntry entry)
        {
            Entry = entry;
            var keywords = entry.Keywords.Append(entry.Heading).Select(Stems.All).ToList();
            phrases = [.. keywords.Where(k => k.Count > 1).Select(k => $" {string.Join(' ', k)} ").Distinct()];
            foreach (var word in Stems.Telling(Stems.All(entry.Text))) weights[word] = Text;
            foreach (var word in keywords.Where(k => k.Count > 1).SelectMany(Stems.Telling)) weights[word] = Part;
            foreach (var word in keywords.Where(k => k.Count == 1).SelectMany(k => k)) weights[word] = Keyword;
        }

        public KnowledgeEntry Entry { get; }
        public IEnumerable<string> Words => weights.Keys;

        public double Score(List<string> telling, string said, Dictionary<string, double> rarity)
        {
            var met = phrases.Count(p => said.Contains(p, StringComparison.Ordinal));
            // A word of the text alone is chance.
            if (met == 0 && !telling.Any(w => weights.GetValueOrDefault(w) >= Part)) return 0;
            return met * Phrase + telling.Sum(w => weights.GetValueOrDefault(w) * rarity[w]);
        }
    }

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)] private static partial Regex Heading();
}
