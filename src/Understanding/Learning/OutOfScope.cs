namespace MyCavoodle.Understanding.Learning;

/// <summary>The names under which label sets keep what belongs to none of their classes.</summary>
public static class OutOfScope
{
    public static readonly IReadOnlyCollection<string> Labels = ["out_of_scope", "oos", "NO_NODES_DETECTED", "none", "ood", "out-of-scope", "unknown"];

    public static bool Is(string label) => Labels.Contains(label, StringComparer.OrdinalIgnoreCase);
}
