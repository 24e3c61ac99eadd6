using System.CommandLine;
using System.Globalization;
using MyCavoodle.Understanding;
using MyCavoodle.Understanding.Intents;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>offline train --data FOLDER</c>: rebuilds what the offline understanding has learned, from the public data and the
/// shop's own utterances, and says what got better and worse.
/// </summary>
static class OfflineTrain
{
    const int MostLines = 20;

    public static Command Verb()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "The folder of the public data sets (see NOTICE): ecommerce/, clinc150/, sentiment/ and so on." };
        var words = new Option<DirectoryInfo>("--words") { DefaultValueFactory = _ => new("prompts/offline"), Description = "The shop's own words, with utterances/ in it. Default: prompts/offline." };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write the weights. Default: weights.bin among the shop's own words." };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail if the present weights are not what these words and this data make." };
        var train = new Command("train", "Learns again from the data and the shop's own utterances.") { data, words, output, check };
        train.SetAction(parsed => Run(parsed.GetValue(data), parsed.GetRequiredValue(words), parsed.GetValue(output), parsed.GetValue(check)));
        return new Command("offline", "The understanding that needs no language model.") { train };
    }

    static int Run(DirectoryInfo? data, DirectoryInfo words, FileInfo? output, bool check)
    {
        if (data is not { Exists: true } || !words.Exists)
        {
            Console.Error.WriteLine(data is { Exists: true }
                ? $"{words.FullName} is not there. Run this where prompts/ is, or name the folder with --words."
                : $"{(data is null ? "Say with --data where the public data sets are." : $"{data.FullName} is not there.")} Learning needs the public data sets as well as the shop's own words, also when only these have changed; NOTICE says which sets and where they come from.");
            return 1;
        }
        var path = output?.FullName ?? Path.Combine(words.FullName, MessageReader.WeightsName);
        try
        {
            var weights = Trainers.Train(data.FullName, words.FullName, (trainer, took) => Say($"{trainer.Section,-12} learned in {took.TotalSeconds:0.0} s"));
            var bytes = weights.ToBytes();
            foreach (var (section, size) in weights.Sections) Say($"{section,-12} {size / 1e6:0.00} MB");
            Say($"{"together",-12} {bytes.Length / 1e6:0.00} MB");
            if (check) return Check(path, bytes);
            Compare(weights, File.Exists(path) ? WeightsFile.Open(path) : null, data.FullName);
            File.WriteAllBytes(path, bytes);
            Say($"Written to {path}.");
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    static int Check(string path, byte[] bytes)
    {
        var same = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        if (same) Say($"{path} is what these words and this data make.");
        else Console.Error.WriteLine($"{path} is not what these words and this data make: run offline train, and keep what it writes.");
        return same ? 0 : 1;
    }

    static void Compare(WeightsFile now, WeightsFile? before, string data)
    {
        var lines = TrainingSet.HeldOut(data);
        var score = new IntentScore(IntentModel.Of(now), lines);
        var old = before?.Has(IntentModel.Section) == true ? new IntentScore(IntentModel.Of(before), lines) : null;
        Say($"\nIntents read right on lines that are not learned from, in percent{(old is null ? "" : ", and before")}:");
        var earlier = old?.Parts.ToDictionary(p => p.Part, p => p.Right);
        foreach (var (part, count, right) in score.Parts)
            Say($"  {part,-28} {count,5} {right,7:0.0}{(earlier is null ? "" : $" {earlier[part],7:0.0} {Change(right - earlier[part])}")}");
        if (old is null) return;
        List("Better", score.RightHereOnly(old), "was");
        List("Worse", old.RightHereOnly(score), "now");
    }

    static void List(string heading, IReadOnlyList<(LabelledLine Line, string Other)> changed, string when)
    {
        Say($"\n{heading}: {changed.Count}");
        foreach (var (line, other) in changed.Take(MostLines)) Say($"  {line.Intent} ({when} {other}): {line.Text}");
        if (changed.Count > MostLines) Say($"  and {changed.Count - MostLines} more");
    }

    static string Change(double points) => Math.Abs(points) < 0.05 ? "" : points.ToString("+0.0;-0.0", CultureInfo.InvariantCulture);

    static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
