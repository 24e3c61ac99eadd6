namespace MyCavoodle.Understanding.Mood;

enum FeltKind { Word, Sign, Mark, Mention, Link }

/// <summary>One word, sign (emoji, emoticon), mark of punctuation, mention or link of a message, and how it is felt.</summary>
sealed class Felt
{
    public required FeltKind Kind { get; init; }
    /// <summary>As written.</summary>
    public required string Written { get; init; }
    /// <summary>Lower case.</summary>
    public required string Word { get; init; }
    /// <summary>−4 … +4 from the lexicon; 0: it says nothing.</summary>
    public double Valence { get; set; }
    public Turn Turn { get; set; }
    /// <summary>It belongs to a phrase that began before it, which has the valence.</summary>
    public bool InPhrase { get; set; }
    /// <summary>The whole phrase where it begins one.</summary>
    public string? Phrase { get; set; }
    public bool Shouted { get; init; }
    public bool Stretched { get; init; }
    public bool Tagged { get; init; }
    /// <summary>A denial reaches it.</summary>
    public bool Denied { get; set; }
    /// <summary>What it says where it stands: after denial, boosters, shifts.</summary>
    public double Weight { get; set; }
}
