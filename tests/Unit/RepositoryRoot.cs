namespace MyCavoodle.Tests.Unit;

/// <summary>Where the solution is, seen from the tests.</summary>
static class RepositoryRoot
{
    public static readonly string Path = Find();

    static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "MyCavoodle.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("MyCavoodle.sln is in no folder above the tests.");
    }
}
