using System.Globalization;
using System.Text.Json;
using MyCavoodle.Understanding.Times;
using NodaTime;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>
/// <c>eval dates</c>: time expressions whose value is known, in the format of duckling's corpus (one expression a line
/// and texts that are none) or of the Recognizers-Text specifications (sentences). Both are written by American rules.
/// </summary>
public sealed class DatesEvaluation : IEvaluation
{
    public string Name => "dates";
    public string Description => "Time expressions: exact when the right start, end and grain are found.";

    public EvalReport Run(EvalRequest request)
    {
        using var stream = Tabular.Open(request.File);
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Object when json.RootElement.TryGetProperty("examples", out _) => DatesDuckling.Run(request.File, json.RootElement),
            JsonValueKind.Array => DatesRecognizers.Run(request.File, json.RootElement),
            _ => throw new InvalidDataException($"{request.File}: expected an object with \"reference\" and \"examples\", or a list of specifications."),
        };
    }

    /// <summary>Wall-clock settings of a reference; one without an offset is read as UTC.</summary>
    internal static TimeSetting Setting(string reference, bool american)
    {
        var at = DateTimeOffset.Parse(reference, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new(at, DateTimeZone.ForOffset(Offset.FromTimeSpan(at.Offset))) { IsAmerican = american };
    }

    internal static double Percentile(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
}
