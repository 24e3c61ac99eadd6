using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MyCavoodle.Understanding.Evaluation;

namespace MyCavoodle.Bot.Cli;

/// <summary><c>eval intents --file dev.tsv</c>: how well the offline engines understand texts whose right reading is known.</summary>
static class Eval
{
    static readonly IEvaluation[] Evaluations = [new IntentsEvaluation(), new SentimentEvaluation(), new DatesEvaluation(), new InjectionEvaluation()];

    public static Command Verb()
    {
        var verb = new Command("eval", "Scores the offline understanding on a file of texts whose right reading is known.");
        foreach (var evaluation in Evaluations) verb.Add(Verb(evaluation));
        return verb;
    }

    static Command Verb(IEvaluation evaluation)
    {
        var file = new Option<FileInfo>("--file") { Required = true, Description = "Tab-separated with a header line, or JSON; .gz is unpacked." };
        var train = new Option<FileInfo?>("--train") { Description = "Learn from this file alone instead of using the shop's weights." };
        var predictions = new Option<FileInfo?>("--predictions") { Description = "Write gold, predicted, score and text here, one a line." };
        var json = new Option<bool>("--json") { Description = "The report as JSON." };
        var ordinary = new Option<FileInfo?>("--ordinary") { Description = "A second file, whose texts are all ordinary, for a file that holds only attacks." };
        var verb = new Command(evaluation.Name, evaluation.Description) { file.AcceptExistingOnly(), train, predictions, json };
        if (evaluation.TakesOrdinary) verb.Add(ordinary);
        verb.SetAction(parsed => Run(evaluation, parsed.GetRequiredValue(file), parsed.GetValue(train), evaluation.TakesOrdinary ? parsed.GetValue(ordinary) : null, parsed.GetValue(predictions), parsed.GetValue(json)));
        return verb;
    }

    static int Run(IEvaluation evaluation, FileInfo file, FileInfo? train, FileInfo? ordinary, FileInfo? predictions, bool asJson)
    {
        EvalReport report;
        try
        {
            report = evaluation.Run(new(file.FullName, train?.FullName, Path.Combine(AppContext.BaseDirectory, "prompts", "offline")) { Ordinary = ordinary?.FullName });
        }
        catch (Exception e) when (e is InvalidDataException or IOException or JsonException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
        if (predictions is not null)
            File.WriteAllLines(predictions.FullName, report.Predictions.Select(p => string.Join('\t', p.Gold, p.Predicted, p.Score.ToString("0.####", CultureInfo.InvariantCulture), p.Text)));
        if (asJson) Console.WriteLine(JsonSerializer.Serialize(new { report.Task, report.File, report.Figures, report.Tables }, Json.Web));
        else Print(report);
        return 0;
    }

    static void Print(EvalReport report)
    {
        Console.WriteLine($"{report.Task}: {report.File}");
        foreach (var figure in report.Figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {figure.Name,-32} {figure.Value,12:0.####} {figure.Unit}"));
        foreach (var table in report.Tables)
        {
            Console.WriteLine();
            Console.WriteLine(table.Heading);
            int[] widths = [.. table.Columns.Select((c, i) => Math.Max(c.Length, table.Rows.Select(r => r[i].Length).DefaultIfEmpty().Max()))];
            foreach (var row in table.Rows.Prepend(table.Columns))
                Console.WriteLine("  " + string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
        }
    }
}
