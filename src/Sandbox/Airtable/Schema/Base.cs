using System.Diagnostics.CodeAnalysis;
using MyCavoodle.Sandbox.Airtable.Hooks;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>A base: its tables, its webhooks, and the throttle all its callers share.</summary>
sealed class Base(string id, string name, TimeProvider time)
{
    readonly List<Table> tables = [];

    public string Id => id;
    public string Name => name;
    public IReadOnlyList<Table> Tables => tables;
    public Throttle Throttle { get; } = new();
    public List<ChangeHook> Hooks { get; } = [];
    public int LastTransaction { get; set; }
    public DateTimeOffset Now => time.GetUtcNow();

    public bool TryFind(string idOrName, [NotNullWhen(true)] out Table? table) => (table = FindById(idOrName) ?? tables.FirstOrDefault(t => t.Name == idOrName)) is not null;
    public Table? FindById(string? tableId) => tables.FirstOrDefault(t => t.Id == tableId);

    public void Add(Table table) => tables.Add(table);
    public void Remove(Table table) => tables.Remove(table);

    /// <summary>The other side of a link, where there is one.</summary>
    public (Table Table, Field Field)? Inverse(Field link) =>
        link.InverseFieldId is { } inverse && FindById(link.LinkedTableId) is { } table && table.FindById(inverse) is { } field ? (table, field) : null;
}
