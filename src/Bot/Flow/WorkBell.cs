using System.Collections.Concurrent;
using System.Threading.Channels;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>Wakes the worker of a queue as soon as there is work, instead of at its next look. Rung after a commit; a lost ring only costs time.</summary>
public sealed class WorkBell
{
    readonly ConcurrentDictionary<Type, Channel<bool>> bells = new();

    public void Ring<T>() where T : WorkItem => For(typeof(T)).Writer.TryWrite(true);

    /// <summary>Returns when rung or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync<T>(TimeSpan atMost, TimeProvider time, CancellationToken ct) where T : WorkItem
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var timer = time.CreateTimer(_ => enough.Cancel(), null, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await For(typeof(T)).Reader.ReadAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nobody rang in time: look all the same.
        }
    }

    Channel<bool> For(Type type) => bells.GetOrAdd(type, _ => Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));
}
