using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Knows how the base is made now. It is looked at now and then, and when it refuses something. What is not as it should be is
/// reported once; when it is put right, all rows it concerns are sent again.
/// </summary>
public sealed class LiveBase(
    AirtableClient client, IOptions<AirtableOptions> options, IOptions<ShopifyOptions> shop, BaseSchema schema, Adoption adoption, IDbContextFactory<HubContext> hubs, TimeProvider time)
    : IDisposable
{
    /// <summary>How old a look may be while all is well, and while something is in the way.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10), FreshInTrouble = TimeSpan.FromSeconds(30);
    readonly SemaphoreSlim oneAtATime = new(1);
    BaseView? view;
    DateTimeOffset lookedAt;
    bool isHubWhole;

    /// <summary>Null: there is no base to keep in step, or the shop has not been pulled yet and the base's rows could not be recognised.</summary>
    public Task<BaseView?> LookAsync(CancellationToken ct) => LookAsync(view?.Differences.Any(d => d.IsInTheWay) == true ? FreshInTrouble : Fresh, ct);

    /// <summary>After a refusal: has somebody changed the base?</summary>
    /// <param name="asked">When what was refused was asked for; a look since then will do.</param>
    public async Task<BaseView> LookAgainAsync(DateTimeOffset asked, CancellationToken ct) => (await LookAsync(time.GetUtcNow() - asked, ct))!;

    /// <summary>Nobody looks while the base is being made.</summary>
    public async Task ChangeAsync(Func<Task> change, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await change();
            view = null;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    async Task<BaseView?> LookAsync(TimeSpan noOlderThan, CancellationToken ct)
    {
        if (!options.Value.HasBase) return null;
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (view is not null && time.GetUtcNow() - lookedAt < noOlderThan) return view;
            if (!(isHubWhole = isHubWhole || await IsHubWholeAsync(ct))) return null;
            var began = time.GetUtcNow();
            var tables = await client.Base.Schema.TablesAsync(ct);
            var seen = await ReconcileAsync(tables, ct);
            foreach (var table in seen.Tables.Where(t => t.IsUsable && !seen.Map.Tables[t.Sheet.Table].IsAdopted))
                await AdoptAsync(seen, table, ct);
            (view, lookedAt) = (seen, began);
            return view;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    async Task<bool> IsHubWholeAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return !shop.Value.IsConfigured || await hub.CursorAsync(ShopPull.Cursor, ct) is not null;
    }

    async Task<BaseView> ReconcileAsync(IReadOnlyList<AirtableTable> tables, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        var seen = Comparison.Of(schema, await BaseMap.LoadAsync(hub, client.Base.Id, ct), tables);
        await seen.Map.SaveAsync(hub, now, ct);
        var faults = seen.Differences.Where(d => d.IsInTheWay).ToDictionary(d => d.Key);
        var open = await hub.Discrepancies.Where(d => d.Key.StartsWith(Difference.Keys) && d.HealedAt == null).ToListAsync(ct);
        foreach (var fault in faults.Values.Where(f => open.All(o => o.Key != f.Key || o.Message != f.Message))) await hub.ReportAsync(fault.Key, fault.Message, now, ct);
        foreach (var healed in open.Where(o => !faults.ContainsKey(o.Key)))
        {
            healed.HealedAt = now;
            await SendAgainAsync(hub, Difference.TableOf(healed.Key), ct);
        }
        await hub.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return seen;
    }

    async Task AdoptAsync(BaseView seen, LiveTable table, CancellationToken ct)
    {
        await adoption.AdoptAsync(table, ct);
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        await hub.MirrorAllAsync(table.Sheet.Table, time.GetUtcNow(), ct);
        // What linked to rows of an earlier table of this name has lost its links.
        foreach (var sheet in schema.Sheets.Where(s => s.Fields.Any(f => f.Cell.LinksTo == table.Sheet.Table))) await SendAgainAsync(hub, sheet.Table, ct);
        seen.Map.Tables[table.Sheet.Table] = seen.Map.Tables[table.Sheet.Table] with { IsAdopted = true };
        await seen.Map.SaveAsync(hub, time.GetUtcNow(), ct);
        await hub.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>All rows of a table, also those that are there as they would be written; entries of the team stay.</summary>
    async Task SendAgainAsync(HubContext hub, MirrorTable table, CancellationToken ct)
    {
        await hub.MirrorRows.Where(r => r.Table == table && r.SentHash != null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.SentHash, x => SentState.Stale + x.SentHash), ct);
        await hub.MirrorAllAsync(table, time.GetUtcNow(), ct);
    }

    public void Dispose() => oneAtATime.Dispose();
}
