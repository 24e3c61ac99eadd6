namespace MyCavoodle.Assistant.Offline;

/// <summary>One thing a message wants, how sure that is (0-1), and the words that say it.</summary>
sealed record Clue(Intent Intent, double Score, string Words)
{
    /// <summary>From here on a clue is acted upon.</summary>
    public const double Sure = 0.42;

    /// <summary>From what shoppers taught, not from this shop's examples: it says nothing about what staff want.</summary>
    public bool IsLearned { get; init; }
}

/// <summary>What one message says.</summary>
/// <param name="Clues">All it surely wants, in the order it was said.</param>
/// <param name="Hints">What it may be about when nothing is sure.</param>
/// <param name="Slots">What it names.</param>
/// <param name="Continues">It leans on what was said before: "and the 500 ml?".</param>
sealed record Reading(Utterance Utterance, IReadOnlyList<Clue> Clues, IReadOnlyList<Clue> Hints, Slots Slots, bool Continues)
{
    /// <summary>The BCP 47 code of a language other than English, "und" where it is not known which; null: English.</summary>
    public string? Language { get; init; }
    /// <summary>What it asks of the business by its words, whatever else those words may mean: "any complaints open?".</summary>
    public IReadOnlyList<Clue> Business { get; init; } = [];
    /// <summary>A question in it that is not understood; null: none.</summary>
    public string? Unanswered { get; init; }
    /// <summary>Without what only shoppers taught: for staff, who want other things.</summary>
    public Reading Untaught => Clues.Any(c => c.IsLearned) ? this with { Clues = [.. Clues.Where(c => !c.IsLearned)] } : this;

    public bool Wants(Intent intent) => Clues.Any(c => c.Intent == intent);
    public bool IsWordless => !Utterance.Text.Any(char.IsLetterOrDigit);
}
