using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>
/// Sentences of the Recognizers-Text specifications. A sentence is right when as many times are found as it names and
/// each is one of the values given for it ("Friday" has two: the last and the next). Durations without a place in time
/// and repeated times ("every Monday") name no time here; sentences with nothing else are left out.
/// </summary>
static class DatesRecognizers
{
    sealed record Sentence(string Model, string Text, string Reference, List<Expected> Named);

    sealed record Expected(string Type, string Words, List<string> Values);

    static readonly string[] Placed = ["date", "daterange", "datetime", "datetimerange", "time", "timerange"];

    public static EvalReport Run(string file, JsonElement root)
    {
        List<Sentence> sentences = [.. root.EnumerateArray().Select(Read).OfType<Sentence>()];
        foreach (var sentence in sentences) Found(sentence);
        List<Prediction> predictions = [];
        List<(string Type, bool Right)> values = [];
        List<double> micros = [];
        foreach (var sentence in sentences)
        {
            var started = Stopwatch.GetTimestamp();
            var found = Found(sentence);
            micros.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            var right = sentence.Named.Count == found.Count && sentence.Named.Zip(found).All(p => IsOne(p.First, p.Second));
            values.AddRange(sentence.Named.Select(n => (n.Type, found.Any(f => IsOne(n, f)))));
            predictions.Add(new(string.Join(" + ", sentence.Named.Select(n => $"{n.Type} {string.Join(" | ", n.Values)}")), string.Join(" + ", found.Select(f => $"{Start(f)}..{End(f)}")), right ? 1 : 0, sentence.Text));
        }
        micros.Sort();
        var byModel = sentences.Zip(predictions).GroupBy(p => p.First.Model).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new("dates", file,
        [
            new("exact, whole sentences", predictions.Count == 0 ? 0 : predictions.Average(p => p.Score)),
            new("exact, single values", values.Count == 0 ? 0 : values.Average(v => v.Right ? 1.0 : 0)),
            new("sentences", sentences.Count),
            new("latency p50", DatesEvaluation.Percentile(micros, 0.5), "us"),
            new("latency p99", DatesEvaluation.Percentile(micros, 0.99), "us"),
        ],
        [
            new("Whole sentences by model", ["model", "lines", "exact"], [.. byModel.Select(g => Row(g.Key, [.. g.Select(p => p.Second.Score > 0)]))]),
            new("Other models, by what messages name", ["model", "lines", "exact"], DatesOtherModels.Rows(root)),
            new("Single values by type", ["type", "values", "exact"], [.. values.GroupBy(v => v.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(g.Key, [.. g.Select(v => v.Right)]))]),
        ], predictions);
    }

    static IReadOnlyList<string> Row(string name, List<bool> right) =>
        [name, right.Count.ToString(CultureInfo.InvariantCulture), right.Average(r => r ? 1.0 : 0).ToString("0.000", CultureInfo.InvariantCulture)];

    static IReadOnlyList<TimeMention> Found(Sentence sentence) =>
        TimeReader.Find(sentence.Text, DatesEvaluation.Setting(sentence.Reference, american: !sentence.Model.Contains("en-GB", StringComparison.Ordinal)));

    /// <summary>These specifications end a range of days on the last day it names, as "to the 12th"; here it ends after that day.</summary>
    static bool IsOne(Expected expected, TimeMention found) => expected.Values.Any(v => v == Written(expected.Type, found)
        || expected.Type == "daterange" && found is { IsInterval: true, Grain: TimeGrain.Day, Open: OpenEnd.None } && v == Written("daterange", found with { End = found.End.AddDays(-1) }));

    /// <summary>As the specifications write a value of that type.</summary>
    static string Written(string type, TimeMention found) => type switch
    {
        "date" => found.Grain == TimeGrain.Day && !found.IsInterval ? Day(found.Start) : "",
        "time" => found.Grain < TimeGrain.Day ? found.Start.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "",
        "datetime" => found.Grain < TimeGrain.Day && !found.IsInterval ? Second(found.Start) : "",
        "daterange" => Range(found, Day),
        "timerange" => Range(found, at => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        _ => Range(found, Second),
    };

    static string Range(TimeMention found, Func<DateTime, string> written) => found.Open switch
    {
        OpenEnd.Start => $"..{written(found.Start)}",
        OpenEnd.End => $"{written(found.Start)}..",
        _ => $"{written(found.Start)}..{written(found.End)}",
    };

    static string Start(TimeMention found) => found.Open == OpenEnd.Start ? "" : Second(found.Start);
    static string End(TimeMention found) => found.Open == OpenEnd.End ? "" : Second(found.End);
    static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static string Second(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Null for other models than times, and for sentences that only name durations and repetitions.</summary>
    static Sentence? Read(JsonElement element)
    {
        var model = element.GetProperty("model").GetString()!;
        if (!model.EndsWith("DateTimeModel", StringComparison.Ordinal) || element.GetProperty("reference").GetString() is not { } reference) return null;
        var all = element.GetProperty("results").EnumerateArray().Select(Expect).ToList();
        var named = all.OfType<Expected>().ToList();
        return all.Count > 0 && named.Count < all.Count ? null : new(model, element.GetProperty("input").GetString()!, reference, named);
    }

    static Expected? Expect(JsonElement result)
    {
        if (!result.TryGetProperty("TypeName", out var type)) return null;
        var name = type.GetString()!.Split('.')[^1];
        if (!Placed.Contains(name)) return null;
        return new(name, result.GetProperty("Text").GetString()!, [.. result.GetProperty("Resolution").GetProperty("values").EnumerateArray().Select(Value)]);
    }

    static string Value(JsonElement value)
    {
        string Of(string property) => value.TryGetProperty(property, out var v) ? v.GetString() ?? "" : "";
        return value.TryGetProperty("value", out var single) ? single.GetString()! : $"{Of("start")}..{Of("end")}";
    }
}
