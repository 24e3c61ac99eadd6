using System.Net;
using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Desk;

public sealed class DeskSiteTests : IDisposable
{
    const string Failed = "/desk/sign-in?failed=true";

    readonly DeskBench bench = new();

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/dead-letters")]
    [InlineData("/desk/conversations/1")]
    public async Task Every_page_asks_to_sign_in_first(string page)
    {
        await using var site = await DeskSite.OpenAsync(bench, sandbox: false);

        var (status, location) = await site.AskAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.StartsWith("/desk/sign-in?returnUrl=", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_connection_is_refused_to_strangers()
    {
        await using var site = await DeskSite.OpenAsync(bench, sandbox: false);

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.AskAsync("/_blazor/negotiate?negotiateVersion=1", HttpMethod.Post)).Status);
    }

    [Theory]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/desk/desk.css")]
    [InlineData("/desk/desk.js")]
    public async Task The_files_of_the_pages_are_served(string file)
    {
        await using var site = await DeskSite.OpenAsync(bench, sandbox: false);

        Assert.Equal(HttpStatusCode.OK, (await site.AskAsync(file)).Status);
    }

    [Fact]
    public async Task One_click_signs_in_to_the_sandboxs_desk_and_shows_the_queue()
    {
        await bench.EscalatedAsync("<b>amy</b>", EscalationReason.HarmToAnimal);
        await using var site = await DeskSite.OpenAsync(bench, sandbox: true);

        Assert.Equal("/desk", await site.SignInAsync("Bella"));

        var queue = await site.Browser.GetStringAsync("/desk");
        Assert.Contains("Possible harm to an animal", queue, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;amy&lt;/b&gt;", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>amy", queue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_signs_in_and_nobody_is_sent_elsewhere()
    {
        await using var site = await DeskSite.OpenAsync(bench, sandbox: false);

        Assert.Equal("/desk", await site.SignInAsync("Bella", DeskSite.Password, returnUrl: "//evil.example/desk"));
        Assert.Equal("/desk", await site.SignInAsync("Bella", DeskSite.Password, returnUrl: "/desk/\r\nX-Evil: 1"));
        Assert.Equal("/desk", await site.SignInAsync("Bella", DeskSite.Password, returnUrl: "/desk/ü"));
        Assert.Equal(HttpStatusCode.OK, (await site.AskAsync("/desk")).Status);
    }

    [Fact]
    public async Task The_sixth_try_in_a_minute_is_refused_in_the_same_words_even_with_the_right_password()
    {
        await using var site = await DeskSite.OpenAsync(bench, sandbox: false);
        for (var i = 0; i < 5; i++) Assert.Equal(Failed, await site.SignInAsync(i % 2 == 0 ? "Bella" : "Va", "wrong"));

        Assert.Equal(Failed, await site.SignInAsync("Bella", DeskSite.Password));
        Assert.Equal(HttpStatusCode.Redirect, (await site.AskAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var site = await DeskSite.OpenAsync(bench, sandbox: true);

        using var answer = await site.Browser.PostAsync("/desk/session", new FormUrlEncodedContent([new("name", "Bella")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_stand_in_no_frame_and_run_no_inline_script()
    {
        await using var site = await DeskSite.OpenAsync(bench, sandbox: true);

        using var answer = await site.Browser.GetAsync("/desk/sign-in");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    public void Dispose() => bench.Dispose();
}
