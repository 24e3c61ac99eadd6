using System.Globalization;
using MyCavoodle.Understanding.Mood;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>What can be said about readings of texts whose rating, or whose label, is known.</summary>
/// <param name="scores">−4 … +4, as the ratings.</param>
/// <param name="neutral">Between these a text counts as neutral.</param>
sealed class SentimentScores(IReadOnlyList<RatedText> texts, double[] scores, (double From, double To) neutral)
{
    static readonly string[] Labels = ["negative", "neutral", "positive"];

    bool Labelled => texts[0].Label != "";

    public IEnumerable<Measured> Figures => Labelled ? LabelFigures() : RatingFigures();

    public IEnumerable<EvalTable> Tables => Labelled ? [LabelTable()] : [RegisterTable()];

    public IReadOnlyList<Prediction> Predictions => [.. texts.Select((t, i) => new Prediction(
        Labelled ? t.Label : Number(t.Rating), Labelled ? LabelOf(scores[i]) : Number(scores[i]), scores[i], t.Text))];

    /// <summary>The bounds between which a text is best called neutral, judged by texts with labels: the highest mean recall.</summary>
    public static (double From, double To) Neutral(IReadOnlyList<RatedText> texts, double[] scores)
    {
        var best = (Recall: -1.0, From: 0.0, To: 0.0);
        foreach (var from in Enumerable.Range(-12, 14).Select(i => i / 10.0))
            foreach (var to in Enumerable.Range(-2, 14).Select(i => i / 10.0).Where(to => to > from))
            {
                var judged = new SentimentScores(texts, scores, (from, to));
                var recall = Labels.Average(judged.Recall);
                if (recall > best.Recall) best = (recall, from, to);
            }
        return (best.From, best.To);
    }

    IEnumerable<Measured> RatingFigures()
    {
        double[] ratings = [.. texts.Select(t => t.Rating)];
        yield return new("Spearman", Correlation.Spearman(scores, ratings));
        yield return new("Pearson", Correlation.Pearson(scores, ratings));
        yield return new("mean absolute error", scores.Zip(ratings, (s, r) => Math.Abs(s - r)).Average());
        foreach (var (register, of) in ByRegister()) yield return new($"Spearman, {register}", Correlation.Spearman(Of(scores, of), Of(ratings, of)));
    }

    IEnumerable<Measured> LabelFigures()
    {
        yield return new("macro-F1", 100 * Labels.Average(F1), "%");
        yield return new("macro-recall", 100 * Labels.Average(Recall), "%");
        yield return new("accuracy", 100 * texts.Where((t, i) => t.Label == LabelOf(scores[i])).Count() / (double)texts.Count, "%");
    }

    EvalTable RegisterTable()
    {
        double[] ratings = [.. texts.Select(t => t.Rating)];
        return new("By kind of text", ["kind", "texts", "Spearman", "Pearson", "error"], [.. ByRegister().Select(r => (IReadOnlyList<string>)
            [r.Register, Number(r.Of.Length), Number(Correlation.Spearman(Of(scores, r.Of), Of(ratings, r.Of))), Number(Correlation.Pearson(Of(scores, r.Of), Of(ratings, r.Of))),
                Number(r.Of.Average(i => Math.Abs(scores[i] - ratings[i])))])]);
    }

    EvalTable LabelTable() => new("By label", ["label", "texts", "recall", "F1"],
        [.. Labels.Select(l => (IReadOnlyList<string>)[l, Number(texts.Count(t => t.Label == l)), Number(Recall(l)), Number(F1(l))])]);

    IEnumerable<(string Register, int[] Of)> ByRegister() => texts.Select((t, i) => (t.Register, i)).Where(t => t.Register != "")
        .GroupBy(t => t.Register, t => t.i).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()));

    string LabelOf(double score) => score < neutral.From ? Labels[0] : score <= neutral.To ? Labels[1] : Labels[2];

    double Recall(string label)
    {
        var (right, all) = (0, 0);
        for (var i = 0; i < scores.Length; i++)
            if (texts[i].Label == label)
            {
                all++;
                if (LabelOf(scores[i]) == label) right++;
            }
        return all == 0 ? 0 : (double)right / all;
    }

    double F1(string label)
    {
        var right = texts.Where((t, i) => t.Label == label && LabelOf(scores[i]) == label).Count();
        var told = texts.Count(t => t.Label == label) + scores.Count(s => LabelOf(s) == label);
        return told == 0 ? 0 : 2.0 * right / told;
    }

    static double[] Of(double[] figures, int[] at) => [.. at.Select(i => figures[i])];

    static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
