using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

public static class FeedsRegistration
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<FactWriter>()
        .AddSingleton<ShopIntake>()
        .AddSingleton<PrivacyWishes>()
        .AddSingleton<ShopPull>()
        .AddSingleton<AdSpendPull>()
        .AddSingleton<ISource, ShopifyFeed>();
}
