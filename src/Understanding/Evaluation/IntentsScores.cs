using System.Globalization;
using MyCavoodle.Understanding.Learning;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>What can be said about readings of texts whose intent is known. All labels that mean "none of the others" count as one.</summary>
public sealed class IntentsScores
{
    /// <summary>Lines generated from a template, which no person typed.</summary>
    const string Templated = "templated";

    readonly List<(LabelledText Text, Classification Read)> read;
    readonly List<ClassScore> classes;

    public IntentsScores(IEnumerable<(LabelledText, Classification)> readings)
    {
        read = [.. readings];
        classes = [.. read.Select(r => One(r.Text.Intent)).Distinct().Order(StringComparer.Ordinal).Select(label => new ClassScore(label,
            read.Count(r => One(r.Text.Intent) == label), read.Count(r => One(r.Read.Label) == label), read.Count(r => One(r.Text.Intent) == label && IsRight(r))))];
        Reliability = new(read.Select(r => (r.Read.Probability, IsRight(r))));
    }

    public Reliability Reliability { get; }

    public IEnumerable<Measured> Figures
    {
        get
        {
            yield return Percent("accuracy, strict", read.Average(r => IsRight(r) ? 1.0 : 0));
            if (read.Any(r => r.Text.Accepted.Count > 0)) yield return Percent("accuracy, lenient", read.Average(r => IsAccepted(r) ? 1.0 : 0));
            yield return Percent("macro-F1", classes.Average(c => c.F1));
            var inScope = read.Where(r => !OutOfScope.Is(r.Text.Intent)).ToList();
            if (inScope.Count > 0) yield return Percent("accuracy, in scope, argmax", inScope.Average(r => InScopeLabel(r.Read) == r.Text.Intent ? 1.0 : 0));
            if (inScope.Count < read.Count)
            {
                yield return new("out-of-scope AUROC", AurocOf(read));
                if (read.Any(r => r.Text.Tier == Templated)) yield return new("out-of-scope AUROC, human lines", AurocOf(read.Where(r => r.Text.Tier != Templated)));
            }
            yield return new("expected calibration error", Reliability.Error);
        }
    }

    public IEnumerable<EvalTable> Tables
    {
        get
        {
            if (read.Any(r => r.Text.Tier != ""))
                yield return new("By tier", ["tier", "n", "strict", "lenient"], [.. read.GroupBy(r => r.Text.Tier).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
                    (IReadOnlyList<string>)[g.Key, Count(g.Count()), Share(g.Average(r => IsRight(r) ? 1.0 : 0)), Share(g.Average(r => IsAccepted(r) ? 1.0 : 0))])]);
            yield return new("By intent", ["intent", "n", "precision", "recall", "F1"], [.. classes.Select(c =>
                (IReadOnlyList<string>)[c.Label, Count(c.Count), Share(c.Precision), Share(c.Recall), Share(c.F1)])]);
            yield return Reliability.Table;
        }
    }

    public IReadOnlyList<Prediction> Predictions => [.. read.Select(r => new Prediction(r.Text.Intent, r.Read.Label, r.Read.Probability, r.Text.Text))];

    static bool IsRight((LabelledText Text, Classification Read) r) => One(r.Read.Label) == One(r.Text.Intent);

    static bool IsAccepted((LabelledText Text, Classification Read) r) => IsRight(r) || r.Text.Accepted.Contains(r.Read.Label);

    static string InScopeLabel(Classification read) => read.Ranking.FirstOrDefault(r => !OutOfScope.Is(r.Label), read.Ranking[0]).Label;

    static double AurocOf(IEnumerable<(LabelledText Text, Classification Read)> lines) => Auroc.Of(lines.Select(r => (r.Read.OutOfScope, OutOfScope.Is(r.Text.Intent))));

    static string One(string label) => OutOfScope.Is(label) ? "out_of_scope" : label;

    static Measured Percent(string name, double share) => new(name, Math.Round(share * 100, 2), "%");

    static string Share(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    sealed record ClassScore(string Label, int Count, int Predicted, int Right)
    {
        public double Precision => Predicted == 0 ? 0 : (double)Right / Predicted;
        public double Recall => (double)Right / Count;
        public double F1 => 2.0 * Right / (Predicted + Count);
    }
}
