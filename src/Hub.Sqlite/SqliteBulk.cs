using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MyCavoodle.Hub.Sqlite;

/// <summary>Moves a whole hub into or out of a SQLite file.</summary>
public sealed class SqliteBulk : IBulkStore
{
    public string InOrder(CopyColumn column) => $"\"{column.Name}\"";

    public object Fit(CopyColumn column, object value) => value;

    public Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken ct) =>
        // Deferred: it reads, and holds no writer up.
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public async Task<int> WriteAsync(DbConnection connection, CopyTable table, CopyReader rows, int page, CancellationToken ct)
    {
        await using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: false);
        await using var insert = ((SqliteConnection)connection).CreateCommand();
        insert.CommandText = $"""
            INSERT INTO "{table.Name}" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))})
            VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@v{i}"))})
            """;
        var values = table.Columns.Select((_, i) => insert.Parameters.Add(new($"@v{i}", DBNull.Value))).ToArray();
        var written = 0;
        while (written < page && await rows.NextAsync(ct))
        {
            for (var i = 0; i < values.Length; i++) values[i].Value = rows.Row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
            written++;
        }
        await transaction.CommitAsync(ct);
        return written;
    }

    public async Task<long> LastNumberAsync(DbConnection connection, CopyTable table, CancellationToken ct) =>
        await Numbers(connection, "SELECT seq FROM sqlite_sequence WHERE name = @table", table).ExecuteScalarAsync(ct) as long? ?? 0;

    public async Task NumberAfterAsync(DbConnection connection, CopyTable table, long last, CancellationToken ct)
    {
        // The file's own list of numbers has no unique key to insert over.
        var known = await Numbers(connection, "UPDATE sqlite_sequence SET seq = @last WHERE name = @table", table, last).ExecuteNonQueryAsync(ct);
        if (known == 0) await Numbers(connection, "INSERT INTO sqlite_sequence (name, seq) VALUES (@table, @last)", table, last).ExecuteNonQueryAsync(ct);
    }

    static SqliteCommand Numbers(DbConnection connection, string sql, CopyTable table, long last = 0)
    {
        var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@table", table.Name);
        command.Parameters.AddWithValue("@last", last);
        return command;
    }
}
