using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>What people call the figures, from <c>prompts/offline/figures.yaml</c>.</summary>
sealed partial class FigureWords
{
    /// <summary>The file: patterns by the figure's id as get_figure knows it, and what "how did we do" stands for.</summary>
    sealed class Page
    {
        public Dictionary<string, List<string>> Figures { get; set; } = [];
        public List<string> OverviewWords { get; set; } = [];
        public List<string> Overview { get; set; } = [];
    }

    readonly List<(string Id, Regex Pattern)> patterns;
    readonly List<Regex> overviewWords;
    readonly List<string> overview;

    public FigureWords(string path)
    {
        var page = Yaml.Read<Page>(path);
        patterns = [.. page.Figures.SelectMany(f => f.Value.Select(p => (f.Key, Pattern(p))))];
        overviewWords = [.. page.OverviewWords.Select(Pattern)];
        overview = page.Overview;
    }

    /// <summary>The figures a text names, in the order they stand there; an overview when it asks how things went.</summary>
    public IReadOnlyList<string> In(string text)
    {
        var named = patterns.Select(p => (p.Id, Match: p.Pattern.Match(text))).Where(f => f.Match.Success)
            .OrderBy(f => f.Match.Index).ThenByDescending(f => f.Match.Length).ToList();
        // "ad revenue" within "revenue": of two that overlap, the first and longer is meant.
        var kept = named.Where((f, i) => !named.Take(i).Any(e => e.Match.Index + e.Match.Length > f.Match.Index)).Select(f => f.Id).Distinct().ToList();
        return kept.Count > 0 ? kept : overviewWords.Any(w => w.IsMatch(text)) ? overview : [];
    }

    /// <summary>Nothing but figures and periods: "orders?", "compare this week to last week".</summary>
    public bool NamesOnly(string text)
    {
        var rest = patterns.Aggregate(PeriodWords.Without(text), (left, p) => p.Pattern.Replace(left, " "));
        return Names(text) && !Meaning().IsMatch(Filler().Replace(rest, " "));
    }

    public bool Names(string text) => In(text).Count > 0 || PeriodWords.In(text).Count > 0;

    static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    [GeneratedRegex(@"\b(?:and|compare[ds]?|to|with|vs|versus|for|the|on|in|of|what|about|how|same|please|pls|ok|then|again|against|over|than|or|from|so far|it|was|is)\b")] private static partial Regex Filler();
    [GeneratedRegex(@"[\p{L}\p{N}]")] private static partial Regex Meaning();
}
