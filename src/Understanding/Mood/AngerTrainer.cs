using MyCavoodle.Understanding.Evaluation;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Mood;

/// <summary>
/// Learns what anger sounds like from tweets labelled with an emotion and from the shop's own rated sentences, and that
/// ordinary questions of shoppers are not angry.
/// </summary>
public sealed class AngerTrainer : ITrainer
{
    const double Penalty = 40;
    const int Rounds = 25, Folds = 4;
    /// <summary>How often an own sentence counts beside a tweet.</summary>
    const int OwnWorth = 6;
    const double MostCalm = -1, MostAngry = -3;
    /// <summary>Every which line of the shoppers' questions is learned from.</summary>
    const int Stride = 4;

    public string Section => Anger.Section;

    public void Train(string dataFolder, string offlineFolder, WeightsFile into)
    {
        var words = Path.Combine(offlineFolder, "lexicon");
        var reader = new FeltReader(Lexicon.Read(words));
        List<(SparseRow Row, double Angry)> texts =
        [
            .. Labelled(Path.Combine(dataFolder, "sentiment", "tweeteval_emotion_train.tsv"), "label", label => label == "anger"),
            .. RatedText.Own(Path.Combine(words, "rated.txt")).SelectMany(r => Enumerable.Repeat((Row(r.Text), AngerOf(r.Rating)), OwnWorth)),
            .. Labelled(Path.Combine(dataFolder, "ecommerce", "train.tsv"), "tier", _ => false, tier => tier is "shop" or "support").Where((_, i) => i % Stride == 0),
        ];
        List<SparseRow> rows = [.. texts.Select(t => t.Row)];
        double[] angry = [.. texts.Select(t => t.Angry)];
        var unseen = new double[rows.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] seen = [.. Enumerable.Range(0, rows.Count).Where(i => i % Folds != fold)];
            var part = Fit([.. seen.Select(i => rows[i])], [.. seen.Select(i => angry[i])]);
            for (var i = fold; i < rows.Count; i += Folds) unseen[i] = part.Score(rows[i]);
        }
        var (middle, slope) = Logistic.Fit(unseen, angry);
        into.Write(Section, new Anger(reader, Fit(rows, angry), middle, slope).Write);

        SparseRow Row(string text) => Anger.Row(reader.Read(PlainText.Of(text)));

        IEnumerable<(SparseRow, double)> Labelled(string file, string column, Func<string, bool> isAngry, Func<string, bool>? wanted = null)
        {
            var table = Tabular.Read(file, "text", column);
            return from row in table.Rows
                let label = table.Field(row, column)
                where wanted is null || wanted(label)
                select (Row(table.Field(row, "text")), isAngry(label) ? 1.0 : 0);
        }
    }

    static double AngerOf(double rating) => Math.Clamp((rating - MostCalm) / (MostAngry - MostCalm), 0, 1);

    static Quantised Fit(List<SparseRow> rows, double[] angry)
    {
        var mean = angry.Average();
        return Quantised.Of(Ridge.Fit(rows, [.. angry.Select(a => a - mean)], Anger.Features, Penalty, Rounds), mean);
    }
}
