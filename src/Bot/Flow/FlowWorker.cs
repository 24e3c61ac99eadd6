using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Empties one durable queue: the first due item of each lane, several lanes at once. What fails is tried again as
/// <see cref="WorkItem.Fail"/> says, then kept dead with its reason. After a crash the queue is as the last commit left it.
/// </summary>
public abstract partial class FlowWorker<T>(
    IDbContextFactory<HubContext> hubs, WorkBell bell, FlowMeter meter, TimeSpan poll, int atOnce, TimeProvider time, ILogger logger) : BackgroundService
    where T : WorkItem
{
    readonly ConcurrentDictionary<string, byte> busy = new();

    protected IDbContextFactory<HubContext> Hubs => hubs;
    protected TimeProvider Time => time;
    protected WorkBell Bell => bell;
    protected FlowMeter Meter => meter;

    /// <summary>True: an item that waits for its next try holds up its lane, so that order is kept. False: the rest goes on.</summary>
    protected abstract bool KeepsOrder { get; }

    /// <summary>Does the work and commits it together with <see cref="WorkItem.Complete"/>. May be repeated after a crash.</summary>
    protected abstract Task DoAsync(long id, CancellationToken ct);

    /// <summary>What else must happen when an item is given up, in the same commit.</summary>
    protected virtual Task GiveUpAsync(HubContext hub, T item, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The items this process can do.</summary>
    protected virtual IQueryable<T> Mine(IQueryable<T> items) => items;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> inHand = [];
        try
        {
            while (!stoppingToken.IsCancellationRequested) await LookAsync(inHand, stoppingToken);
        }
        finally
        {
            // What is in hand is put down properly before the host takes its services away.
            await Task.WhenAll(inHand);
        }
    }

    async Task LookAsync(List<Task> inHand, CancellationToken ct)
    {
        try
        {
            inHand.RemoveAll(work => work.IsCompleted);
            foreach (var (id, lane) in await NextAsync(ct))
                if (busy.TryAdd(lane, 0)) inHand.Add(RunAsync(id, lane, ct));
            await bell.WaitAsync<T>(poll, time, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogQueueUnreadable(logger, e, typeof(T).Name);
            await Task.Delay(poll, time, ct);
        }
    }

    async Task<List<(long Id, string Lane)>> NextAsync(CancellationToken ct)
    {
        var inHand = busy.Count;
        if (inHand >= atOnce) return [];
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var (now, keepsOrder, enough) = (time.GetUtcNow(), KeepsOrder, atOnce * 2);
        // Its own alone: what another process has to do holds up no lane here.
        var waiting = Mine(hub.Set<T>().AsNoTracking().Where(w => w.State == WorkState.Waiting));
        var next = await waiting
            .Where(w => w.DueAt <= now && !waiting.Any(e => e.Lane == w.Lane && e.Id < w.Id && (keepsOrder || e.DueAt <= now)))
            .OrderBy(w => w.Id).Take(enough).Select(w => new { w.Id, w.Lane }).ToListAsync(ct);
        // Lanes in hand are left out here rather than in the query, whose text then never changes.
        return [.. next.Where(w => !busy.ContainsKey(w.Lane)).Take(atOnce - inHand).Select(w => (w.Id, w.Lane))];
    }

    async Task RunAsync(long id, string lane, CancellationToken ct)
    {
        try
        {
            await Task.Yield();
            await DoAsync(id, ct);
            meter.Done<T>();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host stops; the item stays as it was.
        }
        catch (Exception e)
        {
            await FailAsync(id, e, ct);
        }
        finally
        {
            busy.TryRemove(lane, out _);
            bell.Ring<T>();
        }
    }

    async Task FailAsync(long id, Exception e, CancellationToken ct)
    {
        try
        {
            await using var hub = await hubs.CreateDbContextAsync(ct);
            var item = await hub.Set<T>().SingleAsync(w => w.Id == id, ct);
            // The try failed, the work is done all the same: the provider has shown the message back meanwhile.
            if (item.State != WorkState.Waiting) return;
            var reason = Reason(e);
            if (e is NotUnderstoodException or ProviderException { IsTransient: false }) item.Bury(reason, time.GetUtcNow());
            else item.Fail(reason, time.GetUtcNow(), Random.Shared.NextDouble(), (e as ProviderException)?.RetryAfter);
            if (item.State == WorkState.Dead)
            {
                LogGivenUp(logger, typeof(T).Name, id, reason);
                await GiveUpAsync(hub, item, ct);
            }
            else
            {
                LogTryAgain(logger, typeof(T).Name, id, item.Attempts, reason);
            }
            await hub.SaveChangesAsync(ct);
            meter.Failed<T>(item.State == WorkState.Dead);
        }
        catch (Exception again)
        {
            // Not even the failure could be written: the item is still waiting and comes up again.
            if (ct.IsCancellationRequested) return;
            LogQueueUnreadable(logger, again, typeof(T).Name);
            await Task.Delay(poll, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A provider's no speaks for itself; anything else is a bug or an outage and keeps its type.</summary>
    static string Reason(Exception e) => e is ProviderException or NotUnderstoodException ? e.Message : $"{e.GetType().Name}: {e.Message}";

    [LoggerMessage(LogLevel.Warning, "{Queue} {Id} failed, try {Attempts}: {Reason}")]
    static partial void LogTryAgain(ILogger logger, string queue, long id, int attempts, string reason);

    [LoggerMessage(LogLevel.Error, "{Queue} {Id} given up: {Reason}")]
    static partial void LogGivenUp(ILogger logger, string queue, long id, string reason);

    [LoggerMessage(LogLevel.Error, "The queue of {Queue} cannot be worked on now.")]
    static partial void LogQueueUnreadable(ILogger logger, Exception e, string queue);
}
