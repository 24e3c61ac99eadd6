namespace MyCavoodle.Tests.Scenarios;

/// <summary>
/// A test in a real browser; skipped, with the reason, where there is none. With <c>MYCAVOODLE_NO_SKIPS=1</c> nothing is
/// skipped: what is missing then fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public BrowserFactAttribute()
    {
        if (Chromium is null && Environment.GetEnvironmentVariable("MYCAVOODLE_NO_SKIPS") != "1")
            Skip = "No Chromium here: install it, or set CHROMIUM to the program.";
    }

    /// <summary>The program: <c>CHROMIUM</c>, or the first found on the path; null: none.</summary>
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
