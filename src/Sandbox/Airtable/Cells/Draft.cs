namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// What a request would do, worked out before anything is done: a batch succeeds or fails as a whole. Typecast may need new
/// choices and new rows in linked tables; they wait here too.
/// </summary>
sealed class Draft(Base home)
{
    sealed record Pending(Table Table, string Id, Row? Existing, Dictionary<Field, object?> Cells);

    readonly List<Pending> rows = [];
    readonly Dictionary<Field, List<Choice>> choices = [];
    readonly Dictionary<(Table, string), string> linked = [];

    public Base Home => home;

    public string Create(Table table, Dictionary<Field, object?> cells)
    {
        var id = AirtableId.New("rec");
        rows.Add(new(table, id, null, cells));
        return id;
    }

    public void Update(Table table, Row row, Dictionary<Field, object?> cells) => rows.Add(new(table, row.Id, row, cells));

    public Choice ChoiceNamed(Field field, string name)
    {
        if (!choices.TryGetValue(field, out var made)) choices[field] = made = [];
        if (made.FirstOrDefault(c => c.Name == name) is { } known) return known;
        var choice = Choice.New(name, null, field.Choices.Count + made.Count);
        made.Add(choice);
        return choice;
    }

    /// <summary>The row of another table with this in its first field; a new one if there is none.</summary>
    /// <param name="table">The linked table.</param>
    /// <param name="text">As the cell reads.</param>
    /// <param name="value">What its first field would hold.</param>
    public string RowNamed(Table table, string text, object? value)
    {
        if (table.IndexOf([table.Primary]).Find(_ => value) is [var found, ..]) return found.Id;
        if (linked.TryGetValue((table, text), out var id)) return id;
        return linked[(table, text)] = Create(table, new() { [table.Primary] = value });
    }

    /// <summary>Does it all.</summary>
    public void Apply(Transaction transaction)
    {
        foreach (var (field, made) in choices)
            foreach (var choice in made) field.Add(choice);
        // A row made for a link must be there before the row that links to it.
        foreach (var row in rows.Where(r => r.Existing is null && linked.ContainsValue(r.Id))) transaction.Add(row.Table, row.Id, row.Cells);
        foreach (var row in rows.Where(r => r.Existing is not null || !linked.ContainsValue(r.Id)))
            if (row.Existing is null) transaction.Add(row.Table, row.Id, row.Cells);
            else foreach (var (field, value) in row.Cells) transaction.Set(row.Table, row.Existing, field, value);
    }
}
