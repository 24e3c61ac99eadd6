using System.Reflection;

namespace MyCavoodle.Sandbox.Page;

/// <summary>Serves the page people play on, out of this assembly: no files to find, nothing fetched from elsewhere.</summary>
static class SandboxPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Serve(app, "/sandbox", "index.html", "text/html; charset=utf-8");
        Serve(app, "/sandbox/page.css", "page.css", "text/css; charset=utf-8");
        Serve(app, "/sandbox/page.js", "page.js", "text/javascript; charset=utf-8");
        Serve(app, "/sandbox/airtable.js", "airtable.js", "text/javascript; charset=utf-8");
    }

    static void Serve(IEndpointRouteBuilder app, string path, string file, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(SandboxPage).Namespace}.{file}")!;
        using var reader = new StreamReader(stream);
        var content = reader.ReadToEnd();
        app.MapGet(path, context =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.CacheControl = "no-cache";
            return context.Response.WriteAsync(content, context.RequestAborted);
        }).AllowAnonymous();
    }
}
