namespace MyCavoodle.Understanding.Evaluation;

/// <param name="File">The texts to score, in a format of the public data sets: tab-separated with a header line or JSON, also gzipped.</param>
/// <param name="Train">Learn from these texts instead of using the shop's weights; null: the shop's.</param>
/// <param name="OfflineFolder">Where the shop's words and weights are: <c>prompts/offline</c>.</param>
public sealed record EvalRequest(string File, string? Train, string OfflineFolder)
{
    /// <summary>More texts, all of them ordinary, for an evaluation whose file holds only the kind that is sought.</summary>
    public string? Ordinary { get; init; }
}

/// <summary>One text and how it was read; <c>--predictions</c> writes these.</summary>
public sealed record Prediction(string Gold, string Predicted, double Score, string Text);

/// <summary>One measured figure: "accuracy, strict" 78.2 "%".</summary>
public sealed record Measured(string Name, double Value, string Unit = "");

/// <summary>Rows beside a heading: the classes, the bins of a reliability diagram.</summary>
public sealed record EvalTable(string Heading, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

public sealed record EvalReport(string Task, string File, IReadOnlyList<Measured> Figures, IReadOnlyList<EvalTable> Tables, IReadOnlyList<Prediction> Predictions);

/// <summary>One kind of understanding that can be scored: <c>eval NAME</c>.</summary>
public interface IEvaluation
{
    string Name { get; }
    string Description { get; }

    /// <summary>Whether <see cref="EvalRequest.Ordinary"/> means something to it.</summary>
    bool TakesOrdinary => false;

    /// <exception cref="InvalidDataException">The file is not in a format that is known; says what was expected.</exception>
    EvalReport Run(EvalRequest request);
}
