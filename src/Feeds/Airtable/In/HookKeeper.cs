using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Keeps our subscription to the base's changes alive: makes it, gives it another week, switches its pings on again, makes it anew
/// when it is gone. Its secret is told once and kept in the hub. A base that lets us have none is read by polling.
/// </summary>
public sealed class HookKeeper(AirtableClient client, IOptions<AirtableOptions> options, IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <param name="notify">Where pings go; null: we cannot be reached, and there is no webhook.</param>
    /// <returns>True: there was none that lived, and now there is.</returns>
    public async Task<bool> KeepAsync(Uri? notify, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var known = await hub.MirrorHooks.ToListAsync(ct);
        // Airtable pings HTTPS addresses only; an emulator on this machine takes any.
        if (notify is null || notify.Scheme != Uri.UriSchemeHttps && !options.Value.BaseUrl.IsLoopback)
        {
            hub.MirrorHooks.RemoveRange(known);
            await hub.SaveChangesAsync(ct);
            return false;
        }
        var there = await client.Base.Webhooks.ListAsync(ct);
        var ours = known.FirstOrDefault(k => k.BaseId == client.Base.Id && k.NotificationUrl == notify.AbsoluteUri);
        var alive = there.FirstOrDefault(t => t.Id == ours?.Id && t.IsHookEnabled && (t.ExpirationTime is not { } end || end > time.GetUtcNow()));
        if (alive is null) await MakeAsync(hub, known, there, notify, ct);
        else
        {
            ours!.ExpiresAt = await client.Base.Webhooks.RefreshAsync(ours.Id, ct) ?? time.GetUtcNow() + Lifetime;
            if (!alive.AreNotificationsEnabled) await client.Base.Webhooks.EnableNotificationsAsync(ours.Id, enable: true, ct);
        }
        await hub.SaveChangesAsync(ct);
        return alive is null;
    }

    async Task MakeAsync(HubContext hub, List<MirrorHook> known, IReadOnlyList<AirtableWebhook> there, Uri notify, CancellationToken ct)
    {
        hub.MirrorHooks.RemoveRange(known);
        // One whose secret we do not know, or which is dead, only takes one of the base's ten places.
        foreach (var old in there.Where(t => t.NotificationUrl == notify.AbsoluteUri || known.Any(k => k.Id == t.Id))) await client.Base.Webhooks.DeleteAsync(old.Id, ct);
        var made = await client.Base.Webhooks.CreateAsync(notify, new() { Options = new() { Filters = new() { DataTypes = ["tableData"] } } }, ct);
        hub.MirrorHooks.Add(new()
        {
            Id = made.Id, BaseId = client.Base.Id, NotificationUrl = notify.AbsoluteUri, MacSecretBase64 = made.MacSecretBase64 ?? "",
            ExpiresAt = made.ExpirationTime ?? time.GetUtcNow() + Lifetime,
        });
    }

    /// <summary>After a refusal to be read: it is forgotten, and made anew when it is next looked after.</summary>
    /// <returns>Whether the refusal says that the webhook is gone.</returns>
    public async Task<bool> ForgetIfGoneAsync(ProviderException no, CancellationToken ct)
    {
        if (no.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity)) return false;
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await hub.MirrorHooks.ExecuteDeleteAsync(ct);
        return true;
    }
}
