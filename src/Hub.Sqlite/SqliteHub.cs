using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub.Sqlite;

/// <summary>The hub in one SQLite file: the default, nothing to install.</summary>
public static class SqliteHub
{
    /// <summary>Longer than any commit takes, shorter than anybody waits.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="connectionString">Data Source=path; the folder is made when it is missing.</param>
    public static DbContextOptionsBuilder UseSqliteHub(this DbContextOptionsBuilder options, string connectionString)
    {
        var path = Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource));
        if (path is not null) Directory.CreateDirectory(path);
        return options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteHub).Assembly.GetName().Name))
            .AddInterceptors(new DurableAndPatient(), new OneWriterAtATime(Patience));
    }

    /// <summary>True when the driver understands the text; whether anything is there is another matter.</summary>
    public static bool CanRead(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString).DataSource is { Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
