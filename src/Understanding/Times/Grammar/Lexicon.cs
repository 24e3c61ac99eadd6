namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>Phrases that mean something by themselves: "new year's eve", "the day after tomorrow".</summary>
sealed class Lexicon
{
    readonly Dictionary<string, List<(string[] Words, object Value)>> byFirst = new(StringComparer.Ordinal);

    public Holidays.HolidayNames Holidays { get; } = new();

    /// <summary>What a phrase was first said to mean.</summary>
    public Series First(string phrase)
    {
        string[] words = [.. Token.Of(phrase).Select(t => t.Word)];
        return (Series)byFirst[words[0]].First(p => p.Words.SequenceEqual(words)).Value;
    }

    /// <param name="phrases">Several ways to say it, parted by |, as tokens parted by spaces.</param>
    public void Add(string phrases, object value)
    {
        foreach (var phrase in phrases.Split('|'))
        {
            string[] words = [.. Token.Of(phrase).Select(t => t.Word)];
            if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
            list.Add((words, value));
        }
    }

    public IEnumerable<Node> At(IReadOnlyList<Token> tokens, int at)
    {
        if (byFirst.TryGetValue(tokens[at].Word, out var phrases))
            foreach (var (words, value) in phrases)
                if (Stand(words, tokens, at)) yield return new(at, at + words.Length, value, 0.5);
        foreach (var holiday in Holidays.At(tokens, at)) yield return holiday;
    }

    static bool Stand(string[] words, IReadOnlyList<Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count) return false;
        for (var i = 1; i < words.Length; i++)
            if (tokens[at + i].Word != words[i]) return false;
        return true;
    }
}
