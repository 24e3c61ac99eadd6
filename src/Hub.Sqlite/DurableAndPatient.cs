using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MyCavoodle.Hub.Sqlite;

/// <summary>
/// Sets every connection up: write-ahead log (readers never wait for the writer), a sync on every commit (what was
/// acknowledged survives a power cut), and patience inside SQLite itself, which wakes sooner than the driver's own retry.
/// </summary>
sealed class DurableAndPatient : DbConnectionInterceptor
{
    const string Patient = "pragma busy_timeout = 10000;";
    const string Durable = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>EF looks read-only whether the file is there. A backup that was put back has no write-ahead log yet, and cannot be given one so.</summary>
    static string PragmasFor(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Patient : Patient + Durable;
}
