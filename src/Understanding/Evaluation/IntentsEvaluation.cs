using System.Diagnostics;
using MyCavoodle.Understanding.Intents;
using MyCavoodle.Understanding.Learning;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>
/// <c>eval intents</c>: the shop's own classifier, or with <c>--train</c> the same learner trained on other texts, also with other labels.
/// Several files to train on are parted by commas. With the same file twice no text is scored by what learned from it: the file is cut into folds.
/// </summary>
public sealed class IntentsEvaluation : IEvaluation
{
    /// <summary>Texts are read again until there are as many times taken, so that short files give steady figures.</summary>
    const int LeastReadings = 3000;

    const int Folds = 5;

    /// <summary>As long as NLP.js is given in <c>tools/nlpjs</c>.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    public string Name => "intents";
    public string Description => "What texts are about: accuracy, F1 by intent, out-of-scope, calibration, speed and memory.";

    public EvalReport Run(EvalRequest request)
    {
        var texts = IntentsFile.Read(request.File);
        List<Measured> costs = [];
        var (labels, read) = request.Train is { } train ? Learned(train, costs) : Shops(request.OfflineFolder);
        Weigh(costs);
        Time(read, texts, costs);
        var isItsOwnTeacher = request.Train is { } taught && Path.GetFullPath(taught) == Path.GetFullPath(request.File);
        var scores = new IntentsScores(isItsOwnTeacher ? Folded(texts) : texts.Select(t => (t, read(t.Text))));
        return new(Name, request.File, [new("texts", texts.Count), new("labels", labels), .. scores.Figures, .. costs], [.. scores.Tables], scores.Predictions);
    }

    static IEnumerable<(LabelledText, Classification)> Folded(IReadOnlyList<LabelledText> texts) =>
        Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var learned = TextClassifier.Learn([.. texts.Where((_, i) => i % Folds != fold).Select(t => new Example(t.Text, t.Intent))]);
            return texts.Where((_, i) => i % Folds == fold).Select(t => (t, learned.Classify(t.Text)));
        });

    /// <summary>As the bot reads.</summary>
    static (int Labels, Func<string, Classification> Read) Shops(string folder)
    {
        var path = Path.Combine(folder, MessageReader.WeightsName);
        if (!File.Exists(path)) throw new InvalidDataException($"There is no {path}: run offline train first, or give --train.");
        return (Intents.Intents.All.Count, IntentModel.Of(WeightsFile.Open(path)).Classify);
    }

    static (int Labels, Func<string, Classification> Read) Learned(string train, List<Measured> costs)
    {
        var examples = IntentsFile.Examples(train);
        var watch = Stopwatch.StartNew();
        var learned = TextClassifier.Learn(examples);
        costs.Add(new("training", Math.Round(watch.Elapsed.TotalSeconds, 2), "s"));
        // What is scored is what would ship: written, and read back.
        using var bytes = new MemoryStream();
        learned.Write(new BinaryWriter(bytes));
        costs.Add(new("weights", Math.Round(bytes.Length / 1048576.0, 2), "MB"));
        bytes.Position = 0;
        var kept = TextClassifier.Read(new BinaryReader(bytes));
        return (kept.Labels.Count, kept.Classify);
    }

    /// <summary>What the process holds once what was needed for learning is gone.</summary>
    static void Weigh(List<Measured> costs)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        costs.Add(new("memory, resident", Math.Round(Environment.WorkingSet / 1048576.0, 1), "MB"));
        costs.Add(new("memory, managed", Math.Round(GC.GetTotalMemory(forceFullCollection: false) / 1048576.0, 1), "MB"));
    }

    static void Time(Func<string, Classification> read, IReadOnlyList<LabelledText> texts, List<Measured> costs)
    {
        // The first readings are slower: the code is still being compiled, in the background and in steps.
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < LeastReadings || warm.Elapsed < WarmUp; i++) read(texts[i % texts.Count].Text);
        var times = new double[Math.Max(LeastReadings, texts.Count)];
        for (var i = 0; i < times.Length; i++)
        {
            var from = Stopwatch.GetTimestamp();
            read(texts[i % texts.Count].Text);
            times[i] = Stopwatch.GetElapsedTime(from).TotalMicroseconds;
        }
        costs.Add(new("predictions, one thread", Math.Round(times.Length / (times.Sum() / 1e6)), "/s"));
        Array.Sort(times);
        costs.Add(new("latency p50", Math.Round(times[times.Length / 2], 1), "µs"));
        costs.Add(new("latency p99", Math.Round(times[times.Length * 99 / 100], 1), "µs"));
    }
}
