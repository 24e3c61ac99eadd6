namespace MyCavoodle.Assistant.Offline;

/// <summary>Whether a text is in another language than English, told by its script or by small words of that language.</summary>
sealed class Tongue
{
    /// <summary>Fewer could be a name or a brand.</summary>
    const int FewestWords = 2;
    const int MostWords = 60;

    readonly HashSet<string> foreign;
    readonly HashSet<string> english;

    /// <param name="english">Words that are English for certain: they speak against another language.</param>
    public Tongue(string foreignWords, IEnumerable<string> english)
    {
        this.english = [.. english];
        foreign = [.. foreignWords.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !this.english.Contains(w))];
    }

    public bool IsForeign(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        if (letters.Count(c => c > 'ɏ' && c is < 'Ḁ' or > 'ỿ') * 2 > letters.Count) return true;
        var words = text.Split([' ', '\n', ',', '.', '?', '!', '¿', '¡', ':', ';', '\''], StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Distinct().ToList();
        var told = words.Count(foreign.Contains);
        return told >= FewestWords && told > words.Count(english.Contains);
    }
}
