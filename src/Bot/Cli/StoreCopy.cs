using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>store copy --to "Host=…"</c>: moves the shop from the store the settings name into another one. It may be
/// interrupted at any time and run again. Exit 0: both hold the same; 1: they do not, or the copy could not be made.
/// </summary>
static partial class StoreCopy
{
    public static Command Verb(string[] settings)
    {
        var to = new Option<string>("--to") { Description = "Where to: Host=…;Database=…;Username=…;Password=… (PostgreSQL) or Data Source=… (SQLite).", Required = true };
        var provider = new Option<StoreProvider?>("--provider") { Description = "Postgres or Sqlite; told by the connection string where this is left out." };
        var copy = new Command("copy", "Copies the whole shop into another database and checks that both are equal. Stop the bot first.") { to, provider };
        copy.Validators.Add(given =>
        {
            if (given.GetValue(to) is { } text && Target(text, given.GetValue(provider)) is null)
                given.AddError("--to: this is no connection string. PostgreSQL: Host=…;Database=…;Username=…;Password=…; SQLite: Data Source=data/hub.db.");
        });
        copy.SetAction((parsed, ct) => RunAsync(Target(parsed.GetRequiredValue(to), parsed.GetValue(provider))!, settings, ct));
        return new Command("store", "Moves the shop's data.") { copy };
    }

    static StoreOptions? Target(string connectionString, StoreProvider? provider)
    {
        if ((provider ?? Store.ProviderOf(connectionString)) is not { } known) return null;
        var target = new StoreOptions { Provider = known, ConnectionString = connectionString };
        return Store.CanRead(target) ? target : null;
    }

    static async Task<int> RunAsync(StoreOptions target, string[] settings, CancellationToken ct)
    {
        var source = Source(settings);
        if (StoreMove.AreOne(source, target))
        {
            await Console.Error.WriteLineAsync("--to: this is the store the shop is in already.");
            return 2;
        }
        Console.WriteLine($"Copying the shop from {source.Provider} to {target.Provider}. Stop the bot while this runs: what it writes meanwhile is not copied.");
        var bar = new ProgressBar(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);
        try
        {
            var checks = await StoreMove.RunAsync(source, target, new Shown(bar), ct);
            bar.End();
            return Tell(checks, target);
        }
        catch (ForeignHubException e)
        {
            return Stop(bar, $"{e.Message} Nothing was written there.");
        }
        catch (OperationCanceledException)
        {
            return Stop(bar, "Stopped. The same command goes on from here.");
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or SocketException)
        {
            return Stop(bar, $"The copy cannot go on: {e.Message.TrimEnd('.')}. Once that is put right, the same command goes on from here.");
        }
    }

    static StoreOptions Source(string[] settings)
    {
        var builder = BotHost.Prepare(settings);
        builder.Services.AddStore();
        using var app = builder.Build();
        app.Services.CheckSettings();
        return app.Services.GetRequiredService<IOptions<StoreOptions>>().Value;
    }

    static int Stop(ProgressBar bar, string why)
    {
        bar.End();
        Console.Error.WriteLine(why);
        return 1;
    }

    static int Tell(IReadOnlyList<CopyCheck> checks, StoreOptions target)
    {
        Print("Table", "", "Source", "Target", "");
        foreach (var check in checks)
        {
            Print(check.Table.Name, "rows", check.Source.Rows.ToString("N0", CultureInfo.InvariantCulture), check.Target.Rows.ToString("N0", CultureInfo.InvariantCulture), check.IsEqual ? "equal" : "DIFFERENT");
            foreach (var (column, there, here) in check.Table.Decimals.Zip(check.Source.Decimals, check.Target.Decimals))
                Print("", $"sum of {column.Name}", there.ToString("N4", CultureInfo.InvariantCulture), here.ToString("N4", CultureInfo.InvariantCulture), there == here ? "equal" : "DIFFERENT");
        }
        if (checks.Where(c => !c.IsEqual).Select(c => c.Table.Name).ToList() is { Count: > 0 } different)
        {
            Console.Error.WriteLine($"Different: {string.Join(", ", different)}. If the bot was writing while this ran, stop it and copy again into an empty database.");
            return 1;
        }
        Console.WriteLine();
        Console.WriteLine("Every value of every row is the same in both. The settings that make the bot use the new store:");
        Console.WriteLine($"  Store:Provider          {target.Provider}");
        Console.WriteLine($"  Store:ConnectionString  {WithoutPassword(target.ConnectionString)}");
        return 0;
    }

    /// <summary>A terminal's output is kept and shown around; the password is in the command that was given.</summary>
    static string WithoutPassword(string connectionString) => Password().Replace(connectionString, "$1=…");

    [GeneratedRegex("""\b(password|pwd|psw)\s*=\s*("[^"]*"|'[^']*'|[^;]*)""", RegexOptions.IgnoreCase)] private static partial Regex Password();

    static void Print(string table, string what, string there, string here, string equal) => Console.WriteLine($"{table,-16} {what,-22} {there,22} {here,22}  {equal}".TrimEnd());

    sealed class Shown(ProgressBar bar) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress at) => bar.Show(at.Step.ToString(), at.AllRows, at.OfAllRows, $"{at.Table} {ProgressBar.Of(at.Rows, at.OfRows)}");
    }
}
