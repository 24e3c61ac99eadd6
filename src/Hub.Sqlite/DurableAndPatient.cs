using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MyCavoodle.Hub.Sqlite;

/// <summary>
/// Sets every connection up: write-ahead log (readers never wait for the writer), a sync on every commit (what was
/// acknowledged survives a power cut), and patience inside SQLite itself, which wakes sooner than the driver's own retry.
/// </summary>
sealed class DurableAndPatient : DbConnectionInterceptor
{
    const string Pragmas = "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; pragma foreign_keys = on;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
