using System.Globalization;
using CsvHelper;

namespace MyCavoodle.Feeds;

/// <summary>
/// Reads an export of sessions by day: a column Day or Date (2026-11-20), and a column Sessions; else the first columns
/// whose names contain these words. Other columns are ignored.
/// </summary>
static class SessionCsv
{
    /// <exception cref="FormatException">What is wrong, with the line.</exception>
    public static IReadOnlyList<(DateOnly Day, int Sessions)> Read(string file)
    {
        using var csv = CsvReader.FromFile(file, new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true });
        csv.ReadHeader();
        List<string> names = [.. csv.Headers.Select(n => n.ToLowerInvariant())];
        var day = Column(names, "day", "date") ?? throw new FormatException("there is no column Day");
        var sessions = Column(names, "sessions", "session") ?? throw new FormatException("there is no column Sessions");
        List<(DateOnly, int)> rows = [];
        while (csv.Read())
        {
            var (on, count) = (csv.GetString(day).Split('T', ' ')[0], csv.GetString(sessions).Replace(",", "", StringComparison.Ordinal));
            if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                throw new FormatException($"line {csv.LineNumber}: '{on}' is no day (2026-11-20)");
            if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw new FormatException($"line {csv.LineNumber}: '{count}' is no number of sessions");
            rows.Add((date, number));
        }
        return rows;
    }

    static int? Column(List<string> names, params string[] words)
    {
        var at = names.FindIndex(words.Contains);
        if (at < 0) at = names.FindIndex(n => words.Any(w => n.Contains(w, StringComparison.Ordinal)));
        return at < 0 ? null : at;
    }
}
