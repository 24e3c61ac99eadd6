namespace MyCavoodle.Sandbox;

/// <summary>The keys the emulators ask for. Made up: they open nothing but a sandbox.</summary>
public static class Credentials
{
    public const string ShopifyDomain = "mycavoodle.myshopify.com";
    public const string ShopifyClientId = "sandbox-shopify-client";
    public const string ShopifyAccessToken = "sandbox-shopify-token";
    public const string ShopifyWebhookSecret = "sandbox-shopify-secret";

    public const string MetaAppId = "1517776481860111";
    public const string MetaAppSecret = "sandbox-meta-app-secret";
    public const string MetaVerifyToken = "sandbox-meta-verify";
    public const string MetaAccessToken = "sandbox-meta-page-token";
    public const string MetaPageId = "104520019870021";
    public const string MetaInstagramId = "17841400455970028";
    public const string MetaAdAccountId = "351418568000117";

    public const string GmailClientId = "sandbox-gmail.apps.googleusercontent.com";
    public const string GmailClientSecret = "sandbox-gmail-secret";
    public const string GmailRefreshToken = "sandbox-gmail-refresh";
    public const string GmailMailbox = "hello@mycavoodle.example";
    public const string GmailTopic = "projects/mycavoodle-sandbox/topics/gmail";
    public const string GmailSubscription = "projects/mycavoodle-sandbox/subscriptions/gmail-push";
    /// <summary>A name, not an address: the bot may learn its own port late.</summary>
    public const string GmailPushAudience = "mycavoodle-gmail-push";
    public const string GmailPushServiceAccount = "gmail-push@mycavoodle-sandbox.iam.gserviceaccount.com";

    public const string TelegramBotToken = "7000000001:AASandboxBotTokenOfMyCavoodle000001";
    public const string TelegramSecretToken = "sandbox-telegram-secret";

    public const string AirtableToken = "patSandboxToken01.mycavoodle-sandbox-token";
    public const string AirtableWorkspaceId = "wspMyCavoodle0001";
    /// <summary>A base as new as the web app makes them.</summary>
    public const string AirtableBaseId = "appMyCavoodle0001";
}
