using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Desk.SignIn;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>The staff web at <c>/desk</c>: server-rendered, live, behind a sign-in.</summary>
public static class DeskRegistration
{
    const string Cookie = "mycavoodle-desk";

    /// <param name="sandbox">One click signs in as anybody.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, bool sandbox)
    {
        services.AddSingleton<StaffDesk>().AddSingleton<DeskQueue>().AddSingleton<DeadLetters>().AddSingleton<Disagreements>().AddSingleton<ConversationSheets>();
        services.AddSingleton<HubChanges>().AddHostedService(p => p.GetRequiredService<HubChanges>());
        services.AddSingleton(p => new StaffSessions(sandbox, p.GetRequiredService<IOptionsMonitor<StaffOptions>>()));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        return services.AddSession().AddSignInLimit();
    }

    static IServiceCollection AddSession(this IServiceCollection services)
    {
        // Kept beside the default database, so that a restart signs nobody out.
        var keys = Path.GetFullPath(Path.Combine("data", "keys"));
        services.AddDataProtection().SetApplicationName("MyCavoodle").PersistKeysToFileSystem(new(keys));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(session =>
        {
            session.Cookie.Name = Cookie;
            session.Cookie.HttpOnly = true;
            session.Cookie.SameSite = SameSiteMode.Strict;
            session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            session.ExpireTimeSpan = TimeSpan.FromHours(12);
            session.SlidingExpiration = true;
            session.LoginPath = session.AccessDeniedPath = SignInRoutes.Page;
            session.ReturnUrlParameter = "returnUrl";
            session.Events.OnValidatePrincipal = context =>
            {
                if (!context.HttpContext.RequestServices.GetRequiredService<StaffSessions>().IsGood(context.Principal)) context.RejectPrincipal();
                return Task.CompletedTask;
            };
        });
        return services;
    }

    public static void UseDesk(this WebApplication app)
    {
        app.UseDeskFiles();
        app.UseDeskHeaders();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapDesk(this WebApplication app)
    {
        app.MapSignIn();
        app.MapRazorComponents<DeskPage>().RequireAuthorization()
            // Its own frame policy would be a second header beside the desk's.
            .AddInteractiveServerRenderMode(live => live.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>
    /// Style sheet and scripts, wherever the program is started from: as a build finds them (a list beside the program),
    /// or as publishing lays them out (a folder beside it).
    /// </summary>
    static void UseDeskFiles(this WebApplication app)
    {
        StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, app.Configuration);
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(published))
            app.Environment.WebRootFileProvider = new CompositeFileProvider(app.Environment.WebRootFileProvider, new PhysicalFileProvider(published));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = app.Environment.WebRootFileProvider });
    }

    /// <summary>Pages of the desk load nothing from elsewhere, run no script of their own text, stand in no frame and are kept by no cache.</summary>
    static void UseDeskHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments("/desk")) return next();
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; connect-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        return next();
    });
}
