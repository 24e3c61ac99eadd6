using System.Text.RegularExpressions;
using FuzzySharp;
using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>Finds products by people's words: misspelt, shortened, with or without a size.</summary>
public static partial class Catalogue
{
    /// <summary>Two spellings this alike (0-100) are taken for the same word.</summary>
    const int SameWord = 80;

    /// <summary>What a word of the description counts beside one of the name.</summary>
    const double Described = 0.4;

    /// <summary>
    /// The variants that fit best, best first; none when no word that tells products apart is shared. A size or colour
    /// narrows the variants, a category ("any conditioner?") gives the category, a need ("itchy") what is described so,
    /// and a wish about the price ("the cheapest", "under $20", "on sale") picks among them.
    /// </summary>
    public static IReadOnlyList<Product> Match(IReadOnlyList<Product> products, string query)
    {
        var wish = PriceWish.In(query);
        var asked = Words(PriceWish.Without(query)).ToList();
        if (asked.Count == 0) return wish.IsAny ? wish.Pick(products) : [];
        var rarity = Rarity(products);
        var scored = products.Select(p => (Product: p, Score: Score(p, asked, rarity))).Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Product.Name, StringComparer.Ordinal).ToList();
        if (scored is []) return [];
        // What comes close to the best stays: a question for "shampoo" is about all of them.
        var near = scored.TakeWhile(s => s.Score > 0.75 * scored[0].Score).Select(s => s.Product).ToList();
        return wish.Pick(Narrow(near, query));
    }

    /// <summary>The words of a question that none of these products answers to.</summary>
    public static IReadOnlyList<string> Unmatched(IReadOnlyList<Product> found, string query)
    {
        var own = found.SelectMany(p => Words($"{p.Name} {Category(p)} {p.Description} {p.Variant}")).ToHashSet();
        return [.. Words(PriceWish.Without(query)).Where(a => a.Length >= 4 && !own.Any(w => Same(a, w))).Distinct()];
    }

    static double Score(Product product, List<string> asked, Dictionary<string, double> rarity)
    {
        var own = Words($"{product.Name} {Category(product)}").ToHashSet();
        // What a bundle holds is described by products' names; that counts when a bundle is asked for.
        var described = product.Category == ProductCategory.Bundles && !asked.Any(own.Intersect(Words(Category(product))).Contains) ? [] : Words(product.Description ?? "").Except(own);
        return own.Sum(word => asked.Any(a => Same(a, word)) ? rarity[word] : 0) + Described * described.Sum(word => asked.Any(a => Alike(a, word)) ? rarity[word] : 0);
    }

    /// <summary>Itch is itchy, but small is no smell: a description is not searched for misspellings.</summary>
    static bool Alike(string asked, string word) =>
        asked == word || Math.Min(asked.Length, word.Length) >= 4 && Math.Abs(asked.Length - word.Length) <= 2
            && (asked.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(asked, StringComparison.Ordinal));

    /// <summary>The variants whose size or colour was named, or all where none was.</summary>
    static List<Product> Narrow(List<Product> products, string query)
    {
        var compact = Compact(query);
        var named = products.Where(p => p.Variant is not null && HasVariant(compact, query, p.Variant)).ToList();
        return named.Count > 0 ? named : products;
    }

    static bool HasVariant(string compact, string query, string variant)
    {
        var own = Compact(variant);
        if (Letters.TryGetValue(own, out var spelt) && Regex.IsMatch(query, $@"\b{spelt}\b", RegexOptions.IgnoreCase)) return true;
        // "The oatmeal shampoo 500".
        if (own.Length > 3 && own.EndsWith("ml", StringComparison.Ordinal) && Regex.IsMatch(query, $@"\b{own[..^2]}\b")) return true;
        // A letter size (S, M, L) must stand alone; 500ml may be written 500 ml.
        return own.Length <= 2 ? Regex.IsMatch(query, $@"\b{Regex.Escape(own)}\b", RegexOptions.IgnoreCase) : compact.Contains(own, StringComparison.Ordinal);
    }

    static Dictionary<string, double> Rarity(IReadOnlyList<Product> products)
    {
        var names = products.Select(p => Words($"{p.Name} {Category(p)} {p.Description}").ToHashSet()).ToList();
        return names.SelectMany(n => n).Distinct().ToDictionary(w => w, w => Math.Log(1 + (double)names.Count / names.Count(n => n.Contains(w))));
    }

    static string Category(Product product) => product.Category switch
    {
        ProductCategory.Bundles => "bundle kit set",
        ProductCategory.Accessories => "accessory",
        ProductCategory.Other => "",
        var category => category.ToString(),
    };

    static bool Same(string asked, string word) =>
        asked == word || asked.Length >= 4 && word.Length >= 4 && Math.Abs(asked.Length - word.Length) <= 2 && Fuzz.Ratio(asked, word) >= SameWord;

    static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(m => Singular(m.Value)).Where(w => !Common.Contains(w));

    static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    static string Compact(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    static readonly Dictionary<string, string> Letters = new() { ["s"] = "small", ["m"] = "medium", ["l"] = "large", ["xs"] = "extra small", ["xl"] = "extra large" };

    static readonly HashSet<string> Common = [.. ("the a an and or of for in on to my your is are it do you have has any got what how much many "
        + "dog dogs cavoodle with without one ones this that price cost stock size cheap cheaper expensive most least budget dollar buck make makes help want need something anything").Split(' ')];

    [GeneratedRegex(@"[\p{L}]{2,}")] private static partial Regex Word();
}
