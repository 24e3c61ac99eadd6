using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Sqlite;

namespace MyCavoodle.Bot.Cli;

/// <summary>A host in a process and a folder of its own, so that its start and its memory can be measured.</summary>
sealed class BenchHost : IAsyncDisposable
{
    readonly Process process;
    readonly string folder;

    BenchHost(Process process, string folder, Uri url) => (this.process, this.folder, Http) = (process, folder, new HttpClient { BaseAddress = url });

    public HttpClient Http { get; }
    public TimeSpan StartedIn { get; private set; }
    public TimeSpan ReadyIn { get; private set; }

    /// <summary>Resident bytes now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The host's own hub, to look into.</summary>
    public HubContext OpenHub() => new((DbContextOptions<HubContext>)new DbContextOptionsBuilder<HubContext>().UseSqliteHub(Store(folder)).Options);

    static string Store(string folder) => $"Data Source={Path.Combine(folder, "hub.db")}";

    public static async Task<BenchHost> StartAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("mycavoodle-bench-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [typeof(BenchHost).Assembly.Location, "--urls", url.ToString(), "--Sandbox:Use", "On",
            "--Store:Provider", "Sqlite", "--Store:ConnectionString", Store(folder)])
        { RedirectStandardOutput = true, WorkingDirectory = folder };
        var host = new BenchHost(Process.Start(start)!, folder, url);
        host.process.OutputDataReceived += (_, _) => { };
        host.process.BeginOutputReadLine();
        await host.WaitForAsync("/health/live", ct);
        host.StartedIn = watch.Elapsed;
        await host.WaitForAsync("/health/ready", ct);
        host.ReadyIn = watch.Elapsed;
        return host;
    }

    async Task WaitForAsync(string path, CancellationToken ct)
    {
        for (var i = 0; i < 6_000; i++)
        {
            try
            {
                if ((await Http.GetAsync(path, ct)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(10, ct);
        }
        throw new TimeoutException($"{path} did not answer well in a minute.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
