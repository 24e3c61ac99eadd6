using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

public static class FeedsRegistration
{
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.AddOptions<StoreSessionOptions>().BindConfiguration("Sessions").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<FactWriter>()
            .AddSingleton<ShopIntake>()
            .AddSingleton<PrivacyWishes>()
            .AddSingleton<PublicAddress>()
            .AddSingleton<ShopBackfill>()
            .AddSingleton<ShopVersion>()
            .AddSingleton<ShopPull>()
            .AddSingleton<ShopReconciliation>()
            .AddSingleton<ShopWebhooks>()
            .AddSingleton<SessionPull>()
            .AddSingleton<AdSpendPull>()
            .AddSingleton<ISource, ShopifyFeed>()
            .AddAirtable();
    }
}
