using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Clients;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;
using MyCavoodle.Jobs;

namespace MyCavoodle.Bot.Cli;

/// <summary>The bot without its web server, for a verb: the same hub, assistant and tools; in sandbox mode with the emulators beside it.</summary>
public sealed class Workshop(WebApplication app, SandboxMode? sandbox) : IAsyncDisposable
{
    /// <summary>Facts older than this are pulled before a verb answers.</summary>
    static readonly TimeSpan Stale = TimeSpan.FromMinutes(5);

    public IServiceProvider Services => app.Services;
    public bool IsSandbox => sandbox is not null;

    /// <param name="freshen">Whether facts that are stale are pulled first.</param>
    public static async Task<Workshop> OpenAsync(string[] settings, Action<IServiceCollection>? add = null, bool freshen = true, CancellationToken ct = default)
    {
        var builder = BotHost.Prepare(settings);
        // What a verb prints is its answer alone.
        builder.Logging.AddFilter(nameof(MyCavoodle), LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var sandbox = SandboxMode.IsWanted(builder.Configuration) ? await SandboxMode.StartAsync(builder.Configuration, TimeProvider.System, ct) : null;
        builder.Services.AddCore().AddTransient<PullShop>().AddTransient<PullAdSpend>().AddTransient<PullSessions>();
        add?.Invoke(builder.Services);
        var app = builder.Build();
        app.Services.CheckSettings();
        await app.Services.MigrateStoreAsync(ct);
        var workshop = new Workshop(app, sandbox);
        if (freshen) await workshop.FreshenAsync(ct);
        return workshop;
    }

    async Task FreshenAsync(CancellationToken ct)
    {
        await using (var hub = await Services.GetRequiredService<IDbContextFactory<HubContext>>().CreateDbContextAsync(ct))
        {
            var pulled = await hub.Cursors.Where(c => c.Name == ShopPull.Cursor).Select(c => (DateTimeOffset?)c.MovedAt).SingleOrDefaultAsync(ct);
            if (Services.GetRequiredService<TimeProvider>().GetUtcNow() - pulled < Stale) return;
        }
        try
        {
            await Services.GetRequiredService<PullShop>().RunAsync(ct);
            await Services.GetRequiredService<PullAdSpend>().RunAsync(ct);
            await Services.GetRequiredService<PullSessions>().RunAsync(ct);
        }
        catch (ProviderException e)
        {
            await Console.Error.WriteLineAsync($"The shop could not be read, the answer is from what is known: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (sandbox is not null) await sandbox.DisposeAsync();
    }
}
