using System.ComponentModel.DataAnnotations;
using MyCavoodle.Sandbox;

namespace MyCavoodle.Bot.Hosting;

public enum SandboxUse
{
    /// <summary>On when no provider has any credential.</summary>
    Auto,
    On,
    Off,
}

/// <summary>Whether and where the emulators run. Section <c>Sandbox</c>.</summary>
public sealed class SandboxModeOptions
{
    public SandboxUse Use { get; set; }
    /// <value>Port of the emulators on 127.0.0.1, 0-65535; 0: any free one. Default 0.</value>
    [Range(0, 65535)] public int Port { get; set; }
}

/// <summary>
/// The shop in a box: with no provider configured, emulators of the providers run on loopback beside the bot, filled
/// with one made-up shop, and the bot is configured to talk to them.
/// </summary>
public sealed class SandboxMode(SandboxWorld world, SandboxHost emulators) : IAsyncDisposable
{
    /// <summary>One secret a provider: where any is set, the shop is real.</summary>
    static readonly string[] Credentials =
        ["Shopify:AccessToken", "Shopify:WebhookSecret", "Meta:AccessToken", "Meta:AppSecret", "Gmail:RefreshToken", "Gmail:ClientSecret", "Telegram:BotToken"];

    public SandboxWorld World => world;

    public static bool IsWanted(IConfiguration settings) => settings.GetValue("Sandbox:Use", SandboxUse.Auto) switch
    {
        SandboxUse.On => true,
        SandboxUse.Off => false,
        _ => Credentials.All(key => string.IsNullOrEmpty(settings[key])),
    };

    /// <summary>Starts the emulators and puts their addresses and keys under the settings of the bot.</summary>
    public static async Task<SandboxMode> StartAsync(ConfigurationManager settings, TimeProvider time, CancellationToken ct = default)
    {
        var world = new SandboxWorld(new SandboxOptions(), time);
        var emulators = await SandboxHost.StartAsync(world, settings.GetValue("Sandbox:Port", 0), ct);
        settings.AddInMemoryCollection(world.BotSettings(emulators.BaseUri));
        return new(world, emulators);
    }

    public async ValueTask DisposeAsync()
    {
        await emulators.DisposeAsync();
        await world.DisposeAsync();
    }
}
