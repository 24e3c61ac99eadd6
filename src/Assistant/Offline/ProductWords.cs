using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>What of a question names a product: what is left when the words of asking are taken away.</summary>
sealed partial class ProductWords
{
    sealed class Page
    {
        public string Filler { get; set; } = "";
        public string Pointers { get; set; } = "";
        public string Price { get; set; } = "";
    }

    readonly HashSet<string> filler;
    readonly HashSet<string> pointers;
    readonly HashSet<string> price;

    public ProductWords(string path)
    {
        var page = Yaml.Read<Page>(path);
        filler = Split(page.Filler);
        pointers = Split(page.Pointers);
        price = Split(page.Price);
    }

    /// <summary>Everyday words, rightly spelt.</summary>
    public IEnumerable<string> Everyday => filler.Concat(price);

    /// <param name="ofIngredients">It asks what is in it: "does it have any coconut" names no product.</param>
    public string In(string clause, bool ofIngredients)
    {
        var whole = ofIngredients ? Substance().Replace(clause, " ") : clause;
        var words = Plain(Purpose().Replace(whole, " "));
        return words.Length > 0 || Points(clause) ? words : Plain(whole);
    }

    /// <summary>"Can I get 3?": how many, not which.</summary>
    public static bool IsCount(string words) => words.Length is 1 or 2 && words.All(char.IsDigit);

    /// <summary>"Under 20", "on sale": which of those meant, but not what is meant.</summary>
    public bool IsPriceOnly(string words) => words.Length > 0 && words.Split(' ').All(w => price.Contains(w) || w.All(char.IsDigit));

    /// <summary>"Does it come in lavender": a product named before is meant.</summary>
    public bool Points(string clause) => Word().Matches(clause).Any(w => pointers.Contains(w.Value));

    /// <summary>What a question about ingredients looks for: coconut, in "does it contain coconut?"; null when for all.</summary>
    public string? SubstanceIn(string clause)
    {
        if (!Substance().Match(clause).Groups["what"].Success) return null;
        var words = Plain(Substance().Match(clause).Groups["what"].Value);
        return words.Length > 0 ? words : null;
    }

    public static bool IsSizeOnly(string text) => Bare().Replace(Size().Replace(text, " "), " ").Trim(' ', '?', '.', ',').Length == 0 && Size().IsMatch(text);

    public static string WithoutSizes(string text) => Size().Replace(text, " ").Trim();

    string Plain(string text) => string.Join(' ', Word().Matches(text).Select(m => m.Value).Where(w => !filler.Contains(w) && !pointers.Contains(w)));

    static HashSet<string> Split(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\b(?:contains?|containing|have (?:any|got)|has (?:any|got)|got any|any|free (?:of|from)|made (?:with|from))\s+(?<what>[\p{L} \-']{3,40}?)(?=\s+in (?:it|them|the|your|that|this)\b|[?.,]|$)|\bis there (?:any )?(?<what>[\p{L} \-']{3,40}?)(?=\s+in\b)|\bha(?:ve|s) (?<what>[\p{L} \-']{3,40}?)(?=\s+in (?:it|them|that|this)\b)|\b(?!(?:cruelty|tear|rinse|tangle|worry|risk|shipping)\b)(?<what>[\p{L}]{3,20})[ -]free\b")] private static partial Regex Substance();
    [GeneratedRegex(@"\b(?:safe|ok|okay|suitable|gentle|good|fine)\b.*$|\b(?:for|on) (?:my|our|a|an|his|her) .*$|\b(?:for )?(?:after|before|between|during|at) (?:the |a |every |each )?(?:bath|baths|wash|washes|swim)\b")] private static partial Regex Purpose();
    [GeneratedRegex(@"\b(?:\d+(?:\.\d+)?\s?(?:ml|l|litres?|liters?|g|kg|cm)|small|medium|large|xs|xl|[sml](?= size\b| one\b|[?.]|$))\b")] private static partial Regex Size();
    [GeneratedRegex(@"\b(?:and|what|about|how|the|a|an|in|for|one|size|sizes|much|is|its|it's|bottle|that|please|pls|also|do|you|have|whats|what's|then|ok|oh|or)\b")] private static partial Regex Bare();
    [GeneratedRegex(@"[\p{L}\p{N}'&-]+")] private static partial Regex Word();
}
