using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Reads what changed in the base from the webhook's payloads, from where it was read last. Our own writes come back there too and
/// are left out. The cursor moves once a page is taken in, so a page may be read twice.
/// </summary>
public sealed class EditsFromHook(AirtableClient client, LiveBase live, TeamEdits edits, GoneRows gone, IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    string? ownId;

    /// <returns>False: there is no webhook to read from, or Airtable lost count of what changed; the base itself must be read.</returns>
    /// <exception cref="Clients.ProviderException">The webhook is gone, or Airtable cannot be read now.</exception>
    public async Task<bool> TakeAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        if (await live.LookAsync(ct) is not { } view || await hub.MirrorHooks.SingleOrDefaultAsync(h => h.BaseId == client.Base.Id, ct) is not { } hook) return false;
        ownId ??= (await client.WhoAmIAsync(ct)).Id;
        AirtablePayloadPage page;
        var isTorn = false;
        do
        {
            page = await client.Base.Webhooks.PayloadsAsync(hook.Id, hook.Cursor, ct);
            foreach (var payload in page.Payloads.Where(p => !p.IsEchoOf(ownId))) await TakeAsync(view, payload, ct);
            isTorn |= page.Payloads.Any(p => p.Error is not null);
            (hook.Cursor, hook.ExpiresAt) = ((int)page.Cursor, time.GetUtcNow() + HookKeeper.Lifetime);
            await hub.SaveChangesAsync(ct);
        }
        while (page.MightHaveMore);
        return !isTorn;
    }

    async Task TakeAsync(BaseView view, AirtablePayload payload, CancellationToken ct)
    {
        // Suppliers before the products that name them.
        foreach (var table in view.Tables.Where(t => t.IsUsable && payload.ChangedTablesById.ContainsKey(t.Id)))
        {
            var change = payload.ChangedTablesById[table.Id];
            await edits.TakeAsync(table, [
                .. change.CreatedRecordsById.Select(c => new RecordEdit(c.Key, Changed(c.Value.CellValuesByFieldId) is { Count: > 0 } cells ? cells : Blank(table))),
                .. change.ChangedRecordsById.Select(c => new RecordEdit(c.Key, Changed(c.Value.Current.CellValuesByFieldId))),
            ], ct);
            await gone.TakeAsync(table, change.DestroyedRecordIds, ct);
        }
    }

    static Dictionary<string, JsonNode?> Changed(JsonObject cells) => cells.ToDictionary(c => c.Key, c => c.Value);

    /// <summary>A row that was just made is empty, and is met all the same.</summary>
    static Dictionary<string, JsonNode?> Blank(LiveTable table) => new() { [table.KeyId] = null };
}
