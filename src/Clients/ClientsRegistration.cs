using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Http;
using MyCavoodle.Clients.Llm;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Clients.Telegram;

namespace MyCavoodle.Clients;

public static class ClientsRegistration
{
    /// <summary>
    /// Registers a client per provider, each from the configuration section of its name, checked before the host starts. Providers
    /// without credentials are registered too and refuse every call: ask their options' <see cref="ProviderOptions.IsConfigured"/>.
    /// </summary>
    public static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddProvider<ShopifyOptions>(ShopifyClient.Provider)
            .AddSingleton(p => new ShopifyAccess(p.Http(ShopifyClient.Provider), p.Options<ShopifyOptions>(), p.Time()))
            .AddSingleton(p => new ShopifyConnection(p.Http(ShopifyClient.Provider), p.GetRequiredService<ShopifyAccess>(), p.Options<ShopifyOptions>(), p.Time()))
            .AddSingleton(p => new ShopifyClient(p.GetRequiredService<ShopifyConnection>()))
            .AddSingleton(p => new GraphQlCalls(p.GetRequiredService<ShopifyConnection>()))
            .AddSingleton(p => new ShopifyGraphQl(p.GetRequiredService<GraphQlCalls>(), p.GetRequiredService<ShopifyConnection>().Version))
            .AddSingleton(p => new BulkExport(p.GetRequiredService<GraphQlCalls>(), new BulkFile(p.Http(BulkFile.Client), p.Options<ShopifyOptions>(), p.Time())));
        services.AddDownloads(BulkFile.Client);
        services.AddProvider<MetaOptions>(MetaClient.Provider)
            .AddSingleton(p => new MetaClient(p.Http(MetaClient.Provider), p.Options<MetaOptions>()));
        services.AddProvider<GmailOptions>(GmailClient.Provider)
            .AddSingleton(p => new GmailAccess(p.Http(GmailClient.Provider), p.Options<GmailOptions>(), p.Time()))
            .AddSingleton(p => new GmailClient(p.Http(GmailClient.Provider), p.GetRequiredService<GmailAccess>(), p.Options<GmailOptions>(), p.Time()))
            .AddSingleton(p => new GooglePushKeys(p.Http(GmailClient.Provider), p.Options<GmailOptions>(), p.Time()))
            .AddSingleton(p => new GooglePushToken(p.GetRequiredService<GooglePushKeys>(), p.Options<GmailOptions>(), p.Time()));
        services.AddProvider<TelegramOptions>(TelegramClient.Provider, pathIsSecret: true)
            .AddSingleton(p => new TelegramClient(p.Http(TelegramClient.Provider), p.Options<TelegramOptions>()));
        services.AddProvider<AirtableOptions>(AirtableClient.Provider)
            .AddSingleton(p => new AirtableClient(p.Http(AirtableClient.Provider), p.Options<AirtableOptions>(), p.Time()));
        services.AddProvider<LlmOptions>(OpenAiChat.Provider)
            .AddSingleton(p => new OpenAiChat(p.Http(OpenAiChat.Provider), p.Options<LlmOptions>(), p.Time()));
        return services;
    }

    static IServiceCollection AddProvider<TOptions>(this IServiceCollection services, string section, bool pathIsSecret = false)
        where TOptions : ProviderOptions
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new WholeCredentials<TOptions>(section));
        services.AddHttpClient(section, http => http.Timeout = Timeout.InfiniteTimeSpan)         // the handler's limit counts, per try
            .RemoveAllLoggers()                                                                  // they write whole addresses, tokens included
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => Network(pathIsSecret))
            .AddHttpMessageHandler(p => new PatientHandler(section, p.Options<TOptions>().Timeout, p.Time()));
        return services;
    }

    // Large files from elsewhere, read as they arrive: nothing is buffered, repeated or signed.
    static void AddDownloads(this IServiceCollection services, string name) =>
        services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => Network(pathIsSecret: true));

    // No redirects: none of the APIs uses them, and following one would hand the token to whoever it names.
    // Without a propagator the handler starts no trace span, and a span would carry the path.
    static SocketsHttpHandler Network(bool pathIsSecret)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = System.Net.DecompressionMethods.All,
        };
        if (pathIsSecret)
            handler.ActivityHeadersPropagator = null;
        return handler;
    }

    static HttpClient Http(this IServiceProvider services, string name) => services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
    static TOptions Options<TOptions>(this IServiceProvider services) where TOptions : class => services.GetRequiredService<IOptions<TOptions>>().Value;
    static TimeProvider Time(this IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
