using MyCavoodle.Sandbox.Airtable;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Faults;
using MyCavoodle.Sandbox.Gmail;
using MyCavoodle.Sandbox.Meta;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Shopify;
using MyCavoodle.Sandbox.Telegram;

namespace MyCavoodle.Sandbox;

/// <summary>
/// Everything there is in a sandbox: the shop, the mailboxes and threads, the faults, the post. In memory; gone with the
/// process, except that the same seed and day make the same shop again.
/// </summary>
public sealed class SandboxWorld : IAsyncDisposable
{
    public SandboxWorld(SandboxOptions options, TimeProvider time)
    {
        (Options, Time, Bot) = (options, time, options.Bot);
        Faults = new FaultBoard();
        Courier = new Courier(Faults, time, options.WebhookPause);
        Shop = new GroomingShop(options, time);
        Shopify = new ShopifyPlatform(this);
        Meta = new MetaPlatform(this);
        Gmail = new GmailPlatform(this);
        Telegram = new TelegramPlatform(this);
        Airtable = new AirtablePlatform(this);
    }

    public SandboxOptions Options { get; }
    public TimeProvider Time { get; }
    /// <summary>Where the bot listens; may become known later than the world.</summary>
    public Uri? Bot { get; set; }
    /// <summary>Where the emulators answer, once a <see cref="SandboxHost"/> runs.</summary>
    public Uri? Emulators { get; internal set; }
    public GroomingShop Shop { get; }
    public Journal Journal { get; } = new();
    public FaultBoard Faults { get; }
    public Courier Courier { get; }

    /// <summary>Whoever reads or changes the shop, the journal or a platform holds this.</summary>
    internal Lock Gate { get; } = new();
    internal ShopifyPlatform Shopify { get; }
    internal MetaPlatform Meta { get; }
    internal GmailPlatform Gmail { get; }
    internal TelegramPlatform Telegram { get; }
    internal AirtablePlatform Airtable { get; }
    internal DateTimeOffset Now => Time.GetUtcNow();

    internal Uri? BotUrl(string path) => Bot is { } bot ? new Uri(bot.AbsoluteUri.TrimEnd('/') + "/" + path) : null;

    /// <summary>The settings a bot needs to talk to this sandbox.</summary>
    /// <param name="emulators">Where the emulators answer, <see cref="SandboxHost.BaseUri"/>.</param>
    public IReadOnlyDictionary<string, string?> BotSettings(Uri emulators)
    {
        var root = emulators.AbsoluteUri.TrimEnd('/') + "/";
        return new Dictionary<string, string?>
        {
            ["Shopify:BaseUrl"] = root,
            ["Shopify:AccessToken"] = Credentials.ShopifyAccessToken,
            ["Shopify:WebhookSecret"] = Credentials.ShopifyWebhookSecret,
            ["Meta:BaseUrl"] = root + "v26.0/",
            ["Meta:AppSecret"] = Credentials.MetaAppSecret,
            ["Meta:VerifyToken"] = Credentials.MetaVerifyToken,
            ["Meta:AccessToken"] = Credentials.MetaAccessToken,
            ["Meta:PageId"] = Credentials.MetaPageId,
            ["Meta:InstagramId"] = Credentials.MetaInstagramId,
            ["Meta:AdAccountId"] = Credentials.MetaAdAccountId,
            ["Gmail:BaseUrl"] = root,
            ["Gmail:TokenUrl"] = root + "token",
            ["Gmail:CertsUrl"] = root + "oauth2/v3/certs",
            ["Gmail:ClientId"] = Credentials.GmailClientId,
            ["Gmail:ClientSecret"] = Credentials.GmailClientSecret,
            ["Gmail:RefreshToken"] = Credentials.GmailRefreshToken,
            ["Gmail:Mailbox"] = Credentials.GmailMailbox,
            ["Gmail:Topic"] = Credentials.GmailTopic,
            ["Gmail:PushAudience"] = Credentials.GmailPushAudience,
            ["Gmail:PushServiceAccount"] = Credentials.GmailPushServiceAccount,
            ["Telegram:BaseUrl"] = root,
            ["Telegram:BotToken"] = Credentials.TelegramBotToken,
            ["Telegram:SecretToken"] = Credentials.TelegramSecretToken,
            ["Airtable:BaseUrl"] = root + "v0/",
            ["Airtable:Token"] = Credentials.AirtableToken,
            ["Airtable:BaseId"] = Credentials.AirtableBaseId,
            ["Airtable:WorkspaceId"] = Credentials.AirtableWorkspaceId,
            ["Staff:Bella:TelegramId"] = Staff.Bella.TelegramId.ToString(),
            ["Staff:Va:TelegramId"] = Staff.Va.TelegramId.ToString(),
            ["Staff:Josh:TelegramId"] = Staff.Josh.TelegramId.ToString(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Courier.DisposeAsync();
        Gmail.Dispose();
    }
}
