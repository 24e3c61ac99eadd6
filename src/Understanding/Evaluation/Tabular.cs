using System.IO.Compression;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>Tab-separated texts as the public data sets have them: UTF-8, one header line, no quoting; gzipped when the name ends in .gz.</summary>
public sealed class Tabular
{
    readonly Dictionary<string, int> columns;

    Tabular(string[] header, List<string[]> rows)
    {
        columns = header.Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at, StringComparer.OrdinalIgnoreCase);
        Rows = rows;
    }

    public IReadOnlyList<string[]> Rows { get; }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The field of a row, "" where the row ends before it or the file has no such column.</summary>
    public string Field(string[] row, string column) => columns.TryGetValue(column, out var at) && at < row.Length ? row[at] : "";

    /// <param name="needed">Columns that must be there.</param>
    /// <exception cref="InvalidDataException">One of them is missing, or the file is empty.</exception>
    public static Tabular Read(string path, params string[] needed)
    {
        using var reader = new StreamReader(Open(path));
        if (reader.ReadLine() is not { } header) throw new InvalidDataException($"{path} is empty; a header line is expected.");
        List<string[]> rows = [];
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) rows.Add(line.Split('\t'));
        var table = new Tabular(header.TrimEnd('\r').Split('\t'), rows);
        if (needed.Where(n => !table.Has(n)).ToList() is { Count: > 0 } missing)
            throw new InvalidDataException($"{path}: no column {string.Join(", ", missing)} among {string.Join(", ", table.columns.Keys)}.");
        return table;
    }

    public static Stream Open(string path) =>
        path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
}
