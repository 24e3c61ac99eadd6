using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MyCavoodle.Bot.Desk;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Sqlite;

namespace MyCavoodle.Tests.Unit.Desk;

/// <summary>The desk watches the hub over a connection it keeps open, and takes nothing with it when the last page is closed.</summary>
public sealed class WatcherTests
{
    [Fact]
    public async Task The_context_it_watched_with_goes_back_to_the_pool_closed()
    {
        var file = Path.Combine(Path.GetTempPath(), $"mycavoodle-{Guid.NewGuid():n}.db");
        await using var services = new ServiceCollection().AddPooledDbContextFactory<HubContext>(o => o.UseSqliteHub($"Data Source={file};Pooling=False"), poolSize: 1).BuildServiceProvider();
        var hubs = services.GetRequiredService<IDbContextFactory<HubContext>>();
        using var changes = new HubChanges(hubs, TimeProvider.System, NullLogger<HubChanges>.Instance);
        await changes.StartAsync(default);
        var told = new TaskCompletionSource();
        var page = changes.Follow(() => Task.FromResult(told.TrySetResult()));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));

        page.Dispose();
        await changes.StopAsync(default);

        await using (var hub = hubs.CreateDbContext()) Assert.Equal(ConnectionState.Closed, hub.Database.GetDbConnection().State);
        File.Delete(file);
    }
}
