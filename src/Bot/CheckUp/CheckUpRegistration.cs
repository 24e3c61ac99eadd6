namespace MyCavoodle.Bot.CheckUp;

static class CheckUpRegistration
{
    /// <summary>Every check, in the order in which they are told.</summary>
    public static IServiceCollection AddCheckUp(this IServiceCollection services) => services
        .AddSingleton<ICheck, StoreCheck>()
        .AddSingleton<ICheck, ShopifyCheck>()
        .AddSingleton<ICheck, MirrorCheck>()
        .AddSingleton<ICheck, ProvidersCheck>()
        .AddSingleton<ICheck, ReconciliationCheck>();
}
