using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Sqlite;

namespace MyCavoodle.Tests.Unit;

/// <summary>A real hub in a file of its own, made by the migrations and gone with the test.</summary>
public sealed class TemporaryHub : IDbContextFactory<HubContext>, IDisposable
{
    readonly string path = Path.Combine(Path.GetTempPath(), $"mycavoodle-{Guid.NewGuid():n}.db");
    readonly DbContextOptions<HubContext> options;

    public TemporaryHub()
    {
        var builder = new DbContextOptionsBuilder<HubContext>();
        builder.UseSqliteHub($"Data Source={path};Pooling=False");
        options = builder.Options;
        using var hub = CreateDbContext();
        hub.Database.Migrate();
    }

    public HubContext CreateDbContext() => new(options);

    public void Dispose()
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
    }
}
