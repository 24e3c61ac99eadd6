using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.CheckUp;

/// <summary>The Airtable base: whether it is as the schema says, and what waits to be written there.</summary>
sealed class MirrorCheck(Provisioning provisioning, IDbContextFactory<HubContext> hubs, IOptions<AirtableOptions> options) : ICheck
{
    public string Area => "Airtable";
    public bool IsForSandbox => false;

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!options.Value.IsConfigured)
        {
            yield return new(Area, Health.Note, "not configured");
            yield break;
        }
        foreach (var finding in await BaseAsync(ct)) yield return finding;
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var (waiting, refused) = (await hub.MirrorChanges.CountAsync(ct), await hub.MirrorChanges.CountAsync(c => c.Reason != null, ct));
        yield return refused == 0
            ? new(Area, Health.Well, $"{waiting:N0} changed rows wait to be written")
            : new(Area, Health.Ill, $"{waiting:N0} changed rows wait to be written, {refused:N0} of them were refused and are tried again");
    }

    async Task<IReadOnlyList<Finding>> BaseAsync(CancellationToken ct)
    {
        try
        {
            var differences = await provisioning.VerifyAsync(ct);
            return differences.Count == 0
                ? [new(Area, Health.Well, "the base is as it should be")]
                : [.. differences.Select(d => new Finding(Area, Health.Ill, d.Message)), new(Area, Health.Note, "airtable provision makes what can be made, and lists the rest")];
        }
        catch (ProviderException e)
        {
            return [new(Area, Health.Ill, $"does not answer as it should: {e.Message}")];
        }
    }
}
