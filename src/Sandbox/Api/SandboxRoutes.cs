using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Page;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>The sandbox's own pages: the one people play on, and the API tests and scripts use.</summary>
public static class SandboxRoutes
{
    /// <summary>Adds <c>/sandbox</c> and <c>/sandbox/api/...</c>, open to everybody. See docs/sandbox.md.</summary>
    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder app, SandboxWorld world)
    {
        SandboxPage.Map(app);
        var api = new Routes(app.MapGroup("/sandbox/api").AllowAnonymous(), world);
        api.Get("", _ => Answer.Ok(new JsonObject { ["routes"] = new JsonArray([.. api.Known.Select(r => (JsonNode)r)]) }));
        api.Get("settings", call => Answer.Ok(new JsonObject(world.BotSettings(world.Emulators ?? Origin(call)).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)))));
        api.Put("bot", call => SetBot(world, call));
        new TalkRoutes(world).Map(api);
        new ShopRoutes(world).Map(api);
        new BackOfficeRoutes(world).Map(api);
        new TroubleRoutes(world).Map(api);
        new AirtableRoutes(world).Map(api);
        return app;
    }

    static Uri Origin(Call call) => new($"{call.Http.Scheme}://{call.Http.Host}/");

    static Answer SetBot(SandboxWorld world, Call call)
    {
        if (!Uri.TryCreate(call["url"], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new BadRequest("Give the bot's address as url, e.g. http://127.0.0.1:5080/.");
        world.Bot = url;
        return Answer.Ok(new JsonObject { ["url"] = url.AbsoluteUri });
    }
}
