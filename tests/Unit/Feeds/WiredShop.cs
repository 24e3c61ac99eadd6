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
    readonly bool isGuest;

    WiredShop(Bench bench, TemporaryHub hubs, Dictionary<string, string?> more, bool isGuest = false, Action<IServiceCollection>? between = null)
    {
        (Bench, this.hubs, this.isGuest) = (bench, hubs, isGuest);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(bench.Settings.Where(s => s.Key.StartsWith("Shopify", StringComparison.Ordinal))).AddInMemoryCollection(more).Build();
        var registered = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<HubContext>>(hubs).AddLogging(l => l.SetMinimumLevel(LogLevel.None)).AddClients().AddFeeds();
        between?.Invoke(registered);
        services = registered.BuildServiceProvider();
    }

    public Bench Bench { get; }

    /// <param name="between">What stands between the client and the shop.</param>
    public static async Task<WiredShop> OpenAsync(
        StoreProvider store = StoreProvider.Sqlite, Action<SandboxOptions>? configure = null, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? between = null) =>
        new(await Bench.OpenAsync(configure, now: TimeProvider.System.GetUtcNow().ToString("O")), new TemporaryHub(store), settings ?? [], between: between);

    /// <summary>The same shop with another hub.</summary>
    public Task<WiredShop> BesideAsync(StoreProvider store) => Task.FromResult(new WiredShop(Bench, new TemporaryHub(store), [], isGuest: true));

    public IDbContextFactory<HubContext> Hubs => hubs;

    /// <summary>A webhook as the inbox would hold it.</summary>
    public async Task<Delivery> VerifiedAsync(Received webhook)
    {
        var envelope = await Feed.VerifyAsync(new(webhook.Headers, webhook.Body), default);
        return Delivery.From("shopify", envelope ?? throw new InvalidOperationException("The signature fails."), DateTimeOffset.UnixEpoch);
    }

    public Task AbsorbAsync(Delivery delivery) => Feed.AbsorbAsync(delivery, default);

    ShopifyFeed Feed => services.GetServices<ISource>().OfType<ShopifyFeed>().Single();

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
        if (!isGuest) await Bench.DisposeAsync();
        hubs.Dispose();
    }
}
