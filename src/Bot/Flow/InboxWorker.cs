using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Works the inbox: talk is heard, facts are absorbed. One source is worked in order of arrival, waiting talk many
/// deliveries at a time; a bad delivery does not hold up the rest.
/// </summary>
public sealed class InboxWorker(
    IDbContextFactory<HubContext> hubs, IEnumerable<ISource> sources, Hear hear, WorkBell bell, FlowMeter meter,
    IOptions<FlowOptions> options, TimeProvider time, ILogger<InboxWorker> logger)
    : FlowWorker<Delivery>(hubs, bell, meter, options.Value.Poll, atOnce: 16, time, logger)
{
    const int HeardAtOnce = 50;
    /// <summary>Bytes. Larger deliveries are heard alone: many of them at once would weigh too much.</summary>
    const int SmallDelivery = 64 * 1024;

    protected override bool KeepsOrder => false;

    protected override async Task DoAsync(long id, CancellationToken ct)
    {
        await using var hub = await Hubs.CreateDbContextAsync(ct);
        var delivery = await hub.Inbox.SingleAsync(d => d.Id == id, ct);
        switch (sources.FirstOrDefault(s => s.Name == delivery.Source))
        {
            case ITalk talk:
                await HearAsync(hub, talk, delivery, ct);
                break;
            case IFeed feed:
                await feed.AbsorbAsync(delivery, ct);
                delivery.Complete(Time.GetUtcNow());
                await hub.SaveChangesAsync(ct);
                break;
            default:
                throw new NotUnderstoodException($"No source is called {delivery.Source}.");
        }
        Bell.Ring<Turn>();
    }

    async Task HearAsync(HubContext hub, ITalk talk, Delivery first, CancellationToken ct)
    {
        if (first.Attempts == 0 && await NextOfAsync(hub, first, ct) is { Count: > 0 } more)
        {
            try
            {
                await hear.HearAsync(hub, talk, [first, .. more], ct);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One of them is bad. Alone, each shows what it is; nothing of the failed commit is left in this context.
                hub.ChangeTracker.Clear();
                first = await hub.Inbox.SingleAsync(d => d.Id == first.Id, ct);
                if (first.State == WorkState.Done) return;
            }
        }
        await hear.HearAsync(hub, talk, [first], ct);
    }

    /// <summary>A check of the mailbox that failed is no loss: the next one is due in minutes and reads from the same place.</summary>
    protected override Task GiveUpAsync(HubContext hub, Delivery item, CancellationToken ct)
    {
        if (item.Topic == Delivery.Check) item.Complete(Time.GetUtcNow());
        return Task.CompletedTask;
    }

    Task<List<Delivery>> NextOfAsync(HubContext hub, Delivery first, CancellationToken ct)
    {
        var now = Time.GetUtcNow();
        return hub.Inbox.Where(d => d.State == WorkState.Waiting && d.Lane == first.Lane && d.Id > first.Id && d.Attempts == 0 && d.DueAt <= now && d.Body.Length <= SmallDelivery)
            .OrderBy(d => d.Id).Take(HeardAtOnce - 1).ToListAsync(ct);
    }
}
