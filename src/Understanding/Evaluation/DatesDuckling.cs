using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>
/// One expression a line. An expression is read as the answer to "when?", as duckling's own tests do for its latent
/// ones; the strict figure reads it as part of any text. Texts that are no time are always read as any text.
/// </summary>
static class DatesDuckling
{
    sealed record Line(string Text, string Kind, string Gold, string? Holiday);

    public static EvalReport Run(string file, JsonElement root)
    {
        var setting = DatesEvaluation.Setting(root.GetProperty("reference").GetString()!, american: true);
        List<Line> lines = [.. root.GetProperty("examples").EnumerateArray().Select(Read)];
        List<string> negatives = root.TryGetProperty("negatives", out var none) ? [.. none.EnumerateArray().Select(n => n.GetString()!)] : [];
        foreach (var line in lines) TimeReader.Answer(line.Text, setting);

        List<Prediction> predictions = [];
        List<double> micros = [];
        var strict = 0;
        foreach (var line in lines)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = TimeReader.Answer(line.Text, setting);
            micros.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            var predicted = answer is null ? "" : Written(answer, line.Gold.Contains(' '));
            predictions.Add(new(line.Gold, predicted, predicted == line.Gold ? 1 : 0, line.Text));
            if (TimeReader.Find(line.Text, setting) is [var only] && Written(only, line.Gold.Contains(' ')) == line.Gold) strict++;
        }
        micros.Sort();
        var alarms = negatives.Where(n => TimeReader.Find(n, setting).Count > 0).ToList();
        return new("dates", file,
        [
            new("exact", Share(predictions.Count(p => p.Score > 0), lines.Count)),
            new("exact, as part of any text", Share(strict, lines.Count)),
            new("expressions", lines.Count),
            new("false alarms", alarms.Count, $"of {negatives.Count}"),
            new("latency p50", DatesEvaluation.Percentile(micros, 0.5), "us"),
            new("latency p99", DatesEvaluation.Percentile(micros, 0.99), "us"),
        ],
        [
            new("By kind and grain", ["kind", "lines", "exact"], [.. lines.Zip(predictions).GroupBy(p => p.First.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(g.Key, [.. g.Select(p => p.Second)]))]),
            new("Taken for a time, but none", ["text"], [.. alarms.Select(a => (IReadOnlyList<string>)[a])]),
        ], predictions);
    }

    static IReadOnlyList<string> Row(string kind, List<Prediction> of) =>
        [kind, of.Count.ToString(CultureInfo.InvariantCulture), Share(of.Count(p => p.Score > 0), of.Count).ToString("0.000", CultureInfo.InvariantCulture)];

    static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    static Line Read(JsonElement example)
    {
        var grain = example.GetProperty("grain").GetString()!;
        // The last moment of an interval is given as the first after it.
        var times = example.GetProperty("value").EnumerateArray().Select(v => Time([.. v.EnumerateArray().Select(Part)])).ToList();
        return new(example.GetProperty("text").GetString()!, $"{example.GetProperty("kind").GetString()}, {grain.ToLowerInvariant()}",
            $"{string.Join(' ', times)}/{grain.ToLowerInvariant()}", example.TryGetProperty("holiday", out var h) ? h.GetString() : null);
    }

    static int Part(JsonElement part) => part.ValueKind == JsonValueKind.Number ? (int)part.GetDouble() : (int)double.Parse(part.GetString()!, CultureInfo.InvariantCulture);

    static string Time(int[] p) => $"{p[0]:0000}-{p[1]:00}-{p[2]:00}T{p[3]:00}:{p[4]:00}:{p[5]:00}";

    static string Written(TimeMention mention, bool withEnd)
    {
        static string At(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{At(mention.Start)}{(withEnd ? " " + At(mention.End) : "")}/{mention.Grain.ToString().ToLowerInvariant()}";
    }
}
