using System.Text.Json;
using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>Price, stock, sizes and ingredients: exactly what was asked, from the catalogue as it is now.</summary>
sealed partial class ProductTopic(ProductWords words) : ITopic
{
    const int MostQueries = 3;

    public bool Covers(Intent intent, Audience audience) => intent.IsProduct();

    public Step Next(Question question)
    {
        var answers = question.Scene.From("find_products");
        var before = Before(question);
        if (answers.Count == 0)
            return Queries(question, before) is { Count: > 0 } queries ? new Calls([.. queries.Select(Find)]) : Browse(question);
        if (answers.Any(a => a.Outcome == "found")) return Tell(question, answers.Where(a => a.Outcome == "found").ToList());
        // "Does it come in lavender?": no product is called so, but one was talked about.
        if (before is not null && question.Clues.Any(c => words.Points(c.Words)) && answers.All(a => a.Argument("query") != before)) return new Calls([Find(before)]);
        if (question.Scene.From("search_knowledge") is not { Count: > 0 } written)
            return Step.Call("search_knowledge", ("question", string.Join(' ', question.Clues.Select(c => c.Words).Distinct())));
        return written.Any(w => w.Outcome == "found") && !NamesKind(question) && !question.Wants(Intent.ProductBuy) ? KnowledgeTopic.Tell(question, [.. written.Select(w => w.Argument("question") ?? "")]) : question.Tell("product_none");
    }

    /// <summary>Which products are meant: by this message's own words, a size of the one before, or the one before.</summary>
    List<string> Queries(Question question, string? before)
    {
        var clues = question.Clues.SelectMany(c => IsComparison(question) ? Sides(c) : [c]).ToList();
        List<string> queries = [];
        // "The oatmeal shampoo, and how much is the 500 ml?": what one message named first stands for what was before.
        foreach (var clue in clues) if (Query(question, clue, queries.Count > 0 ? queries[^1] : before) is { } query) queries.Add(query);
        queries = [.. queries.Distinct().Take(MostQueries)];
        // "Which one is cheaper?": of those we listed.
        if (Cheaper().IsMatch(question.Reading.Utterance.Text) && Listed().Matches(question.Scene.ReplyBefore(0)) is { Count: > 1 and <= MostQueries } listed)
            return [.. listed.Select(m => m.Groups[1].Value)];
        if (queries.Count > 0) return queries;
        if (before is not null) return [before];
        // "My girl is itchy, what would you use?": the need stands beside the question.
        return words.In(question.Reading.Utterance.Text, false) is { Length: > 0 } need && question.Wants(Intent.ProductAbout) ? [need] : [];
    }

    /// <summary>"The oatmeal or the curl one": two products, each looked for by itself.</summary>
    static IEnumerable<Clue> Sides(Clue clue) => Between().Split(clue.Words).Select(side => clue with { Words = side });

    static bool IsComparison(Question question) => Compares().IsMatch(question.Reading.Utterance.Text) && !Picks().IsMatch(question.Reading.Utterance.Text) && Between().IsMatch(question.Reading.Utterance.Text);

    string? Query(Question question, Clue clue, string? before)
    {
        var own = words.In(clue.Words, clue.Intent == Intent.ProductIngredients);
        if (Picked(question.Scene.ReplyBefore(0), clue.Words) is { } picked) return picked;
        if (own.Length == 0 || ProductWords.IsCount(own)) return null;
        if (before is null) return own;
        if (ProductWords.WithoutSizes(own).Length == 0) return $"{ProductWords.WithoutSizes(before)} {own}";
        if (words.IsPriceOnly(own) && words.Points(clue.Words)) return $"{before} {own}";
        // "The silk one" only narrows what was asked before.
        if (Narrows(question.Reading)) return $"{own} {before}";
        return clue.Intent == Intent.ProductIngredients && words.Points(clue.Words) && !question.Reading.Continues ? before : own;
    }

    /// <summary>"The second one": of the list we gave last.</summary>
    static string? Picked(string lastReply, string text)
    {
        var listed = Listed().Matches(lastReply).Select(m => m.Groups[1].Value).ToList();
        var which = Ordinal().Match(text).Groups[1].Value switch { "first" or "1st" => 0, "second" or "2nd" => 1, "third" or "3rd" => 2, "fourth" or "4th" => 3, "last" => listed.Count - 1, _ => -1 };
        return which >= 0 && which < listed.Count ? listed[which] : null;
    }

    /// <summary>What the contact called the product last talked about, with what they narrowed it to since.</summary>
    string? Before(Question question)
    {
        var narrower = "";
        foreach (var (back, earlier) in question.Earlier.Index())
        {
            if (Picked(question.Scene.ReplyBefore(back + 1), earlier.Utterance.Text) is { } picked) return $"{picked} {narrower}".Trim();
            var said = earlier.Clues.Concat(earlier.Clues.Count == 0 ? earlier.Hints.Take(1) : []).Where(c => c.Intent.IsProduct()).Select(c => c.Words).ToList();
            if (said.Count == 0 && Narrows(earlier)) said.Add(earlier.Utterance.Text);
            var own = said.Select(w => words.In(w, earlier.Wants(Intent.ProductIngredients))).FirstOrDefault(w => w.Length > 0);
            if (own is null) continue;
            if (ProductWords.WithoutSizes(own).Length > 0 && !Narrows(earlier)) return $"{own} {narrower}".Trim();
            narrower = $"{own} {narrower}".Trim();
        }
        return null;
    }

