using System.Net;
using MyCavoodle.Sandbox.Airtable;
using MyCavoodle.Sandbox.Api;
using MyCavoodle.Sandbox.Faults;
using MyCavoodle.Sandbox.Gmail;
using MyCavoodle.Sandbox.Meta;
using MyCavoodle.Sandbox.Shopify;
using MyCavoodle.Sandbox.Telegram;

namespace MyCavoodle.Sandbox;

/// <summary>All emulators on one port of this machine, at the paths the providers use, with the sandbox's own pages.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    readonly WebApplication app;

    SandboxHost(WebApplication app, Uri baseUri) => (this.app, BaseUri) = (app, baseUri);

    /// <summary>Where the emulators answer, e.g. http://127.0.0.1:9100/.</summary>
    public Uri BaseUri { get; }

    /// <param name="world">What is served; outlives the host.</param>
    /// <param name="port">0 takes any free one.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxHost> StartAsync(SandboxWorld world, int port, CancellationToken ct = default)
    {
        // The content root keeps the host from reading settings that belong to whoever embeds it.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        // Only the sandbox's own failures are worth a line; a port that is taken is told by the exception.
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        // Airtable's addresses may have 16,000 characters, and are refused by itself beyond.
        builder.WebHost.ConfigureKestrel(kestrel => { kestrel.Limits.MaxRequestLineSize = 64 * 1024; kestrel.Listen(IPAddress.Loopback, port); });
        builder.Services.AddHostedService(_ => new Tide(world));
        var app = builder.Build();
        app.UseMiddleware<FaultMiddleware>(world);
        app.MapSandbox(world);
        new ShopifyEmulator(world).Map(app);
        new MetaEmulator(world).Map(app);
        new GmailEmulator(world).Map(app);
        new TelegramEmulator(world).Map(app);
        new AirtableEmulator(world).Map(app);
        try { await app.StartAsync(ct); }
        catch { await app.DisposeAsync(); throw; }
        world.Emulators = new Uri(app.Urls.First().TrimEnd('/') + "/");
        return new SandboxHost(app, world.Emulators);
    }

    public Task WaitForShutdownAsync(CancellationToken ct = default) => app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
