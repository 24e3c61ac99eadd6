using Xunit;

namespace MyCavoodle.Tests.Unit;

/// <summary>A test that reads provider samples kept beside the repository; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        Skip = Shared.ReasonToSkip;
    }
}

/// <inheritdoc cref="SharedFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        Skip = Shared.ReasonToSkip;
    }
}

/// <summary>The folder of provider samples: <c>MYCAVOODLE_SHARED</c>, or <c>shared</c> beside any folder above the tests.</summary>
static class Shared
{
    const string Absent = "No provider samples here: set MYCAVOODLE_SHARED to the folder that holds fixtures/.";

    /// <summary>Null: the test runs. With <c>MYCAVOODLE_NO_SKIPS=1</c> it always does, and fails where samples are missing.</summary>
    public static string? ReasonToSkip => Folder is null && Environment.GetEnvironmentVariable("MYCAVOODLE_NO_SKIPS") != "1" ? Absent : null;

    public static readonly string? Folder = Candidates().FirstOrDefault(f => Directory.Exists(Path.Combine(f, "fixtures")));

    /// <summary>The text of a sample such as <c>shopify/rest_shop.json</c>.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder ?? throw new DirectoryNotFoundException(Absent), "fixtures", name));

    public static IEnumerable<string> Names(string provider, string pattern = "*.json") => Folder is null ? []
        : Directory.EnumerateFiles(Path.Combine(Folder, "fixtures", provider), pattern).Select(f => $"{provider}/{Path.GetFileName(f)}").Order();

    static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("MYCAVOODLE_SHARED") is { Length: > 0 } given)
            yield return given;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            yield return Path.Combine(at.FullName, "..", "shared");
    }
}
