using System.Text.RegularExpressions;

namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Texts, and lists written as texts. Places count from 1.</summary>
static class TextFunctions
{
    const int LongestText = 100_000;
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static readonly IReadOnlyList<Function> All =
    [
        Function.Of("CONCATENATE", 1, Function.Many, Kind.Text, v => string.Concat(v.Select(Plain.Text))),
        Function.Of("LOWER", 1, 1, Kind.Text, v => Plain.Text(v[0]).ToLowerInvariant()),
        Function.Of("UPPER", 1, 1, Kind.Text, v => Plain.Text(v[0]).ToUpperInvariant()),
        Function.Of("TRIM", 1, 1, Kind.Text, v => Plain.Text(v[0]).Trim()),
        Function.Of("LEN", 1, 1, Kind.Number, v => (double)Plain.Text(v[0]).Length),
        Function.Of("LEFT", 2, 2, Kind.Text, v => Part(v[0], 0, Plain.Number(v[1]))),
        Function.Of("RIGHT", 2, 2, Kind.Text, v => Part(v[0], Plain.Text(v[0]).Length - Plain.Number(v[1]), Plain.Number(v[1]))),
        Function.Of("MID", 3, 3, Kind.Text, v => Part(v[0], Plain.Number(v[1]) - 1, Plain.Number(v[2]))),
        Function.Of("FIND", 2, 3, Kind.Number, v => (double)Place(v)),
        Function.Of("SEARCH", 2, 3, Kind.Number, v => Place(v) is var place and > 0 ? (double)place : null),
        Function.Of("EXACT", 2, 2, Kind.Number, v => Plain.Text(v[0]) == Plain.Text(v[1])),
        Function.Of("T", 1, 1, Kind.Text, v => v[0] as string),
        Function.Of("REPT", 2, 2, Kind.Text, v => Repeated(Plain.Text(v[0]), Plain.Number(v[1]))),
        Function.Of("SUBSTITUTE", 3, 4, Kind.Text, Substitute),
        Function.Of("REPLACE", 4, 4, Kind.Text, v => Part(v[0], 0, Plain.Number(v[1]) - 1) + Plain.Text(v[3]) + Part(v[0], Plain.Number(v[1]) - 1 + Plain.Number(v[2]), int.MaxValue)),
        Function.Of("ENCODE_URL_COMPONENT", 1, 1, Kind.Text, v => Uri.EscapeDataString(Plain.Text(v[0]))),
        Function.Of("REGEX_MATCH", 2, 2, Kind.Number, v => Matching(v, (text, pattern) => Regex.IsMatch(text, pattern, RegexOptions.None, Patience))),
        Function.Of("REGEX_EXTRACT", 2, 2, Kind.Text, v => Matching(v, (text, pattern) => Regex.Match(text, pattern, RegexOptions.None, Patience) is { Success: true } m ? m.Groups[m.Groups.Count > 1 ? 1 : 0].Value : null)),
        Function.Of("REGEX_REPLACE", 3, 3, Kind.Text, v => Matching(v, (text, pattern) => Regex.Replace(text, pattern, Plain.Text(v[2]), RegexOptions.None, Patience))),
        Function.Of("ARRAYJOIN", 1, 2, Kind.Text, v => string.Join(v.Length > 1 ? Plain.Text(v[1]) : ", ", Plain.Flat([v[0]]).Select(Plain.Text))),
        Function.Of("ARRAYUNIQUE", 1, 1, Kind.Unknown, v => Plain.Flat([v[0]]).DistinctBy(Plain.Text).ToList()),
        Function.Of("ARRAYCOMPACT", 1, 1, Kind.Unknown, v => Plain.Flat([v[0]]).Where(x => !Plain.IsBlank(x)).ToList()),
        Function.Of("ARRAYFLATTEN", 1, 1, Kind.Unknown, v => Plain.Flat([v[0]]).ToList()),
    ];

    static string Repeated(string text, double times) => text.Length == 0 || double.IsNaN(times) ? ""
        : string.Concat(Enumerable.Repeat(text, (int)Math.Clamp(times, 0, LongestText / text.Length)));

    static string Part(object? value, double from, double length)
    {
        var text = Plain.Text(value);
        var start = (int)Math.Clamp(from, 0, text.Length);
        return text.Substring(start, (int)Math.Clamp(length, 0, text.Length - start));
    }

    /// <summary>0 where it is not; letters must agree in case.</summary>
    static int Place(object?[] values)
    {
        var (wanted, text) = (Plain.Text(values[0]), Plain.Text(values[1]));
        var from = values.Length > 2 ? (int)Math.Clamp(Plain.Number(values[2]) - 1, 0, text.Length) : 0;
        return text.IndexOf(wanted, from, StringComparison.Ordinal) + 1;
    }

    static string Substitute(object?[] values)
    {
        var (text, old, made) = (Plain.Text(values[0]), Plain.Text(values[1]), Plain.Text(values[2]));
        if (old.Length == 0) return text;
        if (values.Length < 4) return text.Replace(old, made, StringComparison.Ordinal);
        var at = -1;
        for (var left = (int)Plain.Number(values[3]); left > 0; left--)
            if ((at = text.IndexOf(old, at + 1, StringComparison.Ordinal)) < 0) return text;
        return at < 0 ? text : text[..at] + made + text[(at + old.Length)..];
    }

    static object? Matching(object?[] values, Func<string, string, object?> work)
    {
        try { return work(Plain.Text(values[0]), Plain.Text(values[1])); }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException) { return Failure.Instance; }
    }
}
