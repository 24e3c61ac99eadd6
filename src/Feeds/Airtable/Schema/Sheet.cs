using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>A mirrored table: its fields, and how its rows are found in the hub.</summary>
public abstract class Sheet
{
    public const string SyncNote = "Sync Note";

    public abstract MirrorTable Table { get; }
    /// <summary>As the table is called in Airtable.</summary>
    public abstract string Name { get; }
    /// <summary>What the table is about, also its description in Airtable.</summary>
    public abstract string Meaning { get; }
    /// <summary>The first is the key by which a row is told from all others, and Airtable's primary field.</summary>
    public abstract IReadOnlyList<SchemaField> Fields { get; }

    public SchemaField Key => Fields[0];
    public IEnumerable<SchemaField> Written => Fields.Where(f => !f.IsByHand);
    public IEnumerable<SchemaField> Systems => Written.Where(f => f.Owner != FieldOwner.Team);
    public IEnumerable<SchemaField> Teams => Written.Where(f => f.Owner == FieldOwner.Team);

    /// <summary>Rows with all that their fields follow from; those that are gone are left out. For reading only.</summary>
    public abstract Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct);

    /// <summary>Rows to take entries of the team over into, tracked and loaded as whole as writing facts asks for.</summary>
    public abstract Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct);

    /// <summary>The rows that have these keys.</summary>
    public abstract Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct);

    public abstract string? NoteOf(object row);
    public abstract void Note(object row, string? note);

    protected static SchemaField ByHand(string name, string result, string meaning, string formula) =>
        new(name, CellType.Formula(result), FieldOwner.System, meaning) { Formula = formula };

    /// <summary>Keys that are ids written as text.</summary>
    protected static IReadOnlyList<long> Ids(IEnumerable<string> keys) => [.. keys.Select(k => long.TryParse(k, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)];

    protected static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A table whose rows are read from <typeparamref name="TRow"/>.</summary>
public abstract class Sheet<TRow> : Sheet where TRow : class
{
    protected static SchemaField Shop(string name, CellType cell, string meaning, Func<TRow, object?> read) =>
        new(name, cell, FieldOwner.Shop, meaning) { Read = (row, _) => read((TRow)row) };

    protected static SchemaField System(string name, CellType cell, string meaning, Func<TRow, object?> read) => System(name, cell, meaning, (row, _) => read(row));

    protected static SchemaField System(string name, CellType cell, string meaning, Func<TRow, Moment, object?> read) =>
        new(name, cell, FieldOwner.System, meaning) { Read = (row, at) => read((TRow)row, at) };

    protected static SchemaField Team<T>(string name, CellType cell, string meaning, Entry<T> entry, Func<TRow, T> get, Action<TRow, T> set) => new(name, cell, FieldOwner.Team, meaning)
    {
        Read = (row, _) => get((TRow)row),
        Take = (row, given) =>
        {
            var current = get((TRow)row);
            var (value, fault) = Cells.Canonical(given) is null ? (default, null) : entry.Read(given!);
            if (fault is not null) return new($"{name}: {fault}; {(current is null ? "it stays empty" : $"{entry.Spoken(current)} stays")}.");
            if (!EqualityComparer<T>.Default.Equals(value, current)) set((TRow)row, value!);
            return TeamEntry.Taken;
        },
    };

    protected static SchemaField Notes(Func<TRow, string?> read) =>
        System(SyncNote, CellType.LongText, "What the editor of this row should know: an entry that was refused and why, or an edit that was put back.", read);

    public sealed override string? NoteOf(object row) => NoteIn((TRow)row);
    public sealed override void Note(object row, string? note) => Note((TRow)row, note);

    protected abstract string? NoteIn(TRow row);
    protected abstract void Note(TRow row, string? note);
}
