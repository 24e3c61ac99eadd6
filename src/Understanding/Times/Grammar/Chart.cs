namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>
/// Reads tokens by rules, from the last to the first: what begins further right is complete when a rule needs it, so
/// one pass finds everything.
/// </summary>
sealed class Chart
{
    /// <summary>More readings than these from one token on say nothing new.</summary>
    const int MostFromOne = 72;
    /// <summary>Tokens in one expression.</summary>
    const int Longest = 26;

    static readonly object NotSaid = new Word("", false, false);

    readonly Grammar grammar;
    readonly List<Node>[] nodes;
    /// <summary>The parts of the rule that is being followed.</summary>
    readonly object[] said = new object[6];

    public Chart(Grammar grammar, IReadOnlyList<Token> tokens)
    {
        this.grammar = grammar;
        nodes = new List<Node>[tokens.Count + 1];
        nodes[tokens.Count] = [];
        for (var at = tokens.Count - 1; at >= 0; at--) Fill(at, tokens);
    }

    /// <summary>All that was read, a token's own word included.</summary>
    public IEnumerable<Node> Nodes => nodes.SelectMany(n => n);

    void Fill(int at, IReadOnlyList<Token> tokens)
    {
        var token = tokens[at];
        List<Node> here = nodes[at] = [new(at, at + 1, new Word(token.Word, token.Glued, token.IsNumber), 0)];
        here.AddRange(grammar.Lexicon.At(tokens, at));
        for (var i = 0; i < here.Count && here.Count < MostFromOne; i++)
            foreach (var rule in grammar.Beginning(here[i].Value))
                if (rule.Parts[0].Fits(here[i].Value))
                {
                    said[0] = here[i].Value;
                    Follow(rule, 1, here[i], here[i].Cost + rule.Cost, here);
                }
    }

    /// <summary>Tries the remaining parts of a rule after those that fit already.</summary>
    void Follow(Rule rule, int part, Node last, double cost, List<Node> found)
    {
        if (part == rule.Parts.Count)
        {
            if (rule.Make(said) is { } value) Add(found, new(found[0].From, last.To, value, cost));
            return;
        }
        var wanted = rule.Parts[part];
        foreach (var next in nodes[last.To])
            if (wanted.Fits(next.Value) && next.To - found[0].From <= Longest)
            {
                said[part] = next.Value;
                Follow(rule, part + 1, next, cost + next.Cost, found);
            }
        if (!wanted.IsOptional) return;
        said[part] = NotSaid;
        Follow(rule, part + 1, last, cost, found);
    }

    /// <summary>Of the same words read as the same kind of thing the few simplest stay.</summary>
    static void Add(List<Node> found, Node node)
    {
        var alike = 0;
        foreach (var other in found)
            if (other.To == node.To && other.Value.GetType() == node.Value.GetType()) alike++;
        if (alike < 8 && found.Count < MostFromOne) found.Add(node);
    }
}
