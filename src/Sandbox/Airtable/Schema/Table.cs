using System.Diagnostics.CodeAnalysis;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>A table: its columns, its rows in the order they were made, and one grid view of all of it.</summary>
sealed class Table
{
    readonly List<Field> fields = [];
    readonly Dictionary<string, Field> fieldsById = [];
    readonly Dictionary<string, Field> fieldsByName = [];
    readonly Dictionary<string, Row> rowsById = [];
    readonly List<Row?> rows = [];
    readonly List<MergeIndex> indexes = [];
    int lastSlot = -1, lastNumber;

    public string Id { get; init; } = AirtableId.New("tbl");
    public string ViewId { get; } = AirtableId.New("viw");
    public const string ViewName = "Grid view";
    public required string Name { get; set; }
    public string? Description { get; set; }

    public IReadOnlyList<Field> Fields => fields;
    /// <summary>The first field names the row.</summary>
    public Field Primary => fields[0];
    public int Count => rowsById.Count;
    public IEnumerable<Row> Rows => rows.OfType<Row>();

    public int NextSlot() => ++lastSlot;
    public int NextNumber() => ++lastNumber;

    public bool TryFind(string idOrName, [NotNullWhen(true)] out Field? field) => fieldsById.TryGetValue(idOrName, out field) || fieldsByName.TryGetValue(idOrName, out field);
    public Field? FindById(string? id) => id is null ? null : fieldsById.GetValueOrDefault(id);
    public Row? Row(string id) => rowsById.GetValueOrDefault(id);

    public void Add(Field field)
    {
        fields.Add(field);
        (fieldsById[field.Id], fieldsByName[field.Name]) = (field, field);
    }

    public void Remove(Field field)
    {
        fields.Remove(field);
        fieldsById.Remove(field.Id);
        fieldsByName.Remove(field.Name);
        indexes.RemoveAll(i => i.Covers(field));
    }

    public void Rename(Field field, string name)
    {
        fieldsByName.Remove(field.Name);
        field.Name = name;
        fieldsByName[name] = field;
    }

    /// <summary>To be called when a field's cells have become something else altogether.</summary>
    public void Forget(Field field) => indexes.RemoveAll(i => i.Covers(field));

    public void Add(Row row)
    {
        row.Position = rows.Count;
        rows.Add(row);
        rowsById[row.Id] = row;
        foreach (var index in indexes) index.Add(row);
    }

    public void Remove(Row row)
    {
        if (!rowsById.Remove(row.Id)) return;
        foreach (var index in indexes) index.Remove(row);
        rows[row.Position] = null;
        if (rows.Count > 64 && rowsById.Count < rows.Count / 2) CloseGaps();
    }

    /// <summary>Puts a value into a cell, past all rules.</summary>
    public void Set(Row row, Field field, object? value, DateTimeOffset at, User by)
    {
        var touched = indexes.Where(i => i.Covers(field)).ToList();
        foreach (var index in touched) index.Remove(row);
        row.Set(field, value, at, by);
        foreach (var index in touched) index.Add(row);
    }

    /// <summary>Finds rows by the values of some fields; made when first asked for, kept up to date from then on.</summary>
    public MergeIndex IndexOf(IReadOnlyList<Field> by)
    {
        if (indexes.FirstOrDefault(i => i.Fields.SequenceEqual(by)) is { } known) return known;
        var made = new MergeIndex(by);
        foreach (var row in Rows) made.Add(row);
        indexes.Add(made);
        return made;
    }

    void CloseGaps()
    {
        rows.RemoveAll(r => r is null);
        for (var i = 0; i < rows.Count; i++) rows[i]!.Position = i;
    }
}
