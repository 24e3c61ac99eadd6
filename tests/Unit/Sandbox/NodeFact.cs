namespace MyCavoodle.Tests.Unit.Sandbox;

/// <summary>
/// A test that runs Node.js; skipped, with the reason, where node or npm is absent. With <c>MYCAVOODLE_NO_SKIPS=1</c> nothing is
/// skipped: what is missing then fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!(IsHere("node") && IsHere("npm")) && Environment.GetEnvironmentVariable("MYCAVOODLE_NO_SKIPS") != "1")
            Skip = "No Node.js here: install nodejs and npm.";
    }

    static bool IsHere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
