using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>backfill</c>: reads the whole shop into the hub, with a progress bar. It may be interrupted at any time and run
/// again: it goes on where it was. Exit 0: the shop is here; 1: it could not be read.
/// </summary>
static class Backfill
{
    public static Command Verb(string[] settings)
    {
        var again = new Option<bool>("--again") { Description = "Reads the whole shop anew, though it was read before." };
        var verb = new Command("backfill", "Reads the whole shop: products, customers, orders.") { again };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(again), settings, ct));
        return verb;
    }

    static async Task<int> RunAsync(bool again, string[] settings, CancellationToken ct)
    {
        await using var workshop = await Workshop.OpenAsync(settings, freshen: false, ct: ct);
        var services = workshop.Services;
        if (!services.GetRequiredService<IOptions<ShopifyOptions>>().Value.IsConfigured) return Refuse("There is no shop to read: set Shopify:BaseUrl and its credential.");
        var hubs = services.GetRequiredService<IDbContextFactory<HubContext>>();
        if (!again && await IsDoneAsync(hubs, ct))
        {
            Console.WriteLine("The shop has been read already and is kept up to date by the bot. To read all of it anew: backfill --again");
            return 0;
        }
        var bar = new ProgressBar(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            await services.GetRequiredService<ShopBackfill>().RunAsync(new Shown(bar), ct);
            bar.End();
        }
        catch (Exception e) when (e is ProviderException or OperationCanceledException)
        {
            bar.End();
            return Refuse($"{(e is ProviderException ? e.Message : "Stopped")}. The same command goes on from here.");
        }
        await using var hub = await hubs.CreateDbContextAsync(ct);
        Console.WriteLine($"{await hub.Orders.CountAsync(ct):N0} orders, {await hub.Customers.CountAsync(ct):N0} customers and {await hub.Products.CountAsync(ct):N0} products (every size counts) are here, after {clock.Elapsed.TotalSeconds:0} s.");
        return 0;
    }

    static async Task<bool> IsDoneAsync(IDbContextFactory<HubContext> hubs, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await hub.CursorAsync(ShopPull.Cursor, ct) is not null && !await ShopBackfill.IsUnderWayAsync(hub, ct);
    }

    static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    sealed class Shown(ProgressBar bar) : IProgress<BackfillProgress>
    {
        public void Report(BackfillProgress at) =>
            bar.Show(at.Part.ToString(), at.Done, at.Total, at.IsPreparing ? "the shop prepares its export" : "");
    }
}
