using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Postgres;
using MyCavoodle.Hub.Sqlite;
using Npgsql;

namespace MyCavoodle.Bot.Hosting;

/// <summary>Moves the shop from one store to another: brings the tables of both up to date, then copies every row.</summary>
public static class StoreMove
{
    /// <exception cref="ForeignHubException">The target is not this shop's, or the source is no hub.</exception>
    /// <exception cref="DbException">One of the two cannot be reached, read or written.</exception>
    public static async Task<IReadOnlyList<CopyCheck>> RunAsync(StoreOptions from, StoreOptions to, IProgress<CopyProgress> progress, CancellationToken ct, int page = HubCopy.Page)
    {
        await using var source = Open(from);
        await using var target = Open(to);
        // Asked first: opening a SQLite file that is not there would make it.
        if (!await source.Database.CanConnectAsync(ct) || !(await source.Database.GetAppliedMigrationsAsync(ct)).Any())
            throw new ForeignHubException("There is no shop in the source. Which store it is, is told by Store:Provider and Store:ConnectionString.");
        await source.Database.MigrateAsync(ct);
        var copy = new HubCopy(Side(source, from), Side(target, to), progress, page);
        if (await IsOlderHubAsync(target, Side(target, to), ct))
            throw new ForeignHubException("The target holds a shop of an older version. Copy into an empty database.");
        await target.Database.MigrateAsync(ct);
        return await copy.RunAsync(ct);
    }

    /// <summary>One database under two spellings is the same still, as far as the text can tell.</summary>
    public static bool AreOne(StoreOptions one, StoreOptions other) => one.Provider == other.Provider && Place(one) == Place(other);

    /// <summary>A copy that died while it made the tables left empty ones; only rows make it somebody's.</summary>
    static async Task<bool> IsOlderHubAsync(HubContext hub, CopySide side, CancellationToken ct)
    {
        if (!await hub.Database.CanConnectAsync(ct)) return false;
        if (!(await hub.Database.GetAppliedMigrationsAsync(ct)).Any() || !(await hub.Database.GetPendingMigrationsAsync(ct)).Any()) return false;
        await hub.Database.OpenConnectionAsync(ct);
        try
        {
            foreach (var table in CopyTable.All(hub))
                if (await CountAsync(side, table, ct) > 0) return true;
            return false;
        }
        finally
        {
            await hub.Database.CloseConnectionAsync();
        }
    }

    static async Task<long> CountAsync(CopySide side, CopyTable table, CancellationToken ct)
    {
        try
        {
            return await side.CountAsync(table, ct);
        }
        catch (DbException e) when (e is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } or SqliteException { SqliteErrorCode: 1 })
        {
            // A table that its version did not have yet; any other fault is told.
            return 0;
        }
    }

    static HubContext Open(StoreOptions store)
    {
        var options = new DbContextOptionsBuilder<HubContext>();
        options.UseStore(store);
        return new(options.Options);
    }

    static CopySide Side(HubContext hub, StoreOptions store) => new(hub, store.Provider == StoreProvider.Postgres ? new PostgresBulk() : new SqliteBulk());

    static string Place(StoreOptions store)
    {
        if (store.Provider == StoreProvider.Sqlite) return Path.GetFullPath(new SqliteConnectionStringBuilder(store.ConnectionString).DataSource);
        var server = new NpgsqlConnectionStringBuilder(store.ConnectionString);
        return $"{server.Host}:{server.Port}/{server.Database ?? server.Username}";
    }
}
