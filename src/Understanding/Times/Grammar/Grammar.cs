namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>The rules, by what they begin with, and the phrases that need no rule.</summary>
sealed class Grammar
{
    readonly Dictionary<string, List<Rule>> byWord = new(StringComparer.Ordinal);
    readonly Dictionary<Type, List<Rule>> byType = [];
    readonly List<Rule> clock;

    public Grammar(Lexicon lexicon, IEnumerable<Rule> rules)
    {
        Lexicon = lexicon;
        foreach (var rule in rules)
            if (rule.Parts[0].Words is { } words)
                foreach (var word in words) Under(byWord, word).Add(rule);
            else Under(byType, rule.Parts[0].Type).Add(rule);
        // A clock time may be whatever a time may be.
        clock = [.. Of(typeof(ClockTime)), .. Of(typeof(Series))];
    }

    public Lexicon Lexicon { get; }

    public List<Rule> Beginning(object value) => value switch
    {
        Word word => byWord.TryGetValue(word.Text, out var rules) ? rules : word.IsNumber ? Of(typeof(Word)) : None,
        ClockTime => clock,
        Series => Of(typeof(Series)),
        _ => Of(value.GetType()),
    };

    List<Rule> Of(Type type) => byType.TryGetValue(type, out var rules) ? rules : None;

    static readonly List<Rule> None = [];

    static List<Rule> Under<T>(Dictionary<T, List<Rule>> index, T key) where T : notnull => index.TryGetValue(key, out var list) ? list : index[key] = [];
}
