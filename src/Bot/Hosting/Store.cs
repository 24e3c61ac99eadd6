using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Postgres;
using MyCavoodle.Hub.Sqlite;

namespace MyCavoodle.Bot.Hosting;

/// <summary>Opens the hub in the database the settings name, and brings its tables up to date.</summary>
public static class Store
{
    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration("Store").ValidateDataAnnotations().ValidateOnStart();
        return services.AddPooledDbContextFactory<HubContext>((provider, options) =>
            options.UseStore(provider.GetRequiredService<IOptions<StoreOptions>>().Value));
    }

    public static DbContextOptionsBuilder UseStore(this DbContextOptionsBuilder options, StoreOptions store) => store.Provider switch
    {
        StoreProvider.Postgres => options.UsePostgresHub(store.ConnectionString),
        _ => options.UseSqliteHub(store.ConnectionString),
    };

    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var hub = await services.GetRequiredService<IDbContextFactory<HubContext>>().CreateDbContextAsync(ct);
        await hub.Database.MigrateAsync(ct);
    }
}
