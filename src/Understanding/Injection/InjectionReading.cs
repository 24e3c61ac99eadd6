namespace MyCavoodle.Understanding.Injection;

/// <summary>Whether a message tries to command the assistant instead of asking it something.</summary>
/// <param name="Score">0 to 1; from one half up the message counts as an attack.</param>
/// <param name="Evidence">The words that say so, in the order of the message; empty when it is none.</param>
public sealed record InjectionReading(double Score, bool IsAttack, IReadOnlyList<string> Evidence)
{
    public static readonly InjectionReading None = new(0, false, []);
}
