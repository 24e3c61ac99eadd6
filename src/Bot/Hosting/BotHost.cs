using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Bot.Desk;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Bot.Telemetry;
using MyCavoodle.Channels;
using MyCavoodle.Clients;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;
using MyCavoodle.Jobs;
using MyCavoodle.Plugins;
using MyCavoodle.Sandbox.Api;

namespace MyCavoodle.Bot.Hosting;

/// <summary>Puts the bot together: what every verb needs, and what only the serving host has.</summary>
public static class BotHost
{
    const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The serving host: webhooks, desk, queues, clock.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args, CancellationToken ct = default)
    {
        var builder = Prepare(args);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultUrl);
        var sandbox = SandboxMode.IsWanted(builder.Configuration) ? await SandboxMode.StartAsync(builder.Configuration, TimeProvider.System, ct) : null;
        // Before the jobs, which look at the base it makes.
        if (sandbox is not null) builder.Services.AddHostedService<SandboxBase>();
        builder.Services.AddCore().AddFlow().AddJobs().AddDesk(sandbox is not null).AddTelemetry();
        if (sandbox is not null) builder.Services.AddSingleton(_ => sandbox);

        var app = builder.Build();
        app.Services.CheckSettings();
        app.UseDesk();
        app.MapReceive();
        app.MapTelemetry();
        app.MapDesk();
        if (sandbox is not null) app.MapSandbox(sandbox.World);
        app.MapGet("/", () => Results.Redirect(sandbox is null ? "/desk" : "/sandbox"));
        app.AnnounceItself(app.Services.GetService<SandboxMode>());
        await app.Services.MigrateStoreAsync(ct);
        return app;
    }

    /// <summary>Settings from appsettings.json, the environment and the arguments, in the order ASP.NET reads them.</summary>
    public static WebApplicationBuilder Prepare(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None)
            // Also when a stop ends it; a fault of the database is told by whoever catches it.
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Transaction", LogLevel.None)
            // A failed start is told in plain words by the program itself.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder;
    }

    /// <summary>What an answer needs, with or without a web server.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<BotOptions>().BindConfiguration("Bot").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SandboxModeOptions>().BindConfiguration("Sandbox").ValidateDataAnnotations();
        services.AddOptions<StaffOptions>().BindConfiguration("Staff").ValidateOnStart();
        services.AddOptions<SupportHours>().BindConfiguration("SupportHours").ValidateOnStart()
            .Validate(h => h.Opens < h.Closes, "SupportHours:Opens must be before SupportHours:Closes.")
            .Validate(h => h.AnswerWithin >= TimeSpan.FromMinutes(5) && h.AnswerWithin <= TimeSpan.FromHours(8), "SupportHours:AnswerWithin must be 5 minutes to 8 hours.");
        return services.AddStore().AddClients().AddFeeds().AddAssistant().AddModel().AddPlugins()
            .AddSingleton<Assistant.Assistant>().AddSingleton<ReplyWriter>().AddSingleton<StaffLines>().AddSingleton<Escalations>()
            .AddSingleton<ShopNames>().AddSingleton<Understand>().AddSingleton<Converse>();
    }

    static IServiceCollection AddFlow(this IServiceCollection services)
    {
        services.AddOptions<FlowOptions>().BindConfiguration("Flow").ValidateDataAnnotations().ValidateOnStart();
        services.AddChannels();
        services.AddSingleton<WorkBell>().AddSingleton<FlowMeter>().AddSingleton<Hear>();
        services.AddSingleton<InboxWriter>().AddHostedService(p => p.GetRequiredService<InboxWriter>());
        return services.AddHostedService<WarmUp>().AddWorker<InboxWorker>().AddWorker<TurnWorker>().AddWorker<OutboxWorker>();
    }

    static IServiceCollection AddWorker<TWorker>(this IServiceCollection services) where TWorker : BackgroundService =>
        services.AddSingleton<TWorker>().AddHostedService<OnceListening<TWorker>>();

    static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<MetricsPage>();
        services.AddHealthChecks().AddCheck<HubIsReady>("hub");
        return services;
    }

    static void MapTelemetry(this WebApplication app)
    {
        // Made now, so that it counts from the start and not from the first look.
        var page = app.Services.GetRequiredService<MetricsPage>();
        app.MapGet("/metrics", () => Results.Text(page.Read(), "text/plain; version=0.0.4"));
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    static void AnnounceItself(this WebApplication app, SandboxMode? sandbox) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        var bot = app.Services.GetRequiredService<IOptions<BotOptions>>().Value;
        // Nobody outside reaches an address of this machine, except the emulators beside us.
        app.Services.GetRequiredService<PublicAddress>().Root = bot.PublicUrl ?? (sandbox is null ? null : new Uri(address));
        bot.PublicUrl ??= new Uri(address);
        if (sandbox is not null) sandbox.World.Bot = new Uri(address);
        Console.WriteLine($"MyCavoodle answers on {address}");
        Console.WriteLine(sandbox is null ? $"Desk: {address}/desk" : $"Sandbox, no provider configured: play customer and founder on {address}/sandbox, staff on {address}/desk");
    });
}
