using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Feeds;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;
using MyCavoodle.Sandbox;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>bench mirror</c>: fills a hub with changed rows and prints how fast they drain into a base of the sandbox, which runs in a process
/// of its own with Airtable's true limits, so that the memory shown is the mirror's alone. With a scale, limits and pace are both that
/// many times as high.
/// </summary>
static class BenchMirror
{
    const double Pace = 4.8;

    public static Command Verb()
    {
        var rows = new Option<int>("--rows") { Description = "Changed rows. Default 3000.", DefaultValueFactory = _ => 3000 };
        var scale = new Option<int>("--scale") { Description = "How many times Airtable's limits and our pace are raised. Default 1.", DefaultValueFactory = _ => 1 };
        foreach (var (option, most) in new[] { (rows, 1_000_000), (scale, 100) })
            option.Validators.Add(given =>
            {
                if (given.GetValueOrDefault<int>() < 1 || given.GetValueOrDefault<int>() > most) given.AddError($"{option.Name} must be 1 to {most}.");
            });
        var verb = new Command("mirror", "Measures how fast changed rows drain into Airtable.") { rows, scale };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(rows), parsed.GetValue(scale), ct));
        return verb;
    }

    static async Task<int> RunAsync(int rows, int scale, CancellationToken ct)
    {
        await using var home = await BenchSandbox.StartAsync([], ct);
        await RaiseLimitsAsync(home, scale, ct);
        var folder = Directory.CreateTempSubdirectory("mycavoodle-bench-").FullName;
        try
        {
            await using var services = Services(home, scale, folder);
            await services.MigrateStoreAsync(ct);
            await services.GetRequiredService<Provisioning>().RunAsync(_ => { }, ct);
            var hubs = services.GetRequiredService<IDbContextFactory<HubContext>>();
            await ManyRows.FillAsync(hubs, rows, ct);
            await services.GetRequiredService<LiveBase>().LookAsync(ct);
            return await DrainAsync(services.GetRequiredService<AirtableMirror>(), hubs, rows, scale, ct);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task RaiseLimitsAsync(BenchSandbox home, int scale, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = home.Url };
        using var reply = await http.PutAsJsonAsync("sandbox/api/airtable/limit", new { requestsPerSecond = 5 * scale, requestsPerSecondPerToken = 50 * scale, penaltySeconds = 30 }, ct);
        reply.EnsureSuccessStatusCode();
    }

    static ServiceProvider Services(BenchSandbox home, int scale, string folder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Store:ConnectionString"] = $"Data Source={Path.Combine(folder, "hub.db")}" }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddStore().AddClients().AddFeeds()
            // Beyond what the settings allow: the pace of a bench is not the pace of a shop.
            .AddSingleton(Options.Create(new AirtableOptions { BaseUrl = new Uri(home.Url, "v0/"), Token = Credentials.AirtableToken, BaseId = Credentials.AirtableBaseId, RequestsPerSecond = Pace * scale }))
            .BuildServiceProvider();
    }

    static async Task<int> DrainAsync(AirtableMirror mirror, IDbContextFactory<HubContext> hubs, int rows, int scale, CancellationToken ct)
    {
        using var meter = new RequestMeter();
        var watch = Stopwatch.StartNew();
        var push = mirror.PushChangesAsync(ct);
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            int sent;
            do
            {
                await Task.WhenAny(push, Task.Delay(TimeSpan.FromMilliseconds(500), ct));
                await using var hub = await hubs.CreateDbContextAsync(ct);
                sent = await hub.MirrorRows.CountAsync(ct);
            }
            while (sent < rows * quarter / 4 && !push.IsCompleted);
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{quarter * 25,3} %  {sent,7} rows  {sent / seconds,7:0.0} rows/s  {meter.Requests / seconds,6:0.00} requests/s  {meter.Refused} × 429  {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,6:0.0} MB managed  {Environment.WorkingSet / 1048576.0,5:0} MB resident"));
        }
        await push;
        await using var end = await hubs.CreateDbContextAsync(ct);
        var (left, pace) = (await end.MirrorChanges.CountAsync(ct), rows / watch.Elapsed.TotalSeconds);
        // With raised limits the machine is what is measured, not the pace.
        var isFast = scale > 1 || pace >= 45;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{left} rows left; {pace:0.0} rows/s{(scale == 1 ? " (≥ 45)" : "")}, {meter.Refused} × 429 (none)"));
        return left == 0 && isFast && meter.Refused == 0 ? 0 : 1;
    }
}
