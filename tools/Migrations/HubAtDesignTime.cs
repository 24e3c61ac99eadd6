using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using MyCavoodle.Hub;
using MyCavoodle.Hub.Postgres;
using MyCavoodle.Hub.Sqlite;

// dotnet ef migrations add NAME --project src/Hub.Sqlite   --startup-project tools/Migrations -- sqlite
// dotnet ef migrations add NAME --project src/Hub.Postgres --startup-project tools/Migrations -- postgres
Console.Error.WriteLine("This program only serves `dotnet ef`.");
return 2;

sealed class HubAtDesignTime : IDesignTimeDbContextFactory<HubContext>
{
    public HubContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<HubContext>();
        _ = args is ["postgres"] ? options.UsePostgresHub("Host=localhost") : options.UseSqliteHub("Data Source=obj/design.db");
        return new HubContext(options.Options);
    }
}
