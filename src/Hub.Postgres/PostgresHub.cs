using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MyCavoodle.Hub.Postgres;

/// <summary>The hub in PostgreSQL, for a shop that outgrows one file or one machine.</summary>
public static class PostgresHub
{
    public static DbContextOptionsBuilder UsePostgresHub(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgresHub).Assembly.GetName().Name));

    /// <summary>True when the driver understands the text; whether anything is there is another matter.</summary>
    public static bool CanRead(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is { Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
