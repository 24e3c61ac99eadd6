using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Faults;

/// <summary>Lets the faults on the board strike API calls, before or after the emulator has done its work.</summary>
sealed class FaultMiddleware(RequestDelegate next, SandboxWorld world)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var provider = ProviderOf(path);
        if (provider is null || world.Faults.TakeForCall(provider, path) is not { } fault) { await next(context); return; }
        switch (fault.Kind)
        {
            case "status":
                await FaultAnswer.Of(provider, fault.Status, path).WriteAsync(context);
                break;
            case "slow":
                await Task.Delay(fault.Delay, context.RequestAborted);
                await next(context);
                break;
            case "drop":
                context.Abort();
                break;
            default:
                await AcceptThenHangAsync(context, fault.Delay);
                break;
        }
    }

    /// <summary>The deed is done and recorded, the caller never hears of it.</summary>
    async Task AcceptThenHangAsync(HttpContext context, TimeSpan hold)
    {
        context.Response.Body = new MemoryStream();
        await next(context);
        await Task.Delay(hold, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    static string? ProviderOf(string path) => path switch
    {
        _ when path.StartsWith("/admin", StringComparison.Ordinal) || path.StartsWith("/shopify-bulk", StringComparison.Ordinal) => "shopify",
        _ when path.StartsWith("/bot", StringComparison.Ordinal) => "telegram",
        _ when path.StartsWith("/gmail", StringComparison.Ordinal) || path is "/token" or "/oauth2/v3/certs" => "gmail",
        _ when path.StartsWith("/v0/", StringComparison.Ordinal) => "airtable",
        ['/', 'v', >= '0' and <= '9', ..] => "meta",
        _ => null,
    };
}
