namespace MyCavoodle.Understanding.Learning;

/// <param name="Probability">0 to 1; of 100 texts read with 0.8, 80 are right.</param>
public readonly record struct Ranked(string Label, double Probability);

/// <summary>What a text is about.</summary>
/// <param name="Ranking">All labels, the likeliest first; the probabilities add up to 1.</param>
/// <param name="OutOfScope">0 to 1: how likely it is about none of the labels.</param>
public sealed record Classification(IReadOnlyList<Ranked> Ranking, double OutOfScope)
{
    public string Label => Ranking[0].Label;
    public double Probability => Ranking[0].Probability;
}

/// <summary>A word of a text and how much it spoke for a label (above 0) or against it.</summary>
public readonly record struct WordEvidence(string Word, double Weight);
