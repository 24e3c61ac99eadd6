using Microsoft.Extensions.Logging.Abstractions;
using MyCavoodle.Bot.Desk;
using Xunit;

namespace MyCavoodle.Tests.Unit.Desk;

public sealed class HubChangesTests : IDisposable
{
    readonly DeskBench bench = new();

    [Fact]
    public async Task A_page_is_told_of_a_commit_made_through_another_connection()
    {
        using var changes = new HubChanges(bench.Hubs, TimeProvider.System, NullLogger<HubChanges>.Instance);
        await changes.StartAsync(default);
        var told = new SemaphoreSlim(0);
        using (changes.Follow(() => Task.FromResult(told.Release())))
        {
            // The first look, which only learns how things stand.
            Assert.True(await told.WaitAsync(TimeSpan.FromSeconds(10)));

            await bench.HeardAsync("amy");

            Assert.True(await told.WaitAsync(TimeSpan.FromSeconds(10)));
        }
        await changes.StopAsync(default);
    }

    public void Dispose() => bench.Dispose();
}
