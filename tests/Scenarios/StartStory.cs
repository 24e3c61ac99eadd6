using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>Started in a way that cannot work, the program says what is wrong in plain words and ends; started well, it ends quietly when asked to.</summary>
public sealed class StartStory : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("mycavoodle-start-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sreve", "'sreve' is neither a verb nor a setting.")]
    [InlineData("--Flow:Conversin 3", "There is no setting Flow:Conversin.")]
    [InlineData("--verbose", "There is no setting verbose.")]
    [InlineData("--Store:ConnectionString", "--Store:ConnectionString needs a value.")]
    [InlineData("ask", "Required argument 'question' missing")]
    [InlineData("ask hello --colour", "Unrecognized command or argument '--colour'.")]
    [InlineData("chat --channel fax --from amy", "fax")]
    public async Task Wrong_usage_is_told_with_exit_code_2(string arguments, string words)
    {
        var (exit, _, error) = await RunAsync(arguments.Split(' '));
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    [Theory]
    [InlineData("--help", "ask <question>")]
    [InlineData("ask --help", "question")]
    [InlineData("--version", ".")]
    public async Task Help_is_given_with_exit_code_0(string arguments, string words)
    {
        var (exit, output, _) = await RunAsync(arguments.Split(' '));
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData("Store:ConnectionString: Store:Provider cannot read it", "--Store:ConnectionString", "nonsense")]
    [InlineData("Store:ConnectionString: Store:Provider cannot read it", "--Store:ConnectionString", "Data Source=")]
    [InlineData("Store:ConnectionString: the hub cannot be opened there", "--Store:ConnectionString", "Data Source=/proc/nowhere/hub.db")]
    [InlineData("Store:ConnectionString: the hub cannot be opened there", "--Store:Provider", "Postgres", "--Store:ConnectionString", "Host=127.0.0.1;Port=1;Database=x;Username=y;Password=z")]
    [InlineData("Store:Provider: 'Oracle' is not a choice of Sqlite, Postgres.", "--Store:Provider", "Oracle")]
    [InlineData("Sandbox:Use: 'Maybe' is not a choice of Auto, On, Off.", "--Sandbox:Use", "Maybe")]
    [InlineData("Sandbox:Port: 'any' is not a number.", "--Sandbox:Port", "any")]
    [InlineData("SupportHours:Days:0: 'Funday' is not a choice of Sunday", "--SupportHours:Days:0", "Funday")]
    [InlineData("SupportHours:Days:0: '7' is not a choice of Sunday", "--SupportHours:Days:0", "7")]
    [InlineData("SupportHours:Days: 'Monday' is not a list", "--SupportHours:Days", "Monday")]
    [InlineData("Prompts:Path: the prompts cannot be read", "--Prompts:Path", "/nowhere")]
    [InlineData("Urls: 'nonsense' is not an address to listen on", "--urls", "nonsense")]
    public async Task A_setting_that_cannot_work_is_named_with_exit_code_1(string words, params string[] arguments)
    {
        var (exit, _, error) = await RunAsync(arguments);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task A_verb_names_faulty_settings_too_and_all_at_once()
    {
        var (exit, _, error) = await RunAsync("ask", "hello", "--", "--Flow:Poll", "soon", "--Store:Provider", "Oracle");
        Assert.Contains("Flow:Poll: 'soon'", error, StringComparison.Ordinal);
        Assert.Contains("Store:Provider: 'Oracle'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task A_verb_knows_no_setting_that_the_bot_does_not_know()
    {
        var (exit, _, error) = await RunAsync("ask", "hello", "--", "--Flow:Pol", "1");
        Assert.Contains("There is no setting Flow:Pol.", error, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{ \"Store\": ");
        var (exit, _, error) = await RunAsync();
        Assert.Contains("appsettings.json", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (exit, _, error) = await RunAsync("--urls", $"http://{other.LocalEndpoint}");
        Assert.Contains("Is the bot running already?", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task Asked_to_end_while_it_works_it_ends_soon_and_quietly()
    {
        using var bot = Start(["--urls", "http://127.0.0.1:0"]);
        var errors = bot.StandardError.ReadToEndAsync();
        while (await bot.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("MyCavoodle answers", StringComparison.Ordinal)) { }
        // The first pull of the shop is under way.
        var rest = bot.StandardOutput.ReadToEndAsync();
        using (var ask = Process.Start("kill", ["-TERM", $"{bot.Id}"])) await ask.WaitForExitAsync();
        await bot.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(0, bot.ExitCode);
        Assert.Equal("", await errors);
        Assert.DoesNotContain("fail:", await rest, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_end_while_the_shop_does_not_answer_it_ends_soon_and_quietly()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var bot = Start(["--urls", "http://127.0.0.1:0", "--Sandbox:Use", "Off",
            "--Shopify:BaseUrl", $"http://{silent.LocalEndpoint}/", "--Shopify:AccessToken", "x", "--Shopify:WebhookSecret", "y"]);
        using var asked = await silent.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var output = bot.StandardOutput.ReadToEndAsync();
        using (var ask = Process.Start("kill", ["-TERM", $"{bot.Id}"])) await ask.WaitForExitAsync();
        await bot.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(8));

        Assert.Equal(0, bot.ExitCode);
        Assert.DoesNotContain("fail:", await output, StringComparison.Ordinal);
    }

    async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var bot = Start(arguments);
        var (output, error) = (bot.StandardOutput.ReadToEndAsync(), bot.StandardError.ReadToEndAsync());
        try
        {
            await bot.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            bot.Kill(entireProcessTree: true);
            Assert.Fail($"It went on: {await output}");
        }
        return (bot.ExitCode, await output, await error);
    }

    Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MyCavoodle.Bot.dll"), .. arguments])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        if (!arguments.Contains("--urls")) start.Environment["URLS"] = "http://127.0.0.1:0";
        return Process.Start(start)!;
    }
}
