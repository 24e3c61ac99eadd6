namespace MyCavoodle.Tests.Unit.Assistant;

/// <summary>The prompts as they stand in the repository.</summary>
static class PromptsFolder
{
    public static readonly string Path = Find(new(AppContext.BaseDirectory));

    static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("No MyCavoodle.sln above the tests.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "MyCavoodle.sln")) ? System.IO.Path.Combine(folder.FullName, "prompts")
        : Find(folder.Parent);
}
