using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;
using MyCavoodle.Jobs;
using MyCavoodle.Sandbox;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>bench backfill</c>: reads a large shop whole and prints how long it took and what it weighed on the way; then every
/// total is added up from scratch. The emulated shop runs in a process of its own. The bars: 100,000 orders in &lt; 3
/// minutes, &lt; 500 MB, no total that differs.
/// </summary>
static class BenchBackfill
{
    public static Command Verb()
    {
        var orders = new Option<int>("--orders") { Description = "Orders of the shop. Default 100000.", DefaultValueFactory = _ => 100_000 };
        orders.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1000 or > 1_000_000) given.AddError("--orders must be 1000 to 1000000.");
        });
        var verb = new Command("backfill", "Measures reading a whole shop.") { orders };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(orders), ct));
        return verb;
    }

    static async Task<int> RunAsync(int orders, CancellationToken ct)
    {
        await using var shop = await BenchSandbox.StartAsync(["--orders", $"{orders}"], ct);
        var folder = Directory.CreateTempSubdirectory("mycavoodle-bench-").FullName;
        try
        {
            await using var services = Services(shop.Url, folder);
            await services.MigrateStoreAsync(ct);
            // The shop is made when it is first asked for.
            var expected = await services.GetRequiredService<ShopifyGraphQl>().OrdersCountAsync(null, ct);
            var watch = Stopwatch.StartNew();
            await services.GetRequiredService<ShopBackfill>().RunAsync(new Told(watch), ct);
            var took = watch.Elapsed;
            await services.GetRequiredService<CheckRollups>().RunAsync(ct);
            await using var hub = await services.GetRequiredService<IDbContextFactory<HubContext>>().CreateDbContextAsync(ct);
            var check = await hub.Reconciliations.SingleAsync(r => r.What == "rollups", ct);
            var read = await hub.Orders.CountAsync(ct);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{read:N0} of {expected:N0} orders in {took.TotalSeconds:0} s ({read / took.TotalSeconds:N0} a second); {check.Compared:N0} totals recounted in {(watch.Elapsed - took).TotalSeconds:0} s, {check.Outdated} differed"));
            return read == expected && check.Outdated == 0 ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    static ServiceProvider Services(Uri shop, string folder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:ConnectionString"] = $"Data Source={Path.Combine(folder, "hub.db")}",
            ["Shopify:BaseUrl"] = shop.ToString(),
            ["Shopify:AccessToken"] = Credentials.ShopifyAccessToken,
            ["Shopify:WebhookSecret"] = Credentials.ShopifyWebhookSecret,
        }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddStore().AddClients().AddFeeds().AddTransient<CheckRollups>().BuildServiceProvider();
    }

    /// <summary>A line for each tenth of the orders.</summary>
    sealed class Told(Stopwatch watch) : IProgress<BackfillProgress>
    {
        long next = 1;

        public void Report(BackfillProgress at)
        {
            if (at.Part != BackfillPart.Orders || at.IsPreparing || at.Done * 10 < next * at.Total) return;
            next = at.Done * 10 / at.Total + 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at.Done,9:N0} orders after {watch.Elapsed.TotalSeconds,4:0} s  {Environment.WorkingSet / 1048576.0,5:0} MB resident"));
        }
    }
}
