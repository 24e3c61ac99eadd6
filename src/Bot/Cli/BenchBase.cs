using System.Diagnostics;
using MyCavoodle.Sandbox;

namespace MyCavoodle.Bot.Cli;

/// <summary>A sandbox in a process of its own, for its Airtable base.</summary>
sealed class BenchBase : IAsyncDisposable
{
    readonly Process process;

    BenchBase(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    public static async Task<BenchBase> StartAsync(int scale, CancellationToken ct)
    {
        var url = new Uri($"http://127.0.0.1:{BenchHost.FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [typeof(SandboxHost).Assembly.Location, "--port", $"{url.Port}"]) { RedirectStandardOutput = true };
        var home = new BenchBase(Process.Start(start)!, url);
        home.process.OutputDataReceived += (_, _) => { };
        home.process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = url };
        for (var i = 0; ; i++)
        {
            try
            {
                using var reply = await http.PutAsJsonAsync("sandbox/api/airtable/limit", new { requestsPerSecond = 5 * scale, requestsPerSecondPerToken = 50 * scale, penaltySeconds = 30 }, ct);
                reply.EnsureSuccessStatusCode();
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
