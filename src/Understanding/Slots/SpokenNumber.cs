namespace MyCavoodle.Understanding.Slots;

/// <summary>Numbers in words, and digits said one by one.</summary>
static class SpokenNumber
{
    static readonly Dictionary<string, int> Units = Of("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", i => i);
    static readonly Dictionary<string, int> Tens = Of("twenty thirty forty fifty sixty seventy eighty ninety", i => 20 + 10 * i);

    /// <summary>"One hundred and twenty five" is 125; null for anything else.</summary>
    public static int? Of(string words)
    {
        int total = 0, part = 0;
        var any = false;
        foreach (var word in words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
            if (Units.TryGetValue(word, out var unit)) (part, any) = (part + unit, true);
            else if (Tens.TryGetValue(word, out var ten)) (part, any) = (part + ten, true);
            else if (word == "hundred") (part, any) = (Math.Max(1, part) * 100, true);
            else if (word == "thousand") (total, part, any) = (total + Math.Max(1, part) * 1000, 0, true);
            else if (word is not ("and" or "a")) return null;
        return any ? total + part : null;
    }

    /// <summary>A digit said or written alone; null for anything else.</summary>
    public static char? Digit(string word) => word is [>= '0' and <= '9'] ? word[0]
        : word is "oh" or "o" or "nought" or "nil" ? '0'
        : Units.TryGetValue(word, out var unit) && unit < 10 ? (char)('0' + unit) : null;

    static Dictionary<string, int> Of(string words, Func<int, int> value) =>
        words.Split(' ').Select((word, i) => (word, i)).ToDictionary(w => w.word, w => value(w.i), StringComparer.Ordinal);
}
