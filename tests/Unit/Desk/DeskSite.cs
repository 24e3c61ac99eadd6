using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyCavoodle.Bot.Desk;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Desk;

/// <summary>The desk alone on a port of its own, and a browser without scripts that keeps cookies and follows nothing.</summary>
public sealed partial class DeskSite : IAsyncDisposable
{
    public const string Password = "a long desk password";

    readonly WebApplication site;

    DeskSite(WebApplication site) => this.site = site;

    public HttpClient Browser { get; private set; } = null!;

    public static async Task<DeskSite> OpenAsync(DeskBench bench, bool sandbox)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(DeskRegistration).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<StaffOptions>(staff => staff.Bella.PasswordHash = new PasswordHasher<object>().HashPassword(new(), Password));
        builder.Services.AddSingleton<IDbContextFactory<HubContext>>(bench.Hubs).AddSingleton<TimeProvider>(bench.Time)
            .AddSingleton(bench.Bell).AddSingleton(bench.Replies).AddDesk(sandbox);
        var app = builder.Build();
        app.UseDesk();
        app.MapDesk();
        await app.StartAsync();
        return new(app) { Browser = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    /// <returns>Where the answer leads.</returns>
    public async Task<string?> SignInAsync(string name, string? password = null, string? returnUrl = null)
    {
        var page = await Browser.GetStringAsync("/desk/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["name"] = name, ["password"] = password ?? "", ["returnUrl"] = returnUrl ?? "",
        });
        using var answer = await Browser.PostAsync("/desk/session", form);
        return answer.Headers.Location?.ToString();
    }

    public async Task<(HttpStatusCode Status, string? Location)> AskAsync(string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        using var answer = await Browser.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.PathAndQuery);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await site.DisposeAsync();
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")] private static partial Regex Token();
}
