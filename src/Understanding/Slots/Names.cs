namespace MyCavoodle.Understanding.Slots;

/// <summary>Names of pets and people, by what stands around them: "my cavoodle Bertie", "for Milo", "I'm Jo", "Cheers, Amy".</summary>
sealed class Names(ISet<string> known) : IFinder
{
    static readonly HashSet<string> Pets = [.. "dog doggo doggy doggie puppy pup puppa pupper cavoodle cavapoo cavadoodle poodle cavalier fluffball furbaby furkid fur-baby baby boy girl pooch cat kitten pet groodle labradoodle spoodle oodle bub".Split(' ')];

    /// <summary>Words that no one is called.</summary>
    static readonly HashSet<string> Words = [.. ("the a an my our your his her their its this that these those it he she they we you i and or but so if is are was were be been has have had do does did can could will would "
        + "not no yes ok okay thanks thank cheers hi hello hey please pls with for from to of in on at as by about after before when where what who why how which there here just also too very really all some any more "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow yesterday christmas easter "
        + "order number shampoo conditioner brush refund delivery shipping post team support sorry dear good great happy keen looking after waiting trying having getting going using wondering interested still "
        + "shopify facebook instagram auspost australia sydney melbourne brisbane perth adelaide hobart darwin canberra nsw vic qld size new old who's whose called named name loves hates likes needs got gets ate "
        + "itchy sick allergic scratching sensitive dry smelly fluffy curly white black brown small large big little first last regards kind warm best love customer me us them one two three "
        + "sure afraid glad sad unhappy upset angry confused disappointed calling writing emailing ready back done free home out off up down over in's day days week month year arrived birthday skin coat hair fur").Split(' ')];

    static readonly HashSet<string> Follows = [.. "please pls thanks and but who he she is was as because a if my our when next this that in too he's she's it's so the".Split(' ')];

    public IEnumerable<Slot> Find(SlotText text)
    {
        var p = text.Pieces;
        for (var i = 0; i < p.Count; i++)
        {
            if (PetAt(text, i) is { } pet && Free(text, pet)) yield return new PetSlot(p[pet].At, text.Words(p[pet].At, p[pet].End), Capital(text.Word(p[pet])));
            else if (PersonAt(text, i) is { } person && Free(text, person.From)) yield return new PersonSlot(p[person.From].At, text.Words(p[person.From].At, p[person.To].End), Spoken(text, person.From, person.To));
        }
    }

    static bool Free(SlotText text, int i) => text.IsFree(text.Pieces[i].At, text.Pieces[i].End);

    /// <summary>The piece that names a pet which this piece announces.</summary>
    int? PetAt(SlotText text, int i)
    {
        var p = text.Pieces;
        if (Pets.Contains(p[i].Lower))
        {
            // "My cavoodle Bertie", "our puppy, Luna", "my dog is called Max", "my boy's name is Max".
            var owned = p.Take(i).Skip(Math.Max(0, i - 4)).Any(w => w.Lower is "my" or "our" or "his" or "her" or "the" or "little" or "old");
            for (var at = i + 1; at < p.Count && at <= i + 4 && text.Joined(p[at - 1], p[at], ",(-"); at++)
            {
                if (p[at].Lower is "is" or "named" or "called" or "name" or "was" or "who" or "we" or "call") continue;
                var announced = p[at - 1].Lower is "called" or "named" || p[at - 1].Lower is "is" && at >= 2 && p[at - 2].Lower is "name";
                return (announced ? IsName(text, at, false) : owned && at == i + 1 && IsName(text, at, true)) ? at : null;
            }
            if (p[i].Lower.EndsWith("'s", StringComparison.Ordinal)) return null;
            // "Bertie the cavoodle", "Bertie, my cavoodle".
            if (i > 1 && p[i - 1].Lower is "the" or "my" or "our" && IsName(text, i - 2, true) && text.Joined(p[i - 2], p[i - 1], ",")) return i - 2;
            return null;
        }
        // "Milo's coat".
        if (i > 0 && p[i].Lower is "coat" or "fur" or "hair" or "skin" or "ears" or "paws" or "tummy" or "groomer" or "grooming" or "bath" && p[i - 1].Lower.EndsWith("'s", StringComparison.Ordinal) && IsName(text, i - 1, true)) return i - 1;
        // "For Milo", "for my Milo".
        if (p[i].Lower == "for" && i + 1 < p.Count)
        {
            var at = p[i + 1].Lower is "my" or "our" or "little" && i + 2 < p.Count ? i + 2 : i + 1;
            // "For Cash on delivery" goes on, a name ends what it is for.
            return text.Joined(p[at - 1], p[at]) && IsName(text, at, true) && (at + 1 == p.Count || !text.Joined(p[at], p[at + 1]) || Follows.Contains(p[at + 1].Lower)) ? at : null;
        }
        return null;
    }

