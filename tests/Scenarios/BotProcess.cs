using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Sqlite;
using MyCavoodle.Sandbox;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>
/// The bot in a process of its own that can be killed like a process: SIGKILL, no goodbye. The providers' emulators live
/// in the test, so they outlive it and know what was really sent.
/// </summary>
public sealed class BotProcess : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("mycavoodle-kill-").FullName;
    readonly Uri url = new($"http://127.0.0.1:{FreePort()}");
    SandboxHost emulators = null!;
    Process? process;

    public SandboxWorld World { get; } = new(new SandboxOptions(), TimeProvider.System);
    public HttpClient Sandbox { get; private set; } = null!;
    /// <summary>Settings for the next start beside those of the emulators.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    string Store => $"Data Source={Path.Combine(folder, "hub.db")};Pooling=False";

    public static async Task<BotProcess> StartWithShopAsync()
    {
        var bot = new BotProcess();
        bot.World.Bot = bot.url;
        bot.emulators = await SandboxHost.StartAsync(bot.World, 0, CancellationToken.None);
        bot.Sandbox = new() { BaseAddress = bot.emulators.BaseUri };
        await bot.StartAsync();
        return bot;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MyCavoodle.Bot.dll")])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (key, value) in World.BotSettings(emulators.BaseUri).Concat(Settings)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["URLS"] = url.ToString();
        start.Environment["Store__ConnectionString"] = Store;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = url };
        await Eventually.TrueAsync(async () =>
        {
            Assert.False(process.HasExited, "The bot ended by itself.");
            try
            {
                return (await http.GetAsync("/health/live")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "the bot answers", TimeSpan.FromSeconds(60));
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public Contact Contact(string channel, string from) => new(Sandbox, channel, from);

    public async Task FaultAsync(object fault)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(Sandbox, "/sandbox/api/faults", fault);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task MendAsync() => (await Sandbox.DeleteAsync("/sandbox/api/faults")).EnsureSuccessStatusCode();

    /// <summary>The hub's file, read from outside.</summary>
    public HubContext Hub()
    {
        var options = new DbContextOptionsBuilder<HubContext>();
        options.UseSqliteHub(Store);
        return new(options.Options);
    }

    /// <summary>Waits until every queue is empty.</summary>
    public Task SettlesAsync() => Eventually.TrueAsync(async () =>
    {
        await using var hub = Hub();
        return !await hub.Inbox.AnyAsync(d => d.State == WorkState.Waiting) && !await hub.Turns.AnyAsync(t => t.State == WorkState.Waiting)
            && !await hub.Outbox.AnyAsync(o => o.State == WorkState.Waiting);
    }, "all work is done", TimeSpan.FromSeconds(90));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
        Sandbox.Dispose();
        await emulators.DisposeAsync();
        await World.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
