using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>What the README shows is what the program prints, and its links lead somewhere.</summary>
public sealed partial class ReadmeStory
{
    static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public async Task The_exchange_shown_is_what_the_program_prints()
    {
        var shown = Exchange().Match(Readme);
        Assert.True(shown.Success, "The README shows an exchange of the terminal chat.");
        var folder = Directory.CreateTempSubdirectory("mycavoodle-readme-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MyCavoodle.Bot.dll"), "chat", "--channel", "instagram", "--from", "someone",
            "--once", shown.Groups[1].Value])
        { RedirectStandardOutput = true, WorkingDirectory = folder };
        using var chat = Process.Start(start)!;

        var printed = await chat.StandardOutput.ReadToEndAsync();
        await chat.WaitForExitAsync();

        Assert.Equal(0, chat.ExitCode);
        Assert.Equal(shown.Groups[2].Value.Trim(), printed.ReplaceLineEndings("\n").Trim());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_link_to_a_file_leads_somewhere() =>
        Assert.All(Link().Matches(Readme).Select(m => m.Groups[1].Value), path => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, path)), path));

    [GeneratedRegex(@"\$ dotnet run --project src/Bot -- chat --channel instagram --from someone --once ""([^""]+)""\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Exchange();
    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)[^)]*\)")] private static partial Regex Link();
}
