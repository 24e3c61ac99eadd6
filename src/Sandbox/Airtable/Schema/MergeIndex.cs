using System.Globalization;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Rows by the values of one to three fields, so that an upsert need not look at every row. Empty keys are not kept.</summary>
sealed class MergeIndex(IReadOnlyList<Field> fields)
{
    readonly Dictionary<string, List<Row>> rows = [];

    public IReadOnlyList<Field> Fields => fields;

    public bool Covers(Field field) => fields.Contains(field);

    public void Add(Row row)
    {
        var key = Key(field => row[field]);
        if (key.Length == 0) return;
        if (!rows.TryGetValue(key, out var same)) rows[key] = same = new(1);
        same.Add(row);
    }

    public void Remove(Row row)
    {
        var key = Key(field => row[field]);
        if (!rows.TryGetValue(key, out var same)) return;
        same.Remove(row);
        if (same.Count == 0) rows.Remove(key);
    }

    public IReadOnlyList<Row> Find(Func<Field, object?> value) => rows.GetValueOrDefault(Key(value)) ?? [];

    string Key(Func<Field, object?> value) => fields.Count == 1 ? Text(value(fields[0])) : string.Join('\u001f', fields.Select(f => Text(value(f))));

    static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable<string> list => string.Join('\u001e', list.Order(StringComparer.Ordinal)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
