using MyCavoodle.Understanding.Learning;

namespace MyCavoodle.Understanding.Intents;

/// <summary>How a model reads lines whose right reading is known, and how that differs from another's reading of the same lines.</summary>
public sealed class IntentScore
{
    readonly IReadOnlyList<(LabelledLine Line, Classification Read)> read;

    public IntentScore(IntentModel model, IReadOnlyList<LabelledLine> lines) => read = [.. lines.Select(l => (l, model.Classify(l.Text)))];

    /// <summary>Right readings in percent, strict: all lines, then each tier of the files, then each intent.</summary>
    public IReadOnlyList<(string Part, int Lines, double Right)> Parts =>
    [
        ("all", read.Count, Right(read)),
        .. Grouped(r => $"{Path.GetFileName(Path.GetDirectoryName(r.Line.File))}, {r.Line.Tier}"),
        .. Grouped(r => r.Line.Intent),
    ];

    /// <summary>The lines this one reads right and the other does not, with the other's reading.</summary>
    public IReadOnlyList<(LabelledLine Line, string Elsewhere)> RightHereOnly(IntentScore other) =>
        [.. read.Zip(other.read).Where(both => IsRight(both.First) && !IsRight(both.Second)).Select(both => (both.First.Line, both.Second.Read.Label))];

    IEnumerable<(string, int, double)> Grouped(Func<(LabelledLine Line, Classification Read), string> part) =>
        read.GroupBy(part).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count(), Right([.. g])));

    static double Right(IReadOnlyCollection<(LabelledLine, Classification)> some) => some.Count == 0 ? 0 : 100.0 * some.Count(IsRight) / some.Count;

    static bool IsRight((LabelledLine Line, Classification Read) r) => r.Read.Label == r.Line.Intent;
}
