using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Reads store sessions a day: from Shopify's analytics where the plan allows it, and from CSV files dropped into a folder.
/// Shopify's own count stands where there is one. <see href="https://shopify.dev/docs/api/shopifyql"/>
/// </summary>
public sealed partial class SessionPull(
    ShopifyGraphQl shop, FactWriter facts, IDbContextFactory<HubContext> hubs, IOptions<ShopifyOptions> shopify, IOptions<StoreSessionOptions> options, TimeProvider time, ILogger<SessionPull> logger)
{
    /// <summary>Counts of the last days lag and are corrected.</summary>
    const int ChangingDays = 3;
    const int FirstPullDays = 365;

    public async Task PullAsync(CancellationToken ct)
    {
        if (shopify.Value.IsConfigured) await AskAsync(ct);
        await ReadDropsAsync(ct);
    }

    async Task AskAsync(CancellationToken ct)
    {
        var today = Sydney.DateOf(time.GetUtcNow());
        try
        {
            var counted = await shop.SessionsAsync(await FromAsync(today, ct), today, ct);
            await StoreAsync([.. counted.Select(c => (c.Day, c.Sessions))], SessionSource.ShopifyAnalytics, ct);
        }
        catch (ProviderException e) when (!e.IsTransient)
        {
            LogNoAnalytics(logger, options.Value.DropFolder, e.Message);
        }
    }

    async Task<DateOnly> FromAsync(DateOnly today, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var last = await hub.SessionDays.Where(d => d.Source == SessionSource.ShopifyAnalytics).MaxAsync(d => (DateOnly?)d.Date, ct);
        return last?.AddDays(-ChangingDays) ?? today.AddDays(-FirstPullDays);
    }

    async Task ReadDropsAsync(CancellationToken ct)
    {
        var folder = new DirectoryInfo(options.Value.DropFolder);
        if (!folder.Exists) return;
        foreach (var file in folder.GetFiles("*.csv").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            try
            {
                await StoreAsync(SessionCsv.Read(file.FullName), SessionSource.Csv, ct);
                PutAside(file, "read");
            }
            catch (Exception e) when (e is FormatException or CsvHelper.CsvFormatException)
            {
                LogRefused(logger, file.Name, e.Message);
                await File.WriteAllTextAsync(PutAside(file, "refused") + ".why.txt", e.Message, ct);
            }
        }
    }

    Task StoreAsync(IReadOnlyList<(DateOnly Day, int Sessions)> counted, SessionSource source, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        var days = counted.Select(c => c.Day).ToList();
        var known = await hub.SessionDays.Where(d => days.Contains(d.Date)).ToDictionaryAsync(d => d.Date, ct);
        foreach (var (day, sessions) in counted)
        {
            if (!known.TryGetValue(day, out var row))
                hub.SessionDays.Add(known[day] = new() { Date = day, Sessions = sessions, Source = source, ReadAt = time.GetUtcNow() });
            else if (source == SessionSource.ShopifyAnalytics || row.Source == SessionSource.Csv)
                (row.Sessions, row.Source) = (sessions, source);
        }
    }, ct);

    /// <summary>A file of the same name that was put there before is replaced.</summary>
    static string PutAside(FileInfo file, string folder)
    {
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(file.DirectoryName!, folder)).FullName, file.Name);
        file.MoveTo(target, overwrite: true);
        return target;
    }

    [LoggerMessage(LogLevel.Information, "Shopify's analytics cannot be asked; sessions are read from CSV files in {Folder}: {Reason}")]
    static partial void LogNoAnalytics(ILogger logger, string folder, string reason);

    [LoggerMessage(LogLevel.Warning, "{File} was put into refused: {Reason}")]
    static partial void LogRefused(ILogger logger, string file, string reason);
}
