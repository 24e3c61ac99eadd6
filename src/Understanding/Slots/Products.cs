using System.Buffers;

namespace MyCavoodle.Understanding.Slots;

/// <summary>
/// Products of the catalogue a text names, also misspelt, in part or in another order. A product none of whose words is
/// there is never among them; where the words fit several, all are given.
/// </summary>
sealed class Products(Catalogue catalogue) : IFinder
{
    const int MostCandidates = 6;
    const int MostMentions = 8;
    /// <summary>Words between two words of one name.</summary>
    const int Gap = 4;
    static readonly SearchValues<char> Signs = SearchValues.Create(",.;?!&+");

    const double LeastScore = 0.12;
    /// <summary>A candidate that explains this much less of the words than the best is none.</summary>
    const double Near = 0.85;
    /// <summary>From here on the whole name was said.</summary>
    const double Whole = 0.95;

    sealed record Hit(int Piece, int Last, string Word, double Likeness);

    /// <param name="Score">How much of the name was said.</param>
    /// <param name="Own">How much that tells, by words no mention has used before.</param>
    sealed record Scored(Catalogue.Entry Entry, double Score, double Own, List<Hit> Hits);

    public IEnumerable<Slot> Find(SlotText text)
    {
        if (catalogue.Entries.Count == 0) return [];
        return Clusters(Hits(text)).SelectMany(c => Mentions(text, c)).Take(MostMentions);
    }

    List<Hit> Hits(SlotText text)
    {
        List<Hit> hits = [];
        for (var i = 0; i < text.Pieces.Count; i++)
        {
            var piece = text.Pieces[i];
            if (piece.IsNumber || piece.Lower.Length < 2 || !text.IsFree(piece.At, piece.End)) continue;
            var single = catalogue.Like(piece.Lower.Replace("'", "")).ToList();
            // "De-shedding", "sham poo".
            if (single is not [(_, 1)] && i + 1 < text.Pieces.Count && text.Joined(piece, text.Pieces[i + 1], "-") && !text.Pieces[i + 1].IsNumber
                && catalogue.Like(piece.Lower + text.Pieces[i + 1].Lower).FirstOrDefault() is { Likeness: > 0.95 } joined)
            {
                hits.Add(new(i, i + 1, joined.Word, joined.Likeness));
                i++;
                continue;
            }
            hits.AddRange(single.Select(s => new Hit(i, i, s.Word, s.Likeness)));
        }
        return hits;
    }

    /// <summary>Hits that stand close together.</summary>
    static List<List<Hit>> Clusters(List<Hit> hits)
    {
        List<List<Hit>> clusters = [];
        foreach (var hit in hits)
            if (clusters is [.., var last] && hit.Piece - last[^1].Last <= Gap) last.Add(hit);
            else clusters.Add([hit]);
        return clusters;
    }

    IEnumerable<ProductSlot> Mentions(SlotText text, List<Hit> cluster)
    {
        // "Shampoo and conditioner duo" is one, where the shop has one of that name.
        HashSet<int> used = [];
        if (Best(cluster, used) is [var whole, ..] && whole.Score >= Whole && IsUnbroken(cluster, whole)) yield return Slot(text, cluster, used, [whole]);
        List<Hit> before = [];
        foreach (var part in Parts(text, cluster))
            for (var left = 3; left > 0 && Best(part, used) is { Count: > 0 } scored; left--)
            {
                // "Oatmeal shampoo and conditioner": the second leans on the first.
                if (scored.Count > 1 && scored.Where(s => before.Any(h => s.Entry.Names[0].Contains(h.Word))).ToList() is { Count: > 0 } leaning) scored = leaning;
                before = [.. part.Where(h => !catalogue.IsWeak(h.Word))];
                yield return Slot(text, part, used, scored);
            }
    }

    /// <summary>No word of another product stands between its own.</summary>
    static bool IsUnbroken(List<Hit> cluster, Scored whole) =>
        cluster.All(h => h.Piece < whole.Hits.Min(w => w.Piece) || h.Piece > whole.Hits.Max(w => w.Piece) || whole.Hits.Any(w => w.Piece == h.Piece));

