using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Postgres;
using MyCavoodle.Hub.Sqlite;

namespace MyCavoodle.Tests.Unit;

/// <summary>A real hub of its own, made by the migrations and gone with the test: a SQLite file, or a database on the PostgreSQL that PGHOST names.</summary>
public sealed class TemporaryHub : IDbContextFactory<HubContext>, IDisposable
{
    readonly string name = $"mycavoodle_{Guid.NewGuid():n}";
    readonly StoreProvider store;
    readonly DbContextOptions<HubContext> options;

    /// <param name="upTo">The last migration to run; null: all.</param>
    /// <param name="mirror">Notes changed rows for a mirror by this clock; null: there is none.</param>
    public TemporaryHub(StoreProvider store = StoreProvider.Sqlite, string? upTo = null, TimeProvider? mirror = null)
    {
        this.store = store;
        var builder = new DbContextOptionsBuilder<HubContext>();
        _ = store == StoreProvider.Postgres ? builder.UsePostgresHub(Address) : builder.UseSqliteHub(Address);
        if (mirror is not null) builder.AddInterceptors(new ChangeNotes(mirror));
        options = builder.Options;
        using var hub = CreateDbContext();
        hub.Database.Migrate(upTo);
    }

    /// <summary>As the settings name it.</summary>
    public StoreOptions Options => new() { Provider = store, ConnectionString = Address };

    string Address => store == StoreProvider.Postgres ? Postgres.Database(name) : $"Data Source={Path};Pooling=False";

    /// <summary>The stores there are on this machine, for theories that must hold on each.</summary>
    public static TheoryData<StoreProvider> Stores =>
        Postgres.IsThere ? [StoreProvider.Sqlite, StoreProvider.Postgres] : [StoreProvider.Sqlite];

    string Path => System.IO.Path.Combine(System.IO.Path.GetTempPath(), name + ".db");

    public HubContext CreateDbContext() => new(options);

    public void Dispose()
    {
        if (store == StoreProvider.Postgres)
        {
            using var hub = CreateDbContext();
            hub.Database.EnsureDeleted();
            return;
        }
        foreach (var file in new[] { Path, Path + "-wal", Path + "-shm" }) File.Delete(file);
    }
}
