using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Cells as formulas see them: names instead of ids, and computed ones worked out now.</summary>
sealed class RowReader(Base home, Table table, DateTimeOffset now, int depth = 0)
{
    /// <summary>Formulas that lead back to themselves end here.</summary>
    const int Deepest = 32;

    public DateTimeOffset Now => now;

    public object? Value(Row row, Field field) => field.Type switch
    {
        "checkbox" => row[field] is true,
        "singleSelect" => row[field] is string id ? field.ChoiceById(id)?.Name : null,
        "multipleSelects" => Each(row[field], id => field.ChoiceById(id)?.Name),
        "multipleRecordLinks" => Linked(row, field) is { Count: > 0 } linked ? linked.Select(r => r.Name).ToList<object?>() : null,
        "singleCollaborator" => User.Find(row[field] as string)?.Name,
        "multipleCollaborators" => Each(row[field], id => User.Find(id)?.Name),
        "multipleAttachments" => (row[field] as JsonArray)?.Select(file => (object?)(string?)file!["filename"]).ToList(),
        "barcode" => (string?)(row[field] as JsonObject)?["text"],
        "createdTime" => row.CreatedAt,
        "lastModifiedTime" => row.ModifiedAt ?? row.CreatedAt,
        "createdBy" => row.CreatedBy.Name,
        "lastModifiedBy" => (row.ModifiedBy ?? row.CreatedBy).Name,
        "autoNumber" => (double)row.Number,
        "formula" => Deeper(reader => field.Formula is { } formula ? formula.Evaluate(new(reader, row)) : Failure.Instance),
        "rollup" => Deeper(reader => field.Formula is { } formula && reader.Gathered(row, field) is { } values ? formula.Evaluate(new(reader, row, values)) : Failure.Instance),
        "multipleLookupValues" => Deeper(reader => reader.Gathered(row, field) is { } values ? values.Count == 0 ? null : values : Failure.Instance),
        "count" => table.FindById(field.FollowedFieldId) is { } link ? (double)(row[link] as List<string> ?? []).Count : Failure.Instance,
        _ => row[field],
    };

    /// <summary>The first field, as text: how people see a row from another table.</summary>
    public string Name(Row row) => Plain.Text(Value(row, table.Primary));

    /// <summary>The rows a link leads to, with their names.</summary>
    public List<(Row Row, string Name)> Linked(Row row, Field link)
    {
        if (row[link] is not List<string> ids || home.FindById(link.LinkedTableId) is not { } other || depth >= Deepest) return [];
        var reader = new RowReader(home, other, now, depth + 1);
        return [.. ids.Select(other.Row).OfType<Row>().Select(r => (r, reader.Name(r)))];
    }

    /// <summary>What a rollup or lookup takes from the rows its link leads to; null where link or field is gone.</summary>
    List<object?>? Gathered(Row row, Field field)
    {
        if (table.FindById(field.FollowedFieldId) is not { } link || home.FindById(link.LinkedTableId) is not { } other || other.FindById(field.TakenFieldId) is not { } taken) return null;
        var reader = new RowReader(home, other, now, depth);
        var rows = (row[link] as List<string> ?? []).Select(other.Row).OfType<Row>();
        return [.. Plain.Flat(rows.Select(r => reader.Value(r, taken))).Where(v => v is not null)];
    }

    object? Deeper(Func<RowReader, object?> work) => depth >= Deepest ? Failure.Instance : work(new RowReader(home, table, now, depth + 1));

    static List<object?>? Each(object? cell, Func<string, object?> name) => (cell as List<string>)?.Select(name).ToList();
}