    static ProductSlot Slot(SlotText text, List<Hit> cluster, HashSet<int> used, List<Scored> scored)
    {
        var fresh = scored[0].Hits.Where(h => !used.Contains(h.Piece)).ToList();
        var (from, to) = (fresh.Min(h => h.Piece), fresh.Max(h => h.Last));
        foreach (var hit in cluster.Where(h => h.Piece >= from && h.Piece <= to)) used.Add(hit.Piece);
        return new(text.Pieces[from].At, text.Words(text.Pieces[from].At, text.Pieces[to].End),
            [.. scored.Take(MostCandidates).Select(s => new ProductCandidate(s.Entry.Product.Name, Variant(text, s.Entry.Product, from, to), Math.Round(Math.Min(1, s.Score), 3)))]);
    }

    /// <summary>The products that explain the words best, the fullest name first.</summary>
    List<Scored> Best(List<Hit> hits, HashSet<int> used)
    {
        var scored = catalogue.Entries.Select(e => Score(e, hits, used)).Where(s => s.Score >= LeastScore).ToList();
        if (scored.Count == 0) return scored;
        var most = scored.Max(s => s.Own);
        return [.. scored.Where(s => s.Own >= most * Near).OrderByDescending(s => s.Own >= most * 0.97).ThenByDescending(s => s.Score).ThenBy(s => s.Entry.Product.Name, StringComparer.Ordinal)];
    }

    /// <summary>What "and", "or", "for", a comma part.</summary>
    static List<List<Hit>> Parts(SlotText text, List<Hit> cluster)
    {
        List<List<Hit>> parts = [];
        foreach (var hit in cluster)
            if (parts is [.., var last] && !IsParted(text, last[^1].Last, hit.Piece)) last.Add(hit);
            else parts.Add([hit]);
        return parts;
    }

    static bool IsParted(SlotText text, int from, int to)
    {
        var p = text.Pieces;
        for (var i = from + 1; i < to; i++)
            if (p[i].Lower is "and" or "or" or "for" or "plus" or "then" or "not" or "but" or "instead" or "to" or "vs" or "than") return true;
        return from < to && text.Text.AsSpan(p[from].End, p[to].At - p[from].End).ContainsAny(Signs);
    }

    /// <summary>How much of the best of its names was said; and by words that no other mention has used.</summary>
    Scored Score(Catalogue.Entry entry, List<Hit> cluster, HashSet<int> used)
    {
        Scored best = new(entry, 0, 0, []);
        foreach (var name in entry.Names)
        {
            double said = 0, all = 0, own = 0;
            List<Hit> hits = [];
            foreach (var word in name)
            {
                all += catalogue.Weight(word);
                if (cluster.Where(h => h.Word == word).MaxBy(h => h.Likeness - (used.Contains(h.Piece) ? 0.2 : 0)) is not { } hit) continue;
                said += catalogue.Weight(word) * hit.Likeness;
                if (!used.Contains(hit.Piece)) own += catalogue.Weight(word) * hit.Likeness;
                hits.Add(hit);
            }
            // A bad spelling of a single short word is no evidence, and "bath" alone no bath bundle.
            if (own == 0 || hits.All(h => h.Likeness < 0.75 || catalogue.IsWeak(h.Word) || used.Contains(h.Piece))) continue;
            if (said / all > best.Score) best = new(entry, said / all, own, hits);
        }
        return best;
    }

    /// <summary>The variant named near the product: by its size, its number alone ("in 500") or its words.</summary>
    static string? Variant(SlotText text, CatalogueProduct product, int from, int to)
    {
        if (product.Variants.Count == 0) return null;
        var near = text.Pieces.Where((_, i) => i >= from - 5 && i <= to + 7).ToList();
        if (near.Count == 0) return null;
        var words = text.Lower[near[0].At..near[^1].End];
        var sizes = Sizes.In(words);
        if (product.Variants.FirstOrDefault(v => Sizes.PlainOf(v) is { } plain && sizes.Contains(plain)) is { } sized) return sized;
        if (product.Variants.FirstOrDefault(v => Sizes.PlainOf(v) is { } plain && near.Any(p => p.IsNumber && p.Lower.Length >= 2 && plain.StartsWith(p.Lower, StringComparison.Ordinal) && !char.IsAsciiDigit(plain[p.Lower.Length]))) is { } numbered) return numbered;
        return product.Variants.FirstOrDefault(v => Sizes.PlainOf(v) is null && Catalogue.Words(v).ToList() is { Count: > 0 } of && of.All(w => near.Any(p => Catalogue.Stem(p.Lower) == w)));
    }
}
