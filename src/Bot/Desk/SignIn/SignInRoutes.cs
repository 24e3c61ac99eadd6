using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk.SignIn;

/// <summary>Opens and ends sessions. Both are forms with an antiforgery token; what fails is said in the same words whatever failed.</summary>
static class SignInRoutes
{
    public const string Page = "/desk/sign-in";
    public const string Open = "/desk/session";
    public const string End = "/desk/session/end";
    const string Failed = $"{Page}?failed=true";
    const string Limit = "desk-sign-in";

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        // The address is the connection's: behind a proxy, that proxy has to limit too.
        limits.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Redirect(Failed);
            return ValueTask.CompletedTask;
        };
    });

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var open = app.MapPost(Open, OpenAsync).AllowAnonymous();
        if (!app.ServiceProvider.GetRequiredService<StaffSessions>().IsSandbox) open.RequireRateLimiting(Limit);
        app.MapPost(End, EndAsync).RequireAuthorization();
    }

    static async Task<IResult> OpenAsync(
        HttpContext http, [FromServices] StaffSessions sessions, [FromForm] string? name, [FromForm] string? password, [FromForm] string? returnUrl)
    {
        var member = Enum.TryParse<StaffName>(name, out var known) ? known : (StaffName?)null;
        if (sessions.Open(member, password) is not { } session) return Results.LocalRedirect(Failed);
        await http.SignInAsync(session);
        return Results.LocalRedirect(IsOurs(returnUrl) ? returnUrl! : "/desk");
    }

    static async Task<IResult> EndAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        await http.SignOutAsync();
        return Results.LocalRedirect(Page);
    }

    /// <summary>Nobody is sent elsewhere by a link to the sign-in page.</summary>
    static bool IsOurs(string? url) => url is not null && url.All(c => c is > ' ' and < '\x7f') && (url == "/desk" || url.StartsWith("/desk/", StringComparison.Ordinal) || url.StartsWith("/desk?", StringComparison.Ordinal));
}
