using MyCavoodle.Understanding.Evaluation;
using Xunit;

namespace MyCavoodle.Tests.Unit.Understanding.Evaluation;

public sealed class IntentsEvaluationTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("mycavoodle-intents-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_foreign_label_set_is_learned_and_scored()
    {
        var train = Write("train.tsv", "text\tintent", "lights on\tlight_on", "switch the lights on\tlight_on", "lights off\tlight_off", "switch the lights off\tlight_off", "what is love\toos", "who are you\toos");
        var file = Write("test.tsv", "text\tintent\taccept\ttier", "turn the lights on\tlight_on\t\ta", "turn off lights\tlight_off\t\ta", "what is life\tNO_NODES_DETECTED\t\tb", "lights off now\tlight_on\tlight_off\tb");

        var report = new IntentsEvaluation().Run(new(file, train, folder));

        Assert.Equal(75, Figure(report, "accuracy, strict"));
        Assert.Equal(100, Figure(report, "accuracy, lenient"));
        Assert.Equal(66.67, Figure(report, "accuracy, in scope, argmax"));
        Assert.Equal(1, Figure(report, "out-of-scope AUROC"));
        Assert.Equal(["a", "2", "100.0", "100.0"], report.Tables[0].Rows[0]);
        Assert.Equal(("light_on", "light_off", "lights off now"), (report.Predictions[3].Gold, report.Predictions[3].Predicted, report.Predictions[3].Text));
    }

    [Fact]
    public void Without_the_shops_weights_the_error_names_the_file() =>
        Assert.Contains("weights.bin", Assert.Throws<InvalidDataException>(() => new IntentsEvaluation().Run(new(Write("test.tsv", "text\tintent", "hi\tgreeting"), null, folder))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 0.1, 0.2 }, new[] { 0.8, 0.9 }, 1)]
    [InlineData(new[] { 0.8, 0.9 }, new[] { 0.1, 0.2 }, 0)]
    [InlineData(new[] { 0.5, 0.5 }, new[] { 0.5, 0.5 }, 0.5)]
    [InlineData(new[] { 0.1, 0.6 }, new[] { 0.5, 0.9 }, 0.75)]
    public void Auroc_is_the_share_of_pairs_in_the_right_order(double[] others, double[] sought, double expected) =>
        Assert.Equal(expected, Auroc.Of([.. others.Select(s => (s, false)), .. sought.Select(s => (s, true))]));

    [Fact]
    public void Confidence_that_means_what_it_says_has_no_error()
    {
        Assert.Equal(0, new Reliability([(0.5, true), (0.5, false), (1, true)]).Error, 9);
        Assert.Equal(0.9, new Reliability([(0.9, false)]).Error, 9);
    }

    static double Figure(EvalReport report, string name) => report.Figures.Single(f => f.Name == name).Value;

    string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
