using System.Data.Common;

namespace MyCavoodle.Hub;

/// <summary>The rows of a table one after the other, each in the same array: a table of any length needs the memory of one row.</summary>
public sealed class CopyReader(DbCommand command, DbDataReader reader, CopyTable table, IBulkStore fit) : IAsyncDisposable
{
    /// <summary>The values of the row in the order of the table's columns.</summary>
    public object?[] Row { get; } = new object?[table.Columns.Count];

    public async ValueTask<bool> NextAsync(CancellationToken ct)
    {
        if (!await reader.ReadAsync(ct)) return false;
        for (var i = 0; i < Row.Length; i++)
            Row[i] = await reader.IsDBNullAsync(i, ct) ? null : fit.Fit(table.Columns[i], Value(reader, i, table.Columns[i].Type));
        return true;
    }

    /// <exception cref="NotSupportedException">The model has a type that no table had before.</exception>
    public static object Value(DbDataReader reader, int at, Type type) => type switch
    {
        _ when type == typeof(long) => reader.GetInt64(at),
        _ when type == typeof(int) => reader.GetInt32(at),
        _ when type == typeof(bool) => reader.GetBoolean(at),
        _ when type == typeof(string) => reader.GetString(at),
        _ when type == typeof(decimal) => reader.GetDecimal(at),
        _ when type == typeof(DateOnly) => reader.GetFieldValue<DateOnly>(at),
        _ when type == typeof(DateTime) => DateTime.SpecifyKind(reader.GetDateTime(at), DateTimeKind.Utc),
        _ when type == typeof(byte[]) => reader.GetFieldValue<byte[]>(at),
        _ => throw new NotSupportedException($"Columns of type {type.Name} are not copied yet."),
    };

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }
}
