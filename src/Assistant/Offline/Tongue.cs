namespace MyCavoodle.Assistant.Offline;

/// <summary>The language of a text other than English, told by its script or by small words of that language.</summary>
sealed class Tongue
{
    /// <summary>Another language, but not known which.</summary>
    public const string Unknown = "und";
    /// <summary>Fewer could be a name or a brand.</summary>
    const int FewestWords = 2;
    const int MostWords = 60;

    readonly List<(string Code, HashSet<string> Words)> tongues;
    readonly HashSet<string> english;

    /// <param name="foreign">By ISO code, small words of each language; <see cref="Unknown"/>: of languages that are not told apart.</param>
    /// <param name="english">Words that are English for certain: they speak against another language.</param>
    public Tongue(IReadOnlyDictionary<string, string> foreign, IEnumerable<string> english)
    {
        this.english = [.. english];
        tongues = [.. foreign.Select(f => (f.Key, f.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !this.english.Contains(w)).ToHashSet()))];
    }

    /// <returns>zh-Hans, zh-Hant, ar, vi, pa, el, it, hi, es, ne, fil, ko; <see cref="Unknown"/> for others; null for English.</returns>
    public string? Of(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        if (letters.Count(c => c > 'ɏ' && c is < 'Ḁ' or > 'ỿ') * 2 > letters.Count) return Script(text, letters);
        var words = text.Split([' ', '\n', ',', '.', '?', '!', '¿', '¡', ':', ';', '\''], StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Distinct().ToList();
        var (code, told) = tongues.Select(t => (t.Code, Told: words.Count(t.Words.Contains))).MaxBy(t => t.Told);
        return told >= FewestWords && told > words.Count(english.Contains) ? code : null;
    }

    static string Script(string text, List<char> letters)
    {
        var most = letters.GroupBy(Block).MaxBy(g => g.Count())!.Key;
        return most switch
        {
            // Letters that only the one of the two ways of writing Chinese has.
            "han" => letters.Any("們這個嗎麼貨單訂還沒請問買錢題謝".Contains) ? "zh-Hant" : "zh-Hans",
            // Devanagari writes Hindi and Nepali: छ and these words are Nepali's.
            "deva" => new[] { "छ", "मेरो", "हुन्छ", "तपाईं" }.Any(w => text.Contains(w, StringComparison.Ordinal)) ? "ne" : "hi",
            var code => code,
        };
    }

    static string Block(char c) => c switch
    {
        >= '\u4E00' and <= '\u9FFF' => "han",
        >= '\u0600' and <= '\u06FF' => "ar",
        >= '\u0A00' and <= '\u0A7F' => "pa",
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => "el",
        >= '\u0900' and <= '\u097F' => "deva",
        >= '\uAC00' and <= '\uD7AF' => "ko",
        _ => Unknown,
    };
}
