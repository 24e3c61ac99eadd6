using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Postgres;
using MyCavoodle.Hub.Sqlite;

namespace MyCavoodle.Bot.Hosting;

/// <summary>Opens the hub in the database the settings name, and brings its tables up to date.</summary>
public static class Store
{
    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration("Store").ValidateDataAnnotations().ValidateOnStart()
            .Validate(CanRead, "Store:ConnectionString: Store:Provider cannot read it. Sqlite: Data Source=data/hub.db; Postgres: Host=…;Database=…;Username=…;Password=….");
        return services.AddPooledDbContextFactory<HubContext>((provider, options) =>
        {
            options.UseStore(provider.GetRequiredService<IOptions<StoreOptions>>().Value);
            // Without a mirror nobody would ever read the notes.
            if (provider.GetRequiredService<IOptions<AirtableOptions>>().Value.HasBase) options.AddInterceptors(new ChangeNotes(provider.GetRequiredService<TimeProvider>()));
        });
    }

    public static DbContextOptionsBuilder UseStore(this DbContextOptionsBuilder options, StoreOptions store) => store.Provider switch
    {
        StoreProvider.Postgres => options.UsePostgresHub(store.ConnectionString),
        _ => options.UseSqliteHub(store.ConnectionString),
    };

    /// <exception cref="OptionsValidationException">The store is not there, or not ours to write to.</exception>
    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        try
        {
            await using var hub = await services.GetRequiredService<IDbContextFactory<HubContext>>().CreateDbContextAsync(ct);
            await hub.Database.MigrateAsync(ct);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or SocketException)
        {
            throw new OptionsValidationException("Store", typeof(StoreOptions), [$"Store:ConnectionString: the hub cannot be opened there: {e.Message}"]);
        }
    }

    /// <summary>The one database whose driver understands the text: Host=… or Data Source=…; null: none, or more than one.</summary>
    public static StoreProvider? ProviderOf(string connectionString) =>
        Enum.GetValues<StoreProvider>().Where(p => CanRead(new() { Provider = p, ConnectionString = connectionString })).ToList() is [var only] ? only : null;

    public static bool CanRead(StoreOptions store) => store.Provider switch
    {
        StoreProvider.Postgres => PostgresHub.CanRead(store.ConnectionString),
        _ => SqliteHub.CanRead(store.ConnectionString),
    };
}
