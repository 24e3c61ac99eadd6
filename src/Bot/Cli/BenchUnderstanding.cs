using System.ComponentModel;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Understanding.Evaluation;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>bench understanding --data FOLDER</c>: learns from train.tsv and reads dev.tsv, on one thread, and has NLP.js do the same right after
/// on the same machine, where node and the package are there (<c>npm install</c> in <c>tools/nlpjs</c>). The bar: faster than NLP.js.
/// </summary>
static class BenchUnderstanding
{
    public static Command Verb()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "A folder with train.tsv and dev.tsv: columns text and intent." };
        var peer = new Option<DirectoryInfo>("--nlpjs") { Description = "Where NLP.js is installed. Default tools/nlpjs.", DefaultValueFactory = _ => new(Path.Combine("tools", "nlpjs")) };
        var verb = new Command("understanding", "Measures reading intents beside NLP.js.") { data.AcceptExistingOnly(), peer };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(peer).FullName, ct));
        return verb;
    }

    static async Task<int> RunAsync(string data, string peer, CancellationToken ct)
    {
        var (train, test) = (Path.Combine(data, "train.tsv"), Path.Combine(data, "dev.tsv"));
        var report = new IntentsEvaluation().Run(new(test, train, ""));
        Print("", "right", "p50", "p99", "training", "resident");
        var ours = Figure("latency p50");
        Print("MyCavoodle", Percent(Figure("accuracy, strict")), Micros(ours), Micros(Figure("latency p99")), Seconds(Figure("training")), Megabytes(Figure("memory, resident")));
        if (await PeerAsync(peer, train, test, ct) is not { } theirs)
        {
            Console.WriteLine($"NLP.js was not measured: node is not installed, or its package is not in {peer} (npm install there).");
            return 0;
        }
        Print("NLP.js", Percent(theirs["accuracy"]), Micros(theirs["p50"]), Micros(theirs["p99"]), Seconds(theirs["trainSeconds"]), Megabytes(theirs["memory"]));
        return ours < theirs["p50"] ? 0 : 1;

        double Figure(string name) => report.Figures.Single(f => f.Name == name).Value;
    }

    /// <returns>Null: it is not installed.</returns>
    static async Task<Dictionary<string, double>?> PeerAsync(string folder, string train, string test, CancellationToken ct)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "node-nlp"))) return null;
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["compare.mjs", train, test]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var lines = (await node.StandardOutput.ReadToEndAsync(ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await node.WaitForExitAsync(ct);
            if (node.ExitCode != 0 || lines.Length == 0) throw new InvalidDataException($"compare.mjs ended with {node.ExitCode}.");
            return JsonNode.Parse(lines[^1])!.AsObject().ToDictionary(f => f.Key, f => f.Value!.GetValue<double>());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    static void Print(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) Console.Write($"{cell,12}");
        Console.WriteLine();
    }

    static string Percent(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " %";
    static string Micros(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " µs";
    static string Seconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " s";
    static string Megabytes(double value) => value.ToString("0", CultureInfo.InvariantCulture) + " MB";
}
