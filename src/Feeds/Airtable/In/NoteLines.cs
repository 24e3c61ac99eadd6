namespace MyCavoodle.Feeds.Airtable;

/// <summary>A sync note: one line a field, each beginning with the field's name.</summary>
sealed class NoteLines(string? note)
{
    readonly List<string> lines = [.. (note ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <param name="line">Begins with the field's name and a colon.</param>
    public void Put(SchemaField field, string line)
    {
        Clear(field);
        lines.Add(line);
    }

    public void Clear(SchemaField field) => lines.RemoveAll(l => l.StartsWith(field.Name + ":", StringComparison.Ordinal));

    /// <summary>Forgets what was said about fields of the shop and the system: those edits are long put back.</summary>
    public void ClearPutBacks(Sheet sheet)
    {
        foreach (var field in sheet.Systems) Clear(field);
    }

    public string? Text => lines.Count == 0 ? null : string.Join('\n', lines);
}
