using System.Data.Common;

namespace MyCavoodle.Hub;

/// <summary>What each database does in its own way when a whole hub is moved. Connections are open; their owner closes them.</summary>
public interface IBulkStore
{
    /// <summary>A key column in the order that is the same in every database: by the bytes of its UTF-8.</summary>
    string InOrder(CopyColumn column);

    /// <summary>The value as this database can keep it: it may know finer instants or longer fractions no more.</summary>
    object Fit(CopyColumn column, object value);

    /// <summary>All reading until the end of it sees the hub as it is now.</summary>
    Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Writes up to <paramref name="page"/> rows, all or none of them.</summary>
    /// <returns>How many there were; fewer than a page: the rows have come to their end.</returns>
    Task<int> WriteAsync(DbConnection connection, CopyTable table, CopyReader rows, int page, CancellationToken ct);

    /// <summary>The last number the database gave to a row of this table, also if that row is gone; 0: none yet.</summary>
    Task<long> LastNumberAsync(DbConnection connection, CopyTable table, CancellationToken ct);

    /// <summary>The next number given out is the one after this.</summary>
    Task NumberAfterAsync(DbConnection connection, CopyTable table, long last, CancellationToken ct);
}
