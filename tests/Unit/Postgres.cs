namespace MyCavoodle.Tests.Unit;

/// <summary>The PostgreSQL server the tests may use: the one PGHOST, PGPORT, PGUSER and PGPASSWORD name, as pg_virtualenv sets them.</summary>
static class Postgres
{
    public static readonly bool IsThere = Environment.GetEnvironmentVariable("PGHOST") is { Length: > 0 };

    /// <summary>User and password are read from the environment by the driver itself.</summary>
    public static string Database(string name) =>
        $"Host={Environment.GetEnvironmentVariable("PGHOST")};Port={Environment.GetEnvironmentVariable("PGPORT") ?? "5432"};Database={name};Pooling=false";
}

/// <summary>A test that needs PostgreSQL; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!Postgres.IsThere && Environment.GetEnvironmentVariable("MYCAVOODLE_NO_SKIPS") != "1")
            Skip = "No PostgreSQL here: run under `pg_virtualenv`, or set PGHOST, PGPORT, PGUSER and PGPASSWORD.";
    }
}
