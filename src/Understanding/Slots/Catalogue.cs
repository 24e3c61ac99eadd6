using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Slots;

/// <summary>A product as the shop lists it now.</summary>
/// <param name="Variants">Sizes, colours; empty for one that has none.</param>
/// <param name="Aliases">What else people call it.</param>
public sealed record CatalogueProduct(string Name, IReadOnlyList<string> Variants, IReadOnlyList<string> Aliases);

/// <summary>
/// The words of the products' names and how much each tells: one that few products have tells much, "shampoo" little.
/// Knows spelling mistakes, plurals and beginnings of words.
/// </summary>
public sealed class Catalogue
{
    const int ShortestToRepair = 4;
    /// <summary>So many letters, or three in five, stand for a longer word: condi, deshed.</summary>
    const int LongEnough = 5;

    static readonly HashSet<string> Small = [.. "for and the with a an of in by to your my all natural dog dogs cavoodle cavoodles pet pets mycavoodle default title oz one pack new".Split(' ')];

    /// <summary>Everyday words that are near a product's word and mean something else.</summary>
    static readonly HashSet<string> Everyday = [.. ("least tower stray power condition conditions conditioned come some comes coming bowel paste later order orders other brush crush spray stay bath both bathed coat cost cat cast cut clean clear close "
        + "place please price prices parcel package packages delivery return refund shipped shipping should shall shop shops show size same send sent soon silly since still start stock store story stuff "
        + "team tell than thank that them then there these they thing think this time tried train travel trip true trust used using very want was wash watch water week well went were what when where which while who "
        + "will with work would wrong year your hair happy help here have hello heard been before better between bought brand bring broke broken buying call came cancel change charge check code colour could "
        + "email every find first from gave give good great grown guess home hope house into just keep kind know last left like line list little live long look looks lots love made make many maybe mean money month more most much must "
        + "something nothing anything everything someone calling called calls band bands pins during dealing dear deal detail details detailed shower sharp share shirt shape tool tools cool comment comments contact content contain contains context continue "
        + "contract control conversation complete company compare comfort commit common lender leave leaving lately letter lesson level travelling traveller claim claims cable cake silly sick slice slow spread split special spend spent speak specific stand standard "
        + "state station steal sweater towards touch tough took tomorrow together totally track tracking bound balance ball bag bags palm calm farm harm warm branch bridge bright breath breathe dates debit delay pause pays paws pad pen pet pass person phone photo picture "
        + "piece pieces plan plans play player pound power pretty problem process product products program promise proper "
        + "name need needs never next nice nose note noted number only open ours over paid part past pick pull puppies quick read real reply rest right said save says seem sell service simple skin sleep small smell smells").Split(' ')];

    /// <summary>Words of names that by themselves say something else: a part of the body, a time, a colour.</summary>
    static readonly HashSet<string> Weak = [.. ("bath time paw ear eye nose tooth teeth nail tail tummy coat hair fur skin face body christmas easter summer winter spring autumn day night morning week travel home family friend gift card "
        + "baby fresh clean gentle soft sensitive dry wet warm cool hot cold large small medium mini pink blue green red black white grey gray purple yellow brown gold silver steel cotton wood water oil "
        + "care set best super extra daily quick easy free happy love pin band pump safe stop start good all long short strong light heavy sun rain snow star moon pro gel foam scent smell spa bar one two three trio duo sweet little big premium pro ultra plus everyday grooming groom treat food bed walk play puppy puppies pup").Split(' ')];

    readonly List<Entry> entries = [];
    readonly Dictionary<string, double> weight = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> shared = new(StringComparer.Ordinal);
    readonly Dictionary<char, List<string>> byInitial = [];

    public Catalogue(IEnumerable<CatalogueProduct> products)
    {
        foreach (var product in products)
            entries.Add(new(product, [.. product.Aliases.Prepend(product.Name).Select(n => Words(n).Distinct().ToArray()).Where(w => w.Length > 0)]));
        foreach (var word in entries.SelectMany(e => e.Names.SelectMany(n => n).Distinct())) shared[word] = shared.GetValueOrDefault(word) + 1;
        foreach (var (word, products_) in shared) weight[word] = Math.Log(1 + (double)entries.Count / products_) + 0.2;
        foreach (var word in shared.Keys.Order(StringComparer.Ordinal))
            if (byInitial.TryGetValue(word[0], out var list)) list.Add(word); else byInitial[word[0]] = [word];
    }

    public static Catalogue Empty { get; } = new([]);

    internal sealed record Entry(CatalogueProduct Product, string[][] Names);

    internal IReadOnlyList<Entry> Entries => entries;

    /// <summary>Every word of every name and variant.</summary>
    public IEnumerable<string> Vocabulary => shared.Keys.Concat(entries.SelectMany(e => e.Product.Variants.SelectMany(Words))).Distinct();

    internal double Weight(string word) => weight.GetValueOrDefault(word);

    /// <summary>It supports another word, and names nothing alone; unless it is all there is of a name.</summary>
    internal bool IsWeak(string word) => (Weak.Contains(word) || Weak.Contains(word + "s")) && !entries.Any(e => e.Names.Any(n => n is [var only] && only == word));

    /// <summary>The words of products' names that a written word may be, and how surely (0-1).</summary>
    internal IEnumerable<(string Word, double Likeness)> Like(string written)
    {
        var stem = Stem(written);
        if (shared.ContainsKey(stem)) return [(stem, 1)];
        if (stem.Length < ShortestToRepair || Everyday.Contains(written) || Everyday.Contains(stem) || !byInitial.TryGetValue(stem[0], out var candidates)) return [];
        return candidates.Select(c => (c, Likeness(c, stem))).Where(c => c.Item2 > 0).OrderByDescending(c => c.Item2).ThenBy(c => c.c, StringComparer.Ordinal).Take(3);
    }

    static double Likeness(string word, string written)
    {
        if (word.Length > written.Length + 1 && word.StartsWith(written, StringComparison.Ordinal)) return written.Length >= LongEnough || written.Length * 5 >= word.Length * 3 ? 0.7 + 0.25 * written.Length / word.Length : 0;
        if (Math.Abs(word.Length - written.Length) > 2) return 0;
        var allowed = Math.Min(word.Length, written.Length) switch { < 4 => 0, 4 => word.Length - written.Length, < 9 => 1, _ => 2 };
        var distance = EditDistance.Between(word, written);
        return distance <= allowed || distance == 1 && word.Length == written.Length && word.Order().SequenceEqual(written.Order()) ? 1 - 0.9 * distance / word.Length : 0;
    }

    internal static IEnumerable<string> Words(string name)
    {
        var lower = PlainText.Of(name).Lower.Replace("-", "").Replace("'", "");
        for (var at = 0; at < lower.Length;)
        {
            var end = at;
            while (end < lower.Length && char.IsLetterOrDigit(lower[end])) end++;
            if (end > at && lower[at..end] is var word && !Small.Contains(word) && !char.IsAsciiDigit(word[0]) && word.Length > 1) yield return Stem(word);
            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>One brush, two brushes.</summary>
    internal static string Stem(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && (word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
}
