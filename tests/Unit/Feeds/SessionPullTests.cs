using Microsoft.EntityFrameworkCore;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>Visits to the store, from the shop's analytics or from a file somebody dropped.</summary>
public sealed class SessionPullTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("mycavoodle-sessions-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_shops_own_count_is_read_and_the_day_says_so()
    {
        await using var shop = await OpenAsync();
        await shop.Get<SessionPull>().PullAsync(default);

        var today = Sydney.DateOf(TimeProvider.System.GetUtcNow());
        var day = await shop.ReadAsync(hub => hub.DailyFigures.SingleAsync(d => d.Date == today.AddDays(-1)));
        Assert.True(day.Sessions > 0);
        Assert.Equal(SessionSource.ShopifyAnalytics, day.SessionsFrom);
    }

    [Fact]
    public async Task A_file_fills_the_days_the_shop_does_not_tell_and_never_overwrites_one_it_does()
    {
        await using var shop = await OpenAsync();
        await shop.Get<SessionPull>().PullAsync(default);
        var yesterday = Sydney.DateOf(TimeProvider.System.GetUtcNow()).AddDays(-1);
        var told = await shop.ReadAsync(hub => hub.SessionDays.Where(d => d.Date == yesterday).Select(d => d.Sessions).SingleAsync());
        Drop("export.csv", $"Day,Sessions,Online store visitors\n2020-01-05,\"1,234\",900\n{yesterday:yyyy-MM-dd},7,5\n");

        await shop.Get<SessionPull>().PullAsync(default);
        await shop.Get<SessionPull>().PullAsync(default);

        await using var hub = shop.Hub();
        var old = await hub.DailyFigures.SingleAsync(d => d.Date == new DateOnly(2020, 1, 5));
        Assert.Equal((1234, SessionSource.Csv), (old.Sessions, old.SessionsFrom));
        Assert.Equal(told, (await hub.SessionDays.SingleAsync(d => d.Date == yesterday)).Sessions);
        Assert.True(File.Exists(Path.Combine(folder, "read", "export.csv")));
    }

    [Theory]
    [InlineData("Day,Visits\n2026-11-01,3\n", "there is no column Sessions")]
    [InlineData("Day,Sessions\n2026-11-01,3\n1/11/2026,4\n", "line 3: '1/11/2026' is no day (2026-11-20)")]
    [InlineData("Day,Sessions\n2026-11-01,many\n", "line 2: 'many' is no number of sessions")]
    [InlineData("", "there is no column Day")]
    public async Task A_file_that_cannot_be_read_is_put_aside_with_the_reason_and_changes_nothing(string text, string why)
    {
        await using var shop = await OpenAsync();
        Drop("bad.csv", text);
        await shop.Get<SessionPull>().PullAsync(default);

        Assert.Equal(why, await File.ReadAllTextAsync(Path.Combine(folder, "refused", "bad.csv.why.txt")));
        Assert.True(File.Exists(Path.Combine(folder, "refused", "bad.csv")));
        Assert.False(await shop.ReadAsync(hub => hub.SessionDays.AnyAsync(d => d.Source == SessionSource.Csv)));
    }

    Task<WiredShop> OpenAsync() =>
        WiredShop.OpenAsync(configure: o => (o.Orders, o.Customers) = (30, 10), settings: new() { ["Sessions:DropFolder"] = folder });

    void Drop(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
