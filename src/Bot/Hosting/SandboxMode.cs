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
        ["Shopify:AccessToken", "Shopify:ClientSecret", "Shopify:WebhookSecret", "Meta:AccessToken", "Meta:AppSecret", "Gmail:RefreshToken", "Gmail:ClientSecret", "Telegram:BotToken", "Airtable:Token"];

    public SandboxWorld World => world;

    /// <summary>False when its own settings cannot be read: the check of all settings tells so.</summary>
    public static bool IsWanted(IConfiguration settings)
    {
        var written = settings["Sandbox:Use"] is { Length: > 0 } word ? word : nameof(SandboxUse.Auto);
        if (Port(settings) is null || !Enum.TryParse<SandboxUse>(written, ignoreCase: true, out var use)) return false;
        return use == SandboxUse.On || use == SandboxUse.Auto && Credentials.All(key => string.IsNullOrEmpty(settings[key]));
    }

    static int? Port(IConfiguration settings) => settings["Sandbox:Port"] is not { Length: > 0 } written ? 0
        : int.TryParse(written, System.Globalization.CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535 ? port : null;

    /// <summary>Starts the emulators and puts their addresses and keys under the settings of the bot.</summary>
    public static async Task<SandboxMode> StartAsync(ConfigurationManager settings, TimeProvider time, CancellationToken ct = default)
    {
        var world = new SandboxWorld(new SandboxOptions(), time);
        var emulators = await SandboxHost.StartAsync(world, Port(settings) ?? 0, ct);
        settings.AddInMemoryCollection(world.BotSettings(emulators.BaseUri));
        return new(world, emulators);
    }

    public async ValueTask DisposeAsync()
    {
        await emulators.DisposeAsync();
        await world.DisposeAsync();
    }
}