    static bool Narrows(Reading reading) => reading.Clues.Count == 0 && reading.Hints.Count == 0 && reading.Utterance.Text.Length < 40;

    static Errand Find(string query) => new("find_products", new Dictionary<string, object?> { ["query"] = query });

    static Step Browse(Question question) => question.Tell(question.Wants(Intent.ProductBuy) ? "how_to_buy" : "which_product");

    static bool NamesKind(Question question) => question.Reading.Hints.Any(h => h.Intent.IsProduct());

    Words Tell(Question question, List<Answered> answers) => Side(question, answers) is { Count: > 1 } sides
        ? new(question.Say("products_compare", new { products = sides.Select(Facts.Of).ToList() }))
        : new(string.Join("\n\n", answers.Select(a => Tell(question with { Clues = About(question, a) }, a)).Distinct()));

    /// <summary>The best match for each side of a comparison.</summary>
    static List<JsonElement> Side(Question question, List<Answered> answers) => IsComparison(question) && question.Clues.All(c => c.Intent == Intent.ProductAbout)
        ? [.. answers.Where(a => a.List("products").Count is 1 or 2).Select(a => a.List("products")[0]).DistinctBy(p => p.Text("name"))] : [];

    /// <summary>Each product gets the answer to its own question; all of them where they were asked together.</summary>
    List<Clue> About(Question question, Answered answer)
    {
        var before = Before(question);
        List<Clue> own = [];
        string? named = null;
        foreach (var clue in question.Clues)
        {
            // "How much is the brush, and is it in stock?": it is the brush.
            named = Query(question, clue, named ?? before) ?? named ?? before;
            if (named == answer.Argument("query")) own.Add(clue);
        }
        return own.Count > 0 ? own : [.. question.Clues];
    }

    string Tell(Question question, Answered answer)
    {
        var products = answer.List("products");
        if (products.Count > 1)
            return question.Say(ListReply(question, products.Count), new { products = products.Select(Facts.Of).ToList(), near = answer.List("unmatched").Count > 0, buys = question.Wants(Intent.ProductBuy) });
        var substance = question.Clues.Where(c => c.Intent == Intent.ProductIngredients).Select(c => words.SubstanceIn(c.Words)).FirstOrDefault(s => s is not null)
            // "And the oatmeal one?" looks for the same.
            ?? (question.Reading.Continues && question.Earlier is [var last, ..] ? words.SubstanceIn(last.Utterance.Text) : null);
        var product = products[0].With(("substance", substance), ("bundle", products[0].Text("category") == "Bundles"),
            ("names", substance is not null && products[0].Text("ingredients")?.Contains(substance.Split(' ')[0], StringComparison.OrdinalIgnoreCase) == true));
        return string.Join('\n', Wanted(question).Select(i => question.Say(Reply(i), product)).Distinct());
    }

    /// <summary>What was asked in particular; "tell me about it" says all of that already.</summary>
    static List<Intent> Wanted(Question question)
    {
        var wanted = question.Clues.Select(c => c.Intent).Distinct().ToList();
        if (wanted.Count > 1) wanted.Remove(Intent.ProductAbout);
        return wanted;
    }

    static string ListReply(Question question, int count) =>
        question.Wants(Intent.ProductIngredients) ? "products_which"
        : question.Wants(Intent.ProductStock) ? "products_stock"
        : count <= 3 && Compares().IsMatch(question.Reading.Utterance.Text) ? "products_compare"
        : "products_list";

    static string Reply(Intent intent) => intent switch
    {
        Intent.ProductPrice => "product_price",
        Intent.ProductStock => "product_stock",
        Intent.ProductSizes => "product_sizes",
        Intent.ProductIngredients => "product_ingredients",
        Intent.ProductBuy => "product_buy",
        _ => "product_about",
    };

    [GeneratedRegex(@"\b(?:differen\w+|compar\w+|better|vs|versus|or)\b")] private static partial Regex Compares();
    [GeneratedRegex(@"\bwhich(?: one| of (?:them|those))? is (?:the )?(?:cheap|dear|more exp)")] private static partial Regex Cheaper();
    [GeneratedRegex(@"\b(?:any|under|below|less than|cheapest|dearest)\b")] private static partial Regex Picks();
    [GeneratedRegex(@"\b(?:and|or|vs|versus|than|between|from|with)\b")] private static partial Regex Between();
    [GeneratedRegex(@"\b(first|second|third|fourth|last|1st|2nd|3rd|4th)(?: one)?\b")] private static partial Regex Ordinal();
    [GeneratedRegex(@"^- ([^:\n]+):", RegexOptions.Multiline)] private static partial Regex Listed();
}
