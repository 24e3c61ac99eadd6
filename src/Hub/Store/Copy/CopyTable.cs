using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MyCavoodle.Hub;

/// <summary>A column as both databases know it.</summary>
/// <param name="Type">What the driver gives and takes: long, string, DateTime in UTC …</param>
/// <param name="Scale">Decimals kept behind the point; null where it says nothing.</param>
public sealed record CopyColumn(string Name, Type Type, int? Scale);

/// <summary>A table of the hub, read from the model, so that a new noun is copied without a line about it.</summary>
/// <param name="Key">The columns of its primary key: the order in which its rows are copied.</param>
/// <param name="Numbered">The column whose values the database gives out itself; null without one.</param>
public sealed record CopyTable(string Name, IReadOnlyList<CopyColumn> Columns, IReadOnlyList<CopyColumn> Key, string? Numbered)
{
    public IReadOnlyList<CopyColumn> Decimals { get; } = [.. Columns.Where(c => c.Type == typeof(decimal))];

    /// <summary>Every table, those that others refer to before those that refer to them.</summary>
    public static IReadOnlyList<CopyTable> All(HubContext hub)
    {
        var waiting = hub.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        List<ITable> placed = [];
        while (waiting.Count > 0)
        {
            var free = waiting.Where(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || placed.Contains(f.PrincipalTable))).ToList();
            if (free.Count == 0) throw new NotSupportedException($"Tables refer to each other in a circle: {string.Join(", ", waiting.Select(t => t.Name))}.");
            placed.AddRange(free);
            waiting.RemoveAll(free.Contains);
        }
        return [.. placed.Select(Of)];
    }

    static CopyTable Of(ITable table)
    {
        var columns = table.Columns.Select(Of).ToDictionary(c => c.Name);
        var key = table.PrimaryKey!.Columns;
        var numbered = key is [var only] && only.PropertyMappings[0].Property.ValueGenerated == ValueGenerated.OnAdd && columns[only.Name].Type == typeof(long);
        return new(table.Name, [.. columns.Values], [.. key.Select(k => columns[k.Name])], numbered ? key[0].Name : null);
    }

    static CopyColumn Of(IColumn column) => new(
        column.Name, Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType, column.PropertyMappings[0].Property.GetScale());
}
