using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>One of the two hubs of a copy: its open connection, and the ways of its database.</summary>
public sealed class CopySide(HubContext hub, IBulkStore store)
{
    public HubContext Hub => hub;
    public IBulkStore Store => store;
    public DbConnection Connection => hub.Database.GetDbConnection();

    public async Task<long> CountAsync(CopyTable table, CancellationToken ct) =>
        Convert.ToInt64(await ScalarAsync($"""SELECT count(*) FROM "{table.Name}" """, ct), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The key of the last row, in the order of copying; null: there is no row.</summary>
    public async Task<object[]?> LastKeyAsync(CopyTable table, CancellationToken ct)
    {
        await using var command = Command($"""
            SELECT {string.Join(", ", table.Key.Select(k => $"\"{k.Name}\""))} FROM "{table.Name}"
            ORDER BY {string.Join(", ", table.Key.Select(k => $"{store.InOrder(k)} DESC"))} LIMIT 1
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? [.. table.Key.Select((k, i) => CopyReader.Value(reader, i, k.Type))] : null;
    }

    /// <summary>The rows in the order of their keys, as <paramref name="fit"/> can keep them.</summary>
    /// <param name="after">Only rows behind this key.</param>
    /// <param name="upTo">Only rows up to this key, itself included.</param>
    public async Task<CopyReader> ReadAsync(CopyTable table, IBulkStore fit, object[]? after, object[]? upTo, CancellationToken ct)
    {
        var keys = string.Join(", ", table.Key.Select(store.InOrder));
        var bound = after ?? upTo;
        var where = bound is null ? "" : $"WHERE ({keys}) {(after is null ? "<=" : ">")} ({string.Join(", ", bound.Select((_, i) => $"@k{i}"))})";
        var command = Command($"""
            SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM "{table.Name}" {where} ORDER BY {keys}
            """);
        foreach (var (value, i) in (bound ?? []).Select((value, i) => (value, i)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@k{i}", value);
            command.Parameters.Add(parameter);
        }
        return new(command, await command.ExecuteReaderAsync(ct), table, fit);
    }

    async Task<object?> ScalarAsync(string sql, CancellationToken ct)
    {
        await using var command = Command(sql);
        return await command.ExecuteScalarAsync(ct);
    }

    DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        return command;
    }
}
