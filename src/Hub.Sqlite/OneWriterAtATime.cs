using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MyCavoodle.Hub.Sqlite;

/// <summary>
/// SQLite lets one writer in at a time and has the others sleep and look again. Within this process they queue here
/// instead, first come first served, and wake at once; only other processes are left to SQLite's own waiting.
/// The queue is for speed alone: whoever has waited longer than <paramref name="patience"/> goes on and takes the place of a
/// writer that never said it was done, and SQLite's own lock decides.
/// </summary>
sealed class OneWriterAtATime(TimeSpan patience) : IDbTransactionInterceptor, IDbConnectionInterceptor, IDisposable
{
    readonly SemaphoreSlim turn = new(1);
    readonly ConcurrentDictionary<DbConnection, bool> writing = new();

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (!writing.ContainsKey(connection)) turn.Wait(patience);
        writing[connection] = true;
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        // A connection has one transaction: where it seems to be writing already, the one before ended without a word.
        if (!writing.ContainsKey(connection)) await turn.WaitAsync(patience, cancellationToken);
        writing[connection] = true;
        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.Context?.Database.GetDbConnection());

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.Context?.Database.GetDbConnection());

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    // A transaction that is only disposed of says nothing, but its connection is closed with it.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    void Leave(DbConnection? connection)
    {
        // Never more than one place: a writer that was given up may come back to leave.
        if (connection is not null && writing.TryRemove(connection, out _) && turn.CurrentCount == 0) turn.Release();
    }

    public void Dispose() => turn.Dispose();
}
