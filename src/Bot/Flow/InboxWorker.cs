using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>Works the inbox: talk is heard, facts are absorbed. One delivery of a source at a time; a bad one does not hold up the rest.</summary>
public sealed class InboxWorker(
    IDbContextFactory<HubContext> hubs, IEnumerable<ISource> sources, Hear hear, WorkBell bell, FlowMeter meter,
    IOptions<FlowOptions> options, TimeProvider time, ILogger<InboxWorker> logger)
    : FlowWorker<Delivery>(hubs, bell, meter, options.Value.Poll, atOnce: 16, time, logger)
{
    protected override bool KeepsOrder => false;

    protected override async Task DoAsync(long id, CancellationToken ct)
    {
        await using var hub = await Hubs.CreateDbContextAsync(ct);
        var delivery = await hub.Inbox.SingleAsync(d => d.Id == id, ct);
        switch (sources.FirstOrDefault(s => s.Name == delivery.Source))
        {
            case ITalk talk:
                await hear.HearAsync(hub, delivery, talk.ReadAsync(delivery, ct), ct);
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
}
