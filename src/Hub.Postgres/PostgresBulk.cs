using System.Data;
using System.Data.Common;
using Npgsql;

namespace MyCavoodle.Hub.Postgres;

/// <summary>
/// Moves a whole hub into or out of PostgreSQL, in by binary COPY. PostgreSQL keeps instants to the microsecond and
/// amounts to the column's scale, and no text there can hold the character U+0000.
/// <see href="https://www.postgresql.org/docs/current/datatype.html"/>
/// </summary>
public sealed class PostgresBulk : IBulkStore
{
    public string InOrder(CopyColumn column) => column.Type == typeof(string) ? $"\"{column.Name}\" COLLATE \"C\"" : $"\"{column.Name}\"";

    public object Fit(CopyColumn column, object value) => value switch
    {
        DateTime instant => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond)),
        decimal amount when column.Scale is { } scale => Math.Round(amount, scale, MidpointRounding.AwayFromZero),
        string text when text.Contains('\0', StringComparison.Ordinal) => text.Replace("\0", "", StringComparison.Ordinal),
        _ => value,
    };

    public async Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken ct) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    public async Task<int> WriteAsync(DbConnection connection, CopyTable table, CopyReader rows, int page, CancellationToken ct)
    {
        // One COPY is all or nothing by itself.
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            $"""COPY "{table.Name}" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)""", ct);
        var written = 0;
        while (written < page && await rows.NextAsync(ct))
        {
            await copy.StartRowAsync(ct);
            foreach (var value in rows.Row)
            {
                if (value is null) await copy.WriteNullAsync(ct);
                else await copy.WriteAsync(value, ct);
            }
            written++;
        }
        await copy.CompleteAsync(ct);
        return written;
    }

    public async Task<long> LastNumberAsync(DbConnection connection, CopyTable table, CancellationToken ct)
    {
        await using var name = new NpgsqlCommand("SELECT pg_get_serial_sequence($1, $2)", (NpgsqlConnection)connection)
        {
            Parameters = { new() { Value = $"\"{table.Name}\"" }, new() { Value = table.Numbered } },
        };
        await using var last = new NpgsqlCommand($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {await name.ExecuteScalarAsync(ct)}", (NpgsqlConnection)connection);
        return (long)(await last.ExecuteScalarAsync(ct))!;
    }

    public async Task NumberAfterAsync(DbConnection connection, CopyTable table, long last, CancellationToken ct)
    {
        await using var set = new NpgsqlCommand("SELECT setval(pg_get_serial_sequence($1, $2), $3, $4)", (NpgsqlConnection)connection)
        {
            // A sequence starts at 1 and cannot stand before it.
            Parameters = { new() { Value = $"\"{table.Name}\"" }, new() { Value = table.Numbered }, new() { Value = Math.Max(last, 1) }, new() { Value = last > 0 } },
        };
        await set.ExecuteNonQueryAsync(ct);
    }
}
