using MyCavoodle.Understanding.Evaluation;

namespace MyCavoodle.Tests.Unit.Understanding.Times;

public sealed class DatesEvaluationTests
{
    [SharedFact]
    public void Nine_in_ten_public_time_expressions_are_read_exactly_and_texts_without_any_stay_without()
    {
        var report = Run("duckling_time_train.json.gz");

        Assert.True(Figure(report, "exact") >= 0.95);
        Assert.True(Figure(report, "exact, as part of any text") >= 0.92);
        Assert.Equal(0, Figure(report, "false alarms"));
    }

    [SharedFact]
    public void Half_of_the_sentences_of_another_grammar_are_read_as_it_reads_them() =>
        Assert.True(Figure(Run("recognizers_train.json.gz"), "exact, whole sentences") >= 0.5);

    [Fact]
    public void A_file_of_another_shape_is_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{"lines": []}""");

        Assert.Throws<InvalidDataException>(() => new DatesEvaluation().Run(new(path, null, "")));
        File.Delete(path);
    }

    static double Figure(EvalReport report, string name) => report.Figures.Single(f => f.Name == name).Value;

    static EvalReport Run(string file) => new DatesEvaluation().Run(new(Path.Combine(Shared.Folder!, "data", "entities", file), null, ""));
}
