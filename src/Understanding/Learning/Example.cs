namespace MyCavoodle.Understanding.Learning;

/// <summary>A text somebody wrote and what it was about.</summary>
/// <param name="Weight">How much it counts beside the others; 2 is as good as the same line twice.</param>
public sealed record Example(string Text, string Label, double Weight = 1);
