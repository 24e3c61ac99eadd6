using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub.Postgres;

/// <summary>The hub in PostgreSQL, for a shop that outgrows one file or one machine.</summary>
public static class PostgresHub
{
    public static DbContextOptionsBuilder UsePostgresHub(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgresHub).Assembly.GetName().Name));
}
