using MyCavoodle.Understanding.Evaluation;
using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Spam;

/// <summary>Learns spam from text messages labelled so and from the shop's own examples, and what is none from shoppers' questions.</summary>
public sealed class SpamTrainer : ITrainer
{
    const double Penalty = 2;
    const int Rounds = 25, Folds = 4;
    /// <summary>How often an own example counts beside one of another's.</summary>
    const int OwnWorth = 6;
    /// <summary>Every which line of the shoppers' questions is learned from.</summary>
    const int Stride = 2;

    public string Section => SpamFilter.Section;

    public void Train(string dataFolder, string offlineFolder, WeightsFile into)
    {
        var words = Path.Combine(offlineFolder, "lexicon");
        var sms = Tabular.Read(Path.Combine(dataFolder, "spam", "sms_train.tsv"), "text", "label");
        var shop = Tabular.Read(Path.Combine(dataFolder, "ecommerce", "train.tsv"), "text");
        into.Write(Section, Learn(new(WordLists.Read(Path.Combine(words, "spam.txt"))),
        [
            .. sms.Rows.Select(r => (sms.Field(r, "text"), sms.Field(r, "label") == "spam")),
            .. shop.Rows.Where((_, i) => i % Stride == 0).Select(r => (shop.Field(r, "text"), false)),
            .. Own(Path.Combine(words, "inbox.txt")).SelectMany(o => Enumerable.Repeat(o, OwnWorth)),
        ]).Write);
    }

    internal static IEnumerable<(string Text, bool IsSpam)> Own(string path) =>
        from list in WordLists.Read(path, '|').All from text in list.Entries select (text, list.Heading == "spam");

    internal static SpamFilter Learn(SpamPhrases phrases, IReadOnlyList<(string Text, bool IsSpam)> messages)
    {
        List<SparseRow> rows = [.. messages.Select(m => phrases.Features(PlainText.Of(m.Text)).Folded(SpamFeatures.Size))];
        double[] spam = [.. messages.Select(m => m.IsSpam ? 1.0 : 0)];
        var unseen = new double[rows.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] seen = [.. Enumerable.Range(0, rows.Count).Where(i => i % Folds != fold)];
            var part = Fit([.. seen.Select(i => rows[i])], [.. seen.Select(i => spam[i])]);
            for (var i = fold; i < rows.Count; i += Folds) unseen[i] = part.Score(rows[i]);
        }
        var (middle, slope) = Logistic.Fit(unseen, spam);
        return new(phrases, Fit(rows, spam), middle, slope);
    }

    static Quantised Fit(List<SparseRow> rows, double[] spam)
    {
        var mean = spam.Average();
        return Quantised.Of(Ridge.Fit(rows, [.. spam.Select(s => s - mean)], SpamFeatures.Size, Penalty, Rounds), mean);
    }
}