    /// <summary>The pieces that name the person who writes.</summary>
    (int From, int To)? PersonAt(SlotText text, int i)
    {
        var p = text.Pieces;
        string At(int n) => n >= 0 && n < p.Count ? p[n].Lower : "";
        // "My name is jo", "my name's Jo", "name: Jo".
        if (p[i].Lower is "name" or "name's" && At(i - 1) is "my" or "the" or "full" or "first" or "" || p[i].Lower == "name" && text.After(p[i].End) == ':')
            return At(i + 1) is "is" or "was" ? Full(text, i + 2, false) : Full(text, i + 1, p[i].Lower == "name" && text.After(p[i].End) != ':');
        if (p[i].Lower is "i'm" or "im" && At(i + 1) is not ("at" or "on")) return Full(text, i + 1, true);
        if (p[i].Lower == "am" && At(i - 1) == "i") return Full(text, i + 1, true);
        // "This is Jo speaking", "it's Jo here", "Jo here".
        if (p[i].Lower is "is" && At(i - 1) == "this" || p[i].Lower is "it's" or "its")
            return Full(text, i + 1, true) is { } said && (At(i - 1) == "this" || At(said.To + 1) is "here" or "speaking" or "from" or "again") ? said : null;
        if (p[i].Lower is "here" or "speaking" && i == 1 && IsName(text, 0, true)) return (0, 0);
        // A signature: the last one or two words, after thanks or a line of their own.
        if (p[i].Lower is "thanks" or "cheers" or "regards" or "thank" or "ta" or "love" or "sincerely" or "wishes" or "xx" or "xo" or "x" && i + 1 < p.Count && p.Count - i <= 6)
        {
            var next = i + 1;
            while (next < p.Count && At(next) is "you" or "so" or "much" or "heaps" or "again" or "in" or "advance" or "kind" or "regards" or "and" or "many" or "x" or "xx") next++;
            return next < p.Count && (text.Text.AsSpan(p[next - 1].End, p[next].At - p[next - 1].End).ContainsAny(',', '\n', '-') || next == i + 1 && IsCapital(text, next)) && Full(text, next, true) is { } name && name.To == p.Count - 1 ? name : null;
        }
        return i == p.Count - 1 && i > 0 && text.Text.AsSpan(p[i - 1].End, p[i].At - p[i - 1].End).ContainsAny('\n', '~') | text.Text[..p[i].At].EndsWith("- ", StringComparison.Ordinal) && IsName(text, i, true) ? (i, i) : null;
    }

    /// <summary>A first name, and a surname when that is capital too.</summary>
    (int From, int To)? Full(SlotText text, int i, bool capital)
    {
        if (i >= text.Pieces.Count || i > 0 && !Near(text, i) || !IsName(text, i, capital)) return null;
        return i + 1 < text.Pieces.Count && text.Joined(text.Pieces[i], text.Pieces[i + 1]) && IsCapital(text, i + 1) && IsName(text, i + 1, true) ? (i, i + 1) : (i, i);
    }

    static bool Near(SlotText text, int i) => text.Pieces[i].At - text.Pieces[i - 1].End <= 4 && !text.Text.AsSpan(text.Pieces[i - 1].End, text.Pieces[i].At - text.Pieces[i - 1].End).ContainsAny('.', '!', '?');

    bool IsName(SlotText text, int i, bool capital)
    {
        var word = Bare(text.Pieces[i].Lower);
        return word.Length is >= 2 and <= 20 && word.All(char.IsLetter) && !Words.Contains(word) && !known.Contains(word) && !Pets.Contains(word) && (!capital || IsCapital(text, i));
    }

    static bool IsCapital(SlotText text, int i) => char.IsUpper(text.Text[text.Pieces[i].At]);

    static string Bare(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    static string Spoken(SlotText text, int from, int to) => string.Join(' ', Enumerable.Range(from, to - from + 1).Select(i => Capital(text.Word(text.Pieces[i]))));

    static string Capital(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? Capital(word[..^2]) : char.ToUpperInvariant(word[0]) + (word.All(char.IsUpper) && word.Length > 2 ? word[1..].ToLowerInvariant() : word[1..]);
}
