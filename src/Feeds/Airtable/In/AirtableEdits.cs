using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>What the team changes in the base, brought into the hub: by the webhook where there is one, else by polling.</summary>
public sealed class AirtableEdits(
    EditsFromHook fromHook, EditsByPolling byPolling, HookKeeper keeper, IOptions<AirtableOptions> options, IDbContextFactory<HubContext> hubs, TimeProvider time) : IDisposable
{
    /// <summary>Up to when the base has been read, by either way: ISO 8601.</summary>
    const string Cursor = "airtable-edits";

    readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Takes in what is new. May be repeated.</summary>
    public Task TakeAsync(CancellationToken ct) => AloneAsync(async () =>
    {
        var started = time.GetUtcNow();
        if (!await IsReadFromHookAsync(ct)) await byPolling.TakeAsync(await SinceAsync(ct) ?? started, ct);
        await MoveAsync(started, ct);
    }, ct);

    /// <summary>Compares all that the team has entered, whenever it was.</summary>
    public Task TakeAllAsync(CancellationToken ct) => AloneAsync(() => byPolling.TakeAsync(null, ct), ct);

    /// <summary>Looks after the webhook; what happened while there was none is read by polling.</summary>
    /// <param name="notify">Where pings go; null: nowhere.</param>
    public Task KeepHookAsync(Uri? notify, CancellationToken ct) => AloneAsync(async () =>
    {
        var started = time.GetUtcNow();
        if (!await keeper.KeepAsync(notify, ct)) return;
        await byPolling.TakeAsync(await SinceAsync(ct) ?? started, ct);
        await MoveAsync(started, ct);
    }, ct);

    async Task<bool> IsReadFromHookAsync(CancellationToken ct)
    {
        try
        {
            return await fromHook.TakeAsync(ct);
        }
        catch (ProviderException no) when (!no.IsTransient)
        {
            if (await keeper.ForgetIfGoneAsync(no, ct)) return false;
            throw;
        }
    }

    async Task AloneAsync(Func<Task> work, CancellationToken ct)
    {
        if (!options.Value.HasBase) return;
        await oneAtATime.WaitAsync(ct);
        try
        {
            await work();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    async Task<DateTimeOffset?> SinceAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.CursorAsync(Cursor, ct) is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null;
    }

    async Task MoveAsync(DateTimeOffset to, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await hub.MoveCursorAsync(Cursor, to.ToString("O", CultureInfo.InvariantCulture), time.GetUtcNow(), ct);
        await hub.SaveChangesAsync(ct);
    }

    public void Dispose() => oneAtATime.Dispose();
}
