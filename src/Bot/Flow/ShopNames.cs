using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Understanding.Slots;

namespace MyCavoodle.Bot.Flow;

/// <summary>What the shop's things are called now: read from the hub, and again when that is a while ago.</summary>
public sealed class ShopNames(TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    readonly Lock gate = new();
    SlotReader? known;
    DateTimeOffset readAt;

    public async Task<SlotReader> ReaderAsync(HubContext hub, CancellationToken ct)
    {
        lock (gate)
            if (known is not null && time.GetUtcNow() - readAt < Fresh) return known;
        var rows = await hub.Products.AsNoTracking().Where(p => p.Active).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Name, p.Variant }).ToListAsync(ct);
        var catalogue = new Catalogue(rows.GroupBy(r => r.Name).Select(g => new CatalogueProduct(g.Key, [.. g.Select(r => r.Variant).OfType<string>()], [])));
        var reader = new SlotReader(new(catalogue, Metrics.None));
        lock (gate) (known, readAt) = (reader, time.GetUtcNow());
        return reader;
    }
}
