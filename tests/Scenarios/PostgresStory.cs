using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>The same product on the other store.</summary>
public sealed class PostgresStory
{
    [PostgresFact]
    public async Task On_PostgreSQL_customers_and_the_founder_are_answered_as_on_SQLite()
    {
        var shop = new ShopInABox { Settings = ["--Store:Provider", "Postgres", "--Store:ConnectionString", Postgres.Database($"mycavoodle_{Guid.NewGuid():n}")] };
        await shop.InitializeAsync();
        try
        {
            var order = await shop.ShippedOrderAsync();
            var amy = shop.Contact(ChannelNames.Instagram, "amy");
            await amy.AsksAsync("Where is my order?");
            Assert.Contains(order.TrackingNumber!, await amy.AsksAsync($"{order.Number} and {order.Email}"), StringComparison.Ordinal);
            Assert.Contains("Revenue yesterday: $", await shop.Bella.AsksAsync("revenue yesterday"), StringComparison.Ordinal);
            Assert.Contains("care team", await amy.AsksAsync("can I talk to a person please"), StringComparison.Ordinal);
        }
        finally
        {
            await using (var hub = shop.Hub()) await hub.Database.EnsureDeletedAsync();
            await shop.DisposeAsync();
        }
    }
}
