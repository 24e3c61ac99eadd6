using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>
/// Tells the open desk pages that something was committed, whoever did it: this host, a terminal chat, another host.
/// It asks the database for its own count of commits, which reads no table, once a second for all pages together and
/// not at all while no page is open.
/// </summary>
public sealed partial class HubChanges(IDbContextFactory<HubContext> hubs, TimeProvider time, ILogger<HubChanges> logger) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    /// <summary>Pages are woken this often all the same, so that "5 min ago" stays true.</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<Watch, Func<Task>> watches = new();
    readonly SemaphoreSlim opened = new(0);

    /// <summary>Calls <paramref name="changed"/> after commits, from any thread, until the answer is disposed of.</summary>
    public IDisposable Follow(Func<Task> changed)
    {
        var watch = new Watch(this);
        watches[watch] = changed;
        opened.Release();
        return watch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await opened.WaitAsync(stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogBlind(logger, e);
                await Task.Delay(Look, time, stoppingToken);
                opened.Release();
            }
        }
    }

    async Task LookAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        // SQLite counts the commits of others as one connection sees them, so this one stays open.
        await hub.Database.OpenConnectionAsync(ct);
        try
        {
            await WatchAsync(hub, ct);
        }
        finally
        {
            // The context goes back to the pool, where an open connection would never be closed again.
            await hub.Database.CloseConnectionAsync();
        }
    }

    async Task WatchAsync(HubContext hub, CancellationToken ct)
    {
        var (seen, told) = ("", time.GetTimestamp());
        while (!watches.IsEmpty)
        {
            var stamp = await StampAsync(hub, ct);
            if (stamp != seen || time.GetElapsedTime(told) >= Quiet)
            {
                (seen, told) = (stamp, time.GetTimestamp());
                foreach (var changed in watches.Values) _ = TellAsync(changed);
            }
            await Task.Delay(Look, time, ct);
        }
    }

    async Task TellAsync(Func<Task> changed)
    {
        try
        {
            await Task.Yield();
            await changed();
        }
        catch (Exception e)
        {
            // One page that cannot be refreshed now must not keep the others from it; it is told again.
            LogDeaf(logger, e);
        }
    }

    static async Task<string> StampAsync(HubContext hub, CancellationToken ct)
    {
        await using var command = hub.Database.GetDbConnection().CreateCommand();
        command.CommandText = hub.Database.IsSqlite() ? "pragma data_version" : "select pg_current_snapshot()::text";
        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }

    sealed class Watch(HubChanges changes) : IDisposable
    {
        public void Dispose() => changes.watches.TryRemove(this, out _);
    }

    [LoggerMessage(LogLevel.Warning, "The desk cannot see changes now.")]
    static partial void LogBlind(ILogger logger, Exception e);

    [LoggerMessage(LogLevel.Warning, "A desk page could not be refreshed.")]
    static partial void LogDeaf(ILogger logger, Exception e);
}
