namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// One edit of a base, however many rows it touches: keeps links in step on both sides, and remembers for the webhooks
/// what was before. What goes in has been checked; nothing here fails half-way.
/// </summary>
sealed class Transaction(Base home, Actor actor, DateTimeOffset at)
{
    readonly Dictionary<Table, TableChange> changes = [];

    public Base Home => home;
    public Actor Actor => actor;
    public DateTimeOffset At => at;
    public IReadOnlyDictionary<Table, TableChange> Changes => changes;
    public List<Table> CreatedTables { get; } = [];
    public List<string> DestroyedTables { get; } = [];

    public TableChange Of(Table table) => changes.TryGetValue(table, out var change) ? change : changes[table] = new TableChange();

    public Row Add(Table table, string id, IEnumerable<KeyValuePair<Field, object?>> cells)
    {
        // Airtable tells the time of creation to the second.
        var row = new Row(id, table.NextNumber(), new DateTimeOffset(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero), actor.User);
        var links = new List<KeyValuePair<Field, object?>>();
        foreach (var cell in cells)
            if (cell.Key.IsLink) links.Add(cell);
            else if (cell.Value is not null) row.Set(cell.Key, cell.Value, at, actor.User);
        table.Add(row);
        Of(table).Created.Add(row);
        foreach (var (field, value) in links) Set(table, row, field, value);
        return row;
    }

    public void Set(Table table, Row row, Field field, object? value)
    {
        var before = row[field];
        if (CellValue.AreSame(before, value)) return;
        Remember(table, row, field, before);
        table.Set(row, field, value, at, actor.User);
        if (field.IsLink && home.Inverse(field) is { } inverse) Mirror(inverse.Table, inverse.Field, row.Id, before as List<string> ?? [], value as List<string> ?? []);
    }

    public void Remove(Table table, Row row)
    {
        foreach (var link in table.Fields.Where(f => f.IsLink && row[f] is not null)) Set(table, row, link, null);
        foreach (var link in table.Fields.Where(f => f.IsLink && f.LinkedTableId == table.Id)) Unlink(table, link, row);
        table.Remove(row);
        var change = Of(table);
        change.Changed.Remove(row);
        if (!change.Created.Remove(row)) change.Destroyed.Add(row.Id);
    }

    /// <summary>A table that links to itself has no inverse field to look the referrers up in.</summary>
    void Unlink(Table table, Field link, Row gone)
    {
        foreach (var row in table.Rows)
            if (row[link] is List<string> ids && ids.Contains(gone.Id)) Set(table, row, link, CellValue.OrEmpty([.. ids.Where(i => i != gone.Id)]));
    }

    void Mirror(Table table, Field field, string id, List<string> before, List<string> after)
    {
        foreach (var lost in before.Except(after)) Turn(table, field, lost, list => list.Remove(id));
        foreach (var won in after.Except(before)) Turn(table, field, won, list => list.Add(id));
    }

    void Turn(Table table, Field field, string rowId, Action<List<string>> change)
    {
        if (table.Row(rowId) is not { } row) return;
        var list = row[field] as List<string> ?? [];
        Remember(table, row, field, list.Count == 0 ? null : list);
        change(list);
        table.Set(row, field, CellValue.OrEmpty(list), at, actor.User);
    }

    /// <summary>Only the first value of an edit is the former one. Lists grow in place, so a copy is kept, if anybody will ask.</summary>
    void Remember(Table table, Row row, Field field, object? before)
    {
        if (home.Hooks.Count == 0) return;
        var change = Of(table);
        if (change.Created.Contains(row)) return;
        if (!change.Changed.TryGetValue(row, out var cells)) change.Changed[row] = cells = [];
        cells.TryAdd(field, before is List<string> list ? new List<string>(list) : before);
    }

    /// <summary>Tells the webhooks.</summary>
    public void Commit()
    {
        if (changes.Values.All(c => c.IsEmpty) && CreatedTables.Count == 0 && DestroyedTables.Count == 0) return;
        home.LastTransaction++;
        foreach (var hook in home.Hooks) hook.Notice(this);
    }
}
