using System.Text;
using System.Text.RegularExpressions;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Slots;

/// <summary>What people call the figures, by patterns the shop's team keeps; words of these patterns may be misspelt.</summary>
public sealed partial class Metrics : IFinder
{
    const int ShortestToRepair = 6;

    readonly List<(string Id, Regex Pattern)> patterns;
    readonly List<string> words;

    /// <param name="figures">Regular expressions by the figure's id.</param>
    public Metrics(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> figures)
    {
        patterns = [.. figures.SelectMany(f => f.Value.Select(p => (f.Key, new Regex(p, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase))))];
        words = [.. patterns.SelectMany(p => Letters().Matches(p.Pattern.ToString()).Select(m => m.Value.ToLowerInvariant())).Where(w => w.Length >= ShortestToRepair).Distinct().Order(StringComparer.Ordinal)];
    }

    public static Metrics None { get; } = new([]);

    IEnumerable<Slot> IFinder.Find(SlotText text) => patterns.Count == 0 ? [] : Named(text);

    IEnumerable<Slot> Named(SlotText text)
    {
        var (repaired, places) = Repair(text);
        var named = patterns.SelectMany(p => p.Pattern.Matches(repaired).Where(m => m.Length > 0).Select(m => (p.Id, From: m.Index, To: m.Index + m.Length)))
            .OrderBy(f => f.From).ThenByDescending(f => f.To).ToList();
        var end = -1;
        foreach (var (id, from, to) in named)
        {
            // "Ad revenue" within "revenue": of two that overlap, the first and longer is meant.
            if (from < end) continue;
            end = to;
            var (first, last) = (places[from], places[to - 1] + 1);
            yield return new MetricSlot(first, text.Words(first, last), id);
        }
    }

    /// <summary>The text with these words put right, and for each of its characters the place in the text as it was.</summary>
    (string Text, List<int> Places) Repair(SlotText text)
    {
        var repaired = new StringBuilder(text.Lower.Length);
        List<int> places = new(text.Lower.Length);
        var at = 0;
        foreach (var piece in text.Pieces)
        {
            if (piece.Lower.Length < ShortestToRepair - 1 || piece.IsNumber || Nearest(piece.Lower) is not { } right) continue;
            for (; at < piece.At; at++) Put(text.Lower[at], at);
            for (var i = 0; i < right.Length; i++) Put(right[i], Math.Min(piece.At + i, piece.End - 1));
            // The last letter stands for the word's end.
            places[^1] = piece.End - 1;
            at = piece.End;
        }
        for (; at < text.Lower.Length; at++) Put(text.Lower[at], at);
        return (repaired.ToString(), places);

        void Put(char c, int place)
        {
            repaired.Append(c);
            places.Add(place);
        }
    }

    string? Nearest(string word)
    {
        if (words.Contains(word)) return null;
        string? nearest = null;
        foreach (var known in words)
            if (known[0] == word[0] && Math.Abs(known.Length - word.Length) <= 2 && known != word + "s" && known + "s" != word && EditDistance.Between(known, word) <= (known.Length > 7 ? 2 : 1)) nearest ??= known;
        return nearest;
    }

    // A \b before a letter is no part of a word.
    [GeneratedRegex(@"(?<!\\)\b[a-z]{6,}|(?<=\\b)[a-z]{6,}")] private static partial Regex Letters();
}
