using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.CheckUp;

/// <summary>The hub: where it is, what is in it, what waits and what was given up.</summary>
sealed class StoreCheck(IDbContextFactory<HubContext> hubs, IOptions<StoreOptions> store) : ICheck
{
    public string Area => "Store";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        yield return new(Area, Health.Well, $"{store.Value.Provider}, tables up to date");
        yield return new(Area, Health.Well, $"{await hub.Orders.CountAsync(ct):N0} orders, {await hub.Customers.CountAsync(ct):N0} customers, {await hub.Products.CountAsync(ct):N0} products");
        var dead = await hub.Inbox.CountAsync(d => d.State == WorkState.Dead, ct) + await hub.Outbox.CountAsync(o => o.State == WorkState.Dead, ct) + await hub.Turns.CountAsync(t => t.State == WorkState.Dead, ct);
        yield return dead == 0 ? new(Area, Health.Well, "no dead letters") : new(Area, Health.Ill, $"{dead:N0} dead letters: look at them on the desk, replay or leave them");
        var pulled = await hub.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Name == ShopPull.Cursor, ct);
        yield return pulled is null
            ? new(Area, Health.Note, "the shop has not been read yet: start the bot, or run backfill")
            : new(Area, Health.Well, $"the shop was read last on {Sydney.Spoken(pulled.MovedAt)}");
    }
}
