using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MyCavoodle.Assistant.Offline.Flows;
using MyCavoodle.Understanding;
using MyCavoodle.Understanding.Languages;

namespace MyCavoodle.Assistant.Offline;

/// <summary>Reads a message by itself: what it wants and what it names. What was said before is for <see cref="Focus"/>.</summary>
sealed partial class Reader(IntentBook book, ProductWords products, MessageReader messages)
{
    /// <summary>From here on likeness to an example alone calls a person; a wrong call costs more than a question back.</summary>
    const double SureOfPerson = 0.55;

    readonly Recogniser recogniser = new(book.Examples);
    readonly Spelling spelling = new(book.Examples.Select(e => e.Example), products.Everyday);
    readonly Learned learned = new(messages);

    /// <summary>A chat is read again at every turn and after every tool; so many messages stay read.</summary>
    const int MostKept = 500;

    readonly ConcurrentDictionary<string, Reading> kept = [];

    public Reading Read(string message)
    {
        if (kept.TryGetValue(message, out var known)) return known;
        if (kept.Count >= MostKept) kept.Clear();
        return kept[message] = ReadAnew(message);
    }

    Reading ReadAnew(string message)
    {
        var utterance = Utterance.Of(message);
        var slots = Slots.In(utterance.Text);
        var clauses = utterance.Clauses;
        var understood = Together(clauses, [.. clauses.Select(c => Best(c) ?? (clauses.Count > 1 && Turn.Asks(c) ? learned.Question(c) : null))]);
        List<Clue?> clues = [.. understood.SelectMany((clue, at) => WithPostage(clauses[at], clue))];
        // Signs are looked for in the whole message too: cause and effect often stand in two sentences.
        var signs = Matching(book.Signs, spelling.Correct(Slots.Mask(utterance.Text)), 1);
        if (clauses.Count > 1 && clues.All(c => c is null || c.Intent.IsSmallTalk())) clues.Add(Best(Slots.Mask(utterance.Text)));
        var hints = Matching(book.Hints, Slots.Mask(utterance.Text), Clue.Sure);
        var leans = Leans().IsMatch(utterance.Text);
        // What leans on what was said before, or answers it, says too little alone; and keyboard noise is nothing to be answered.
        if (!slots.IsBare && !leans && clues.All(c => c is null || Slots.IsProof(c.Words) || c.Intent.IsSmallTalk() && c.Intent is not (Intent.Yes or Intent.No)))
        {
            var more = learned.Of(utterance.Text).Where(c => c.Intent != Intent.OutOfScope || hints.Count == 0 && !slots.Any && spelling.MakesSense(utterance.Text)).ToList();
            if (clues.Any(c => c is not null && Slots.IsProof(c.Words)))
            {
                // The number beside a wish is its proof; alone it asks where the order is.
                more.RemoveAll(c => !c.Intent.IsDeed() && !c.Intent.NeedsPerson() && c.Intent != Intent.RefundStatus);
                if (more.Count > 0) clues.RemoveAll(c => c is not null && Slots.IsProof(c.Words));
            }
            clues.AddRange(more);
        }
        return new(utterance, Merge([.. signs.Where(s => s.Intent.NeedsPerson() || s.Intent.IsDeed()), .. clues.OfType<Clue>()]),
            hints, slots, leans)
        {
            Language = Foreign(utterance.Text),
            Unanswered = clauses.Where((clause, at) => clauses.Count > 1 && understood[at] is null && Turn.Asks(clause)).FirstOrDefault(),
            Business = [.. signs.Where(s => s.Intent.IsBusiness()).DistinctBy(s => s.Intent)],
        };
    }

    string? Foreign(string text) => messages.LanguageOf(text).Language is not Language.English and var other ? other.Code() : null;

    /// <summary>What a clause means, or null when that is not sure.</summary>
    Clue? Best(string clause)
    {
        var correct = spelling.Correct(clause);
        if (Matching(book.Signs, correct, 1) is [var sign, ..]) return sign with { Words = clause };
        return recogniser.Recognise(correct) is [var best, ..] && best.Score >= (best.Intent.NeedsPerson() || best.Intent.IsDeed() ? SureOfPerson : Clue.Sure)
            ? new(best.Intent, best.Score, clause) : null;
    }

