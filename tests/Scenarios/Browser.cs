using Microsoft.Playwright;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>A real browser, started once for a story's tests; every visitor gets a window of their own, with nothing remembered.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Milliseconds an expectation waits for what is to happen.</summary>
    const float Patience = 20_000;

    readonly List<string> troubles = [];
    IPlaywright? driver;
    IBrowser? chromium;

    public async Task InitializeAsync()
    {
        // Without one the tests are skipped, but their class is still set up.
        if (BrowserFactAttribute.Chromium is not { } program) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        driver = await Playwright.CreateAsync();
        chromium = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }

    /// <summary>Opens a page of the shop in a new visitor's window, 1400 px wide.</summary>
    public async Task<IPage> OpenAsync(Uri shop, string path)
    {
        Assert.True(chromium is not null, "There is no Chromium: install it, or set CHROMIUM to the program.");
        var window = await chromium.NewContextAsync(new() { BaseURL = shop.ToString(), ViewportSize = new() { Width = 1400, Height = 1000 } });
        window.SetDefaultTimeout(Patience);
        window.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Authority != shop.Authority) troubles.Add($"loads from elsewhere: {asked}");
        };
        window.Response += (_, response) =>
        {
            if (response.Status >= 400) troubles.Add($"{response.Status} for {response.Url}");
        };
        window.WebError += (_, error) => troubles.Add(error.Error);
        var page = await window.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Closes every window; fails if in one a script or a request failed, or a page asked anybody else for anything.</summary>
    public async Task CloseWindowsAsync()
    {
        foreach (var window in chromium?.Contexts.ToList() ?? []) await window.CloseAsync();
        var seen = troubles.ToList();
        troubles.Clear();
        Assert.Empty(seen);
    }

    /// <summary>Keeps a picture under artifacts/screenshots, for people to look at.</summary>
    public static Task KeepAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots", $"{name}.png"), FullPage = true });

    /// <summary>On a phone nothing may stick out to the side.</summary>
    public static async Task FitsAPhoneAsync(IPage page, string name)
    {
        const int width = 390;
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(width, 844);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await KeepAsync(page, $"{name}-phone");
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        driver?.Dispose();
    }
}
