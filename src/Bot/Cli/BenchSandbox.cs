using System.Diagnostics;
using MyCavoodle.Sandbox;

namespace MyCavoodle.Bot.Cli;

/// <summary>A sandbox in a process of its own, so that what is measured beside it is not its own work.</summary>
sealed class BenchSandbox : IAsyncDisposable
{
    readonly Process process;

    BenchSandbox(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    /// <param name="options">As its command line takes them: --orders 100000.</param>
    public static async Task<BenchSandbox> StartAsync(IEnumerable<string> options, CancellationToken ct)
    {
        var url = new Uri($"http://127.0.0.1:{BenchHost.FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [typeof(SandboxHost).Assembly.Location, "--port", $"{url.Port}", .. options]) { RedirectStandardOutput = true };
        var home = new BenchSandbox(Process.Start(start)!, url);
        home.process.OutputDataReceived += (_, _) => { };
        home.process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = url };
        for (var i = 0; ; i++)
        {
            try
            {
                using var reply = await http.GetAsync("sandbox/api", ct);
                return home;
            }
            catch (HttpRequestException e) when (e.StatusCode is null && i < 600)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
