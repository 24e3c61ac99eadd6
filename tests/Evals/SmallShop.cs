using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Sqlite;

namespace MyCavoodle.Tests.Evals;

/// <summary>
/// A hub with a small shop in it, the same for every conversation: a SQLite file made once by the migrations and copied
/// for each. It is Wednesday 25 November 2026, half past ten in Sydney.
/// </summary>
public sealed class SmallShop : IDbContextFactory<HubContext>, IDisposable
{
    public static readonly DateTimeOffset Now = Sydney.At(new(2026, 11, 25), new(10, 30));

    static readonly Lazy<string> Stocked = new(Stock);

    readonly string path = Fresh();

    public SmallShop() => File.Copy(Stocked.Value, path);

    public HubContext CreateDbContext() => Open(path);

    public void Dispose()
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
    }

    static string Fresh() => Path.Combine(Path.GetTempPath(), $"mycavoodle_talk_{Guid.NewGuid():n}.db");

    static HubContext Open(string path)
    {
        var builder = new DbContextOptionsBuilder<HubContext>();
        builder.UseSqliteHub($"Data Source={path};Pooling=False");
        return new(builder.Options);
    }

    static string Stock()
    {
        var path = Fresh();
        using (var hub = Open(path))
        {
            hub.Database.Migrate();
            hub.Products.AddRange(Shelves.Products);
            hub.Customers.AddRange(Regulars.Customers);
            hub.SaveChanges();
            hub.Orders.AddRange(Regulars.Orders);
            hub.AdDays.AddRange(Days(d => new AdDay { Date = d, Spend = 40 + d.Day, ReadAt = Now }));
            hub.SessionDays.AddRange(Days(d => new SessionDay { Date = d, Sessions = 300 + 2 * d.Day, Source = SessionSource.Csv, ReadAt = Now }));
            hub.SaveChanges();
            hub.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => { foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file); };
        return path;
    }

    static IEnumerable<T> Days<T>(Func<DateOnly, T> make) => Enumerable.Range(0, 85).Select(back => make(Sydney.DateOf(Now).AddDays(-back)));
}
