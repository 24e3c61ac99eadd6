using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyCavoodle.Clients;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;
using MyCavoodle.Sandbox;
using MyCavoodle.Tests.Unit.Sandbox;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>An emulated shop and a hub of its own, with the real client and feeds between them.</summary>
sealed class WiredShop : IAsyncDisposable
{
    readonly TemporaryHub hubs;
    readonly ServiceProvider services;

    WiredShop(Bench bench, TemporaryHub hubs, Dictionary<string, string?> more)
    {
        (Bench, this.hubs) = (bench, hubs);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(bench.Settings.Where(s => s.Key.StartsWith("Shopify", StringComparison.Ordinal))).AddInMemoryCollection(more).Build();
        services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddSingleton<TimeProvider>(TimeProvider.System)
            .AddSingleton<IDbContextFactory<HubContext>>(hubs).AddLogging(l => l.SetMinimumLevel(LogLevel.None)).AddClients().AddFeeds().BuildServiceProvider();
    }

    public Bench Bench { get; }

    public static async Task<WiredShop> OpenAsync(StoreProvider store = StoreProvider.Sqlite, Action<SandboxOptions>? configure = null, Dictionary<string, string?>? settings = null) =>
        new(await Bench.OpenAsync(configure, now: TimeProvider.System.GetUtcNow().ToString("O")), new TemporaryHub(store), settings ?? []);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public HubContext Hub() => hubs.CreateDbContext();

    public async Task<T> ReadAsync<T>(Func<HubContext, Task<T>> read)
    {
        await using var hub = Hub();
        return await read(hub);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Bench.DisposeAsync();
        hubs.Dispose();
    }
}
