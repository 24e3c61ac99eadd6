namespace MyCavoodle.Understanding.Learning;

/// <summary>What can be chosen about learning; the defaults are what measured best over all data sets.</summary>
public sealed record LearningOptions
{
    /// <summary>What an error costs beside large weights.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>How much more it costs to miss a text of a class than to claim one of another's, of which there are many more.</summary>
    public double OwnClass { get; init; } = 3;

    /// <summary>A feature none of whose weights is above this is forgotten.</summary>
    public double LeastWeight { get; init; } = 0.004;

    /// <summary>Labels that mean "none of the others"; compared without regard to case.</summary>
    public IReadOnlyCollection<string> OutOfScopeLabels { get; init; } = OutOfScope.Labels;
}
