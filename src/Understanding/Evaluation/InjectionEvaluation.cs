using System.Diagnostics;
using MyCavoodle.Understanding.Injection;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>
/// <c>eval injection</c>: how surely commands to the assistant are told from ordinary messages. A file without the label
/// "attack" in it is taken for ordinary texts and gives the rate of false alarms; <c>--ordinary</c> adds such a file to
/// one of attacks. <c>--train</c> learns from other attacks, with the ordinary texts of the data folder that the file's
/// folder lies in; when it is the same file, no attack is scored by what learned from it: the file is cut into folds.
/// </summary>
public sealed class InjectionEvaluation : IEvaluation
{
    const int Folds = 4;
    const int LeastReadings = 3000;

    public string Name => "injection";
    public string Description => "Commands to the assistant told from ordinary messages: AUROC, recall, false alarms, speed and memory.";
    public bool TakesOrdinary => true;

    public EvalReport Run(EvalRequest request)
    {
        List<InjectionSample> samples = InjectionSample.In(request.File);
        if (request.Ordinary is { } ordinary) samples.AddRange(InjectionSample.In(ordinary).Select(s => s with { IsAttack = false }));
        if (samples.Count == 0) throw new InvalidDataException($"{request.File} holds no text.");
        List<Measured> costs = [];
        var readings = request.Train is { } train ? Learned(train, samples, request, costs) : Read(Shops(request.OfflineFolder), samples, costs);
        var scored = samples.Zip(readings, (sample, reading) => (Sample: sample, Reading: reading)).ToList();
        return new(Name, request.File, [.. Figures(scored), .. costs], [.. Tables(scored)],
            [.. scored.Select(s => new Prediction(Label(s.Sample.IsAttack), Label(s.Reading.IsAttack), s.Reading.Score, s.Sample.Text))]);
    }

    static IEnumerable<Measured> Figures(List<(InjectionSample Sample, InjectionReading Reading)> scored)
    {
        var (attacks, ordinary) = (scored.Where(s => s.Sample.IsAttack).ToList(), scored.Where(s => !s.Sample.IsAttack).ToList());
        yield return new("attacks", attacks.Count);
        yield return new("ordinary texts", ordinary.Count);
        if (attacks.Count > 0 && ordinary.Count > 0) yield return new("AUROC", Auroc.Of(scored.Select(s => (s.Reading.Score, s.Sample.IsAttack))));
        if (attacks.Count > 0) yield return new("recall", Percent(attacks), "%");
        if (ordinary.Count == 0) yield break;
        yield return new("false alarms", ordinary.Count(s => s.Reading.IsAttack));
        yield return new("false alarms, share", Percent(ordinary), "%");
    }

    static double Percent(List<(InjectionSample Sample, InjectionReading Reading)> some) => 100.0 * some.Count(s => s.Reading.IsAttack) / some.Count;

    static IEnumerable<EvalTable> Tables(List<(InjectionSample Sample, InjectionReading Reading)> scored)
    {
        yield return new("Taken for an attack, by source", ["source", "gold", "texts", "taken", "%"],
            [.. scored.GroupBy(s => (s.Sample.Family, s.Sample.IsAttack)).OrderByDescending(g => g.Key.IsAttack).ThenBy(g => g.Key.Family, StringComparer.Ordinal)
                .Select(g => (string[])[g.Key.Family, Label(g.Key.IsAttack), $"{g.Count()}", $"{g.Count(s => s.Reading.IsAttack)}", FormattableString.Invariant($"{Percent([.. g]):0.0}")])]);
        var alarms = scored.Where(s => !s.Sample.IsAttack && s.Reading.IsAttack).OrderByDescending(s => s.Reading.Score).Take(20).ToList();
        if (alarms.Count > 0)
            yield return new("False alarms", ["score", "words", "text"], [.. alarms.Select(a => (string[])[FormattableString.Invariant($"{a.Reading.Score:0.00}"), string.Join(' ', a.Reading.Evidence), Start(a.Sample.Text)])]);
    }

    static string Start(string text) => text.Length <= 100 ? text : text[..100];

    static string Label(bool isAttack) => isAttack ? "attack" : "ordinary";

    static InjectionDetector Shops(string folder)
    {
        var path = Path.Combine(folder, MessageReader.WeightsName);
        if (!File.Exists(path)) throw new InvalidDataException($"There is no {path}: run offline train first, or give --train.");
        return InjectionDetector.From(WeightsFile.Open(path));
    }

    static InjectionReading[] Learned(string train, List<InjectionSample> samples, EvalRequest request, List<Measured> costs)
    {
        var data = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(train))) ?? "";
        var (taught, own, ordinary) = (InjectionSample.In(train), InjectionSample.Own(request.OfflineFolder), OrdinaryTexts.In(data));
        var watch = Stopwatch.StartNew();
        var whole = new InjectionDetector(InjectionTrainer.Learn([.. own, .. taught], ordinary, data));
        costs.Add(new("training", Math.Round(watch.Elapsed.TotalSeconds, 2), "s"));
        var readings = Read(whole, samples, costs);
        if (Path.GetFullPath(train) != Path.GetFullPath(request.File)) return readings;
        for (var fold = 0; fold < Folds; fold++)
        {
            var detector = new InjectionDetector(InjectionTrainer.Learn([.. own, .. taught.Where((_, i) => i % Folds != fold)], ordinary, data));
            for (var i = fold; i < taught.Count; i += Folds) readings[i] = detector.Read(PlainText.Of(samples[i].Text));
        }
        return readings;
    }

    static InjectionReading[] Read(InjectionDetector detector, List<InjectionSample> samples, List<Measured> costs)
    {
        InjectionReading[] readings = [.. samples.Select(s => detector.Read(PlainText.Of(s.Text)))];
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        costs.Add(new("memory, resident", Math.Round(Environment.WorkingSet / 1048576.0, 1), "MB"));
        costs.Add(new("memory, managed", Math.Round(GC.GetTotalMemory(forceFullCollection: false) / 1048576.0, 1), "MB"));
        var times = new double[Math.Max(LeastReadings, samples.Count)];
        for (var i = 0; i < times.Length; i++)
        {
            var from = Stopwatch.GetTimestamp();
            detector.Read(PlainText.Of(samples[i % samples.Count].Text));
            times[i] = Stopwatch.GetElapsedTime(from).TotalMicroseconds;
        }
        Array.Sort(times);
        costs.Add(new("latency p50", Math.Round(times[times.Length / 2], 1), "µs"));
        costs.Add(new("latency p99", Math.Round(times[times.Length * 99 / 100], 1), "µs"));
        return readings;
    }
}
