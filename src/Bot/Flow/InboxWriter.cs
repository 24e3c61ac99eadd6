using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Stores deliveries durably, many in one commit: those that arrive while a commit is under way share the next one, so
/// a burst costs a few disk syncs and not hundreds.
/// </summary>
public sealed class InboxWriter(IDbContextFactory<HubContext> hubs, WorkBell bell) : BackgroundService
{
    const int MostInOneCommit = 256;

    readonly Channel<(Delivery Delivery, TaskCompletionSource<bool> Stored)> waiting =
        Channel.CreateBounded<(Delivery, TaskCompletionSource<bool>)>(10_000);

    /// <summary>Returns once the delivery is committed: true when it is new, false when it was there already.</summary>
    public async Task<bool> StoreAsync(Delivery delivery, CancellationToken ct)
    {
        var stored = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((delivery, stored), ct);
        return await stored.Task.WaitAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<(Delivery Delivery, TaskCompletionSource<bool> Stored)> batch = [];
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                while (batch.Count < MostInOneCommit && waiting.Reader.TryRead(out var next)) batch.Add(next);
                await CommitAsync(batch, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            waiting.Writer.Complete();
            foreach (var (_, stored) in batch) stored.TrySetCanceled(stoppingToken);
            while (waiting.Reader.TryRead(out var left)) left.Stored.TrySetCanceled(stoppingToken);
        }
    }

    async Task CommitAsync(List<(Delivery Delivery, TaskCompletionSource<bool> Stored)> batch, CancellationToken ct)
    {
        try
        {
            await using var hub = await hubs.CreateDbContextAsync(ct);
            await using var transaction = await hub.Database.BeginTransactionAsync(ct);
            var isNew = new bool[batch.Count];
            for (var i = 0; i < batch.Count; i++) isNew[i] = await InsertAsync(hub, batch[i].Delivery, ct);
            await transaction.CommitAsync(ct);
            for (var i = 0; i < batch.Count; i++) batch[i].Stored.TrySetResult(isNew[i]);
            bell.Ring<Delivery>();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Nothing was acknowledged, so the providers will send again.
            foreach (var (_, stored) in batch) stored.TrySetException(e);
        }
    }

    /// <summary>The unique index decides what is new; both databases know this form of insert.</summary>
    static async Task<bool> InsertAsync(HubContext hub, Delivery d, CancellationToken ct) => await hub.Database.ExecuteSqlAsync($"""
        insert into "Inbox" ("Source", "Key", "Topic", "Body", "Lane", "CreatedAt", "DueAt", "State", "Attempts")
        values ({d.Source}, {d.Key}, {d.Topic}, {d.Body}, {d.Lane}, {d.CreatedAt.UtcDateTime}, {d.DueAt.UtcDateTime}, {nameof(WorkState.Waiting)}, 0)
        on conflict do nothing
        """, ct) == 1;
}
