using MyCavoodle.Understanding.Learning;

namespace MyCavoodle.Understanding.Intents;

/// <summary>One thing a message wants.</summary>
/// <param name="Probability">0 to 1; of 100 read with 0.8, 80 are right.</param>
/// <param name="Clause">The part of the message that wants it; all of it when it wants one thing.</param>
/// <param name="Evidence">The words that spoke most for it, as they were written, the strongest first.</param>
public sealed record Meant(string Intent, double Probability, string Clause, IReadOnlyList<string> Evidence)
{
    public string Category => Intents.Category(Intent);
}

/// <summary>What a message wants.</summary>
/// <param name="Wants">At least one; in the order of the message when there are several.</param>
/// <param name="OutOfScope">0 to 1: how likely the message is nothing for this shop.</param>
/// <param name="Ranking">All intents for the whole message, the likeliest first.</param>
public sealed record IntentReading(IReadOnlyList<Meant> Wants, double OutOfScope, IReadOnlyList<Ranked> Ranking)
{
    /// <summary>The likeliest of them.</summary>
    public Meant Main => Wants.MaxBy(w => w.Probability)!;

    /// <summary>Whether to leave the message alone rather than answer what it seems to want.</summary>
    public required bool IsOutOfScope { get; init; }

    /// <summary>Whether it may be acted upon without asking back.</summary>
    public required bool IsSure { get; init; }
}
