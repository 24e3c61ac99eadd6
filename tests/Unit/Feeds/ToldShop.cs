using System.Text;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>A hub that is told of the shop by webhooks alone: no shop can be asked.</summary>
public abstract class ToldShop : IDisposable
{
    readonly TemporaryHub hubs = new();
    readonly ShopifyFeed feed;

    protected ToldShop()
    {
        Facts = new(hubs);
        Intake = new(Facts, TimeProvider.System);
        feed = new(Intake, new(Facts, TimeProvider.System), null!, Options.Create(new ShopifyOptions()));
    }

    protected FactWriter Facts { get; }
    protected ShopIntake Intake { get; }

    protected HubContext Hub() => hubs.CreateDbContext();

    protected async Task<T> ReadAsync<T>(Func<HubContext, Task<T>> read)
    {
        await using var hub = Hub();
        return await read(hub);
    }

    /// <param name="key">Two deliveries with one key are one that was repeated; null: a new one.</param>
    protected Task TellAsync(string topic, string body, string? key = null) =>
        feed.AbsorbAsync(Delivery.From("shopify", new(key ?? Guid.NewGuid().ToString(), topic, Encoding.UTF8.GetBytes(body)), DateTimeOffset.UnixEpoch), default);

    public void Dispose()
    {
        Facts.Dispose();
        hubs.Dispose();
        GC.SuppressFinalize(this);
    }
}
