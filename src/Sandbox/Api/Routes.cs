using System.Globalization;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>Binds paths to work on the world: one request at a time, refusals as problem JSON.</summary>
sealed class Routes(IEndpointRouteBuilder app, SandboxWorld world)
{
    readonly List<string> known = [];

    public IReadOnlyList<string> Known => known;

    public void Get(string path, Func<Call, Answer> work) => Map("GET", path, work);
    public void Post(string path, Func<Call, Answer> work) => Map("POST", path, work);
    public void Put(string path, Func<Call, Answer> work) => Map("PUT", path, work);
    public void Delete(string path, Func<Call, Answer> work) => Map("DELETE", path, work);

    /// <summary>For work that takes long, and holds the world's gate only for a part of it at a time.</summary>
    public void PostLong(string path, Func<Call, Answer> work) => Map("POST", path, work, holdsGate: false);

    void Map(string method, string path, Func<Call, Answer> work, bool holdsGate = true)
    {
        known.Add($"{method} /sandbox/api/{path}".TrimEnd('/'));
        app.MapMethods("/" + path, [method], async context =>
        {
            Answer answer;
            try
            {
                var call = await Call.ReadAsync(context, context.Request.Path);
                if (call.IsMalformed) throw new BadRequest("The body is not valid JSON.");
                if (!holdsGate) answer = work(call);
                else lock (world.Gate) answer = work(call);
            }
            catch (BadRequest e) { answer = Answer.Problem(400, e.Message); }
            catch (ShopException e) { answer = Answer.Problem(400, e.Message); }
            catch (NotFound e) { answer = Answer.Problem(404, e.Message); }
            await answer.WriteAsync(context);
        });
    }
}

/// <summary>The request makes no sense, and the message says why.</summary>
sealed class BadRequest(string message) : Exception(message);

/// <summary>What was asked about does not exist.</summary>
sealed class NotFound(string message) : Exception(message);

static class CallDemands
{
    /// <exception cref="BadRequest">It is missing.</exception>
    public static string Required(this Call call, string name) =>
        call[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value : throw new BadRequest($"\"{name}\" is required.");

    /// <exception cref="BadRequest">It is there and no number.</exception>
    public static decimal? Amount(this Call call, string name) => call[name] is not { } text ? null
        : decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new BadRequest($"\"{name}\" is a number of dollars.");

    public static string Route(this Call call, string name) => (string)call.Http.RouteValues[name]!;
}
