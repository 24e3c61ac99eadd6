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
    const double LeastScore = 0.25;
    /// <summary>Beside the best, a candidate this much worse is none.</summary>
    const double Near = 0.7;

    sealed record Hit(int Piece, int Last, string Word, double Likeness);

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

    static IEnumerable<List<Hit>> Clusters(List<Hit> hits)
    {
        List<Hit> cluster = [];
        foreach (var hit in hits)
        {
            if (cluster.Count > 0 && hit.Piece - cluster[^1].Last > Gap) { yield return cluster; cluster = []; }
            cluster.Add(hit);
        }
        if (cluster.Count > 0) yield return cluster;
    }

    /// <summary>"Oatmeal shampoo and conditioner" names two; what the first has used, the second may lean on.</summary>
    IEnumerable<ProductSlot> Mentions(SlotText text, List<Hit> cluster)
    {
        HashSet<int> used = [];
        for (var left = 4; left > 0; left--)
        {
            var scored = catalogue.Entries.Select(e => Score(e, cluster, used)).Where(s => s.Score >= LeastScore && s.Hits.Count > 0)
                .OrderByDescending(s => s.Own).ThenByDescending(s => s.Score).ThenBy(s => s.Entry.Product.Name, StringComparer.Ordinal).ToList();
            if (scored.Count == 0) yield break;
            var best = scored[0];
            var fresh = best.Hits.Where(h => !used.Contains(h.Piece)).ToList();
            var (from, to) = (fresh.Min(h => h.Piece), fresh.Max(h => h.Last));
            var alike = scored.Where(s => s.Own >= best.Own * Near && s.Score >= best.Score * Near).Take(MostCandidates)
                .Select(s => new ProductCandidate(s.Entry.Product.Name, Variant(text, s.Entry.Product, from, to), Math.Round(Math.Min(1, s.Score), 3))).ToList();
            yield return new(text.Pieces[from].At, text.Words(text.Pieces[from].At, text.Pieces[to].End), alike);
            foreach (var hit in cluster.Where(h => h.Piece >= from && h.Piece <= to)) used.Add(hit.Piece);
        }
    }

    /// <summary>How much of the best of its names was said; and by words that no other mention has used.</summary>
    (Catalogue.Entry Entry, double Score, double Own, List<Hit> Hits) Score(Catalogue.Entry entry, List<Hit> cluster, HashSet<int> used)
    {
        (Catalogue.Entry, double, double, List<Hit>) best = (entry, 0, 0, []);
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
            // A bad spelling of a single short word is no evidence.
            if (own == 0 || hits.All(h => h.Likeness < 0.75)) continue;
            if (said / all > best.Item2) best = (entry, said / all, own, hits);
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
        return product.Variants.FirstOrDefault(v => Catalogue.Words(v).ToList() is { Count: > 0 } of && of.All(w => near.Any(p => Catalogue.Stem(p.Lower) == w)));
    }
}