    /// <summary>"Postage for the brush" asks for postage, "the brush with postage" for both.</summary>
    static IEnumerable<Clue?> WithPostage(string clause, Clue? clue)
    {
        if (clue?.Intent != Intent.ProductPrice || !Postage().IsMatch(clause)) return [clue];
        var postage = clue with { Intent = Intent.Shipping, Words = "how much is shipping" };
        return BesidePostage().IsMatch(clause) ? [clue with { Words = BesidePostage().Replace(clause, " ") }, postage] : [postage];
    }

    /// <summary>"Do you ship to Tasmania, and how much?" asks twice about shipping; "how much is the brush? Also the comb?" two prices.</summary>
    List<Clue?> Together(IReadOnlyList<string> clauses, List<Clue?> clues)
    {
        for (var i = 1; i < clues.Count; i++)
            if (clues[i - 1]?.Intent == Intent.Shipping && BareQuestion().Match(clauses[i]) is { Success: true } bare)
                clues[i] = new(Intent.Shipping, 1, bare.Groups["cost"].Success ? "how much is shipping" : "how long does shipping take");
            else if (clues[i] is null && clues[i - 1] is { } asked && asked.Intent.IsProduct() && Matching(book.Hints, clauses[i], 1) is [{ Intent: Intent.ProductAbout }, ..])
                clues[i] = new(asked.Intent, 1, clauses[i]);
        return clues;
    }

    static List<Clue> Matching(IReadOnlyList<(Intent Intent, Regex Pattern)> patterns, string text, double score) =>
        [.. patterns.Where(p => p.Pattern.IsMatch(text)).Select(p => new Clue(p.Intent, score, text))];

    /// <summary>Greeting and thanks give way to anything else.</summary>
    static List<Clue> Merge(List<Clue> clues)
    {
        var distinct = clues.DistinctBy(c => (c.Intent, c.Intent.IsProduct() || c.Intent.IsKnowledge() ? c.Words : "")).ToList();
        var asked = distinct.Where(c => !c.Intent.IsSmallTalk()).ToList();
        // "Can you help me" is a way to begin.
        if (asked.Any(c => c.Intent != Intent.Help)) asked.RemoveAll(c => c.Intent == Intent.Help);
        if (asked.Any(c => c.Intent != Intent.OutOfScope)) asked.RemoveAll(c => c.Intent == Intent.OutOfScope);
        // "What is in it? My dog has sensitive skin." The second is why, not what.
        if (asked.Any(c => c.Intent.IsProduct() && !Reason().IsMatch(c.Words))) asked.RemoveAll(c => c.Intent.IsProduct() && Reason().IsMatch(c.Words));
        return asked.Count > 0 ? asked : distinct;
    }

    [GeneratedRegex(@"\b(?:postage|shipping|delivery|postal costs?)\b")] private static partial Regex Postage();
    [GeneratedRegex(@"\b(?:with|plus|incl\w*|and|\+)\.? (?:the )?(?:postage|shipping|delivery)\b")] private static partial Regex BesidePostage();
    [GeneratedRegex(@"^(?:and |also )?(?:(?<cost>(?:for )?(?:how much|what(?:'s| is|s) the cost|what does (?:it|that) cost))|how (?:long|fast|quick|soon)|when)(?: (?:is|would|will|does|do) (?:it|that|this|they)(?: (?:be|cost|take|arrive))?)?$")] private static partial Regex BareQuestion();
    [GeneratedRegex(@"^(?:ok(?:ay)? |oh |cool |great |thanks )?(?:,\s*)?(?:and|what about|how about|same for|compared (?:to|with)|vs|versus|also|plus)\b|^(?:to|for|with|in) [\p{L}' ]{2,25}\W*$")] private static partial Regex Leans();
    [GeneratedRegex(@"^(?:my|our|she|he|they|it is|it's|we have|i have|i've got)\b(?!.*\b(?:which|what|recommend|suggest|need|looking)\b)")] private static partial Regex Reason();
}
