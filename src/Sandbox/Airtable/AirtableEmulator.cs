using Microsoft.AspNetCore.Http.Features;
using MyCavoodle.Sandbox.Airtable.Hooks;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Stands where https://api.airtable.com/v0 stands. https://airtable.com/developers/web/api/introduction</summary>
sealed class AirtableEmulator(SandboxWorld world)
{
    const int LongestAddress = 16_000;

    public void Map(IEndpointRouteBuilder app) => app.Map("/v0/{**path}", async context =>
    {
        // Limits count arrivals, not whose turn it is while the sandbox is busy.
        var arrivedAt = world.Now;
        var call = await Call.ReadAsync(context, "");
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Answer answer;
        lock (world.Gate) answer = Guarded(call, target, arrivedAt);
        await answer.WriteAsync(context);
    });

    Answer Guarded(Call call, string target, DateTimeOffset arrivedAt)
    {
        try
        {
            if (target.Length > LongestAddress) return AirtableRefusal.Body(414, "REQUEST_URI_TOO_LONG", $"The URL is longer than {LongestAddress} characters. Use POST /listRecords instead.");
            if (call.Bearer != Credentials.AirtableToken) return AirtableRefusal.Body(401, "AUTHENTICATION_REQUIRED", "Authentication required");
            var path = Parts(target);
            var home = world.Airtable.Find(BaseId(path));
            if (!world.Airtable.TryEnter(home, arrivedAt)) return AirtableRefusal.TooMany();
            if (call.IsMalformed) throw AirtableRefusal.Invalid("Could not parse request body", "INVALID_REQUEST_BODY");
            return Route(call, path, home) ?? throw AirtableRefusal.NotFound();
        }
        catch (AirtableRefusal e) { return e.ToAnswer(); }
    }

    Answer? Route(Call call, string[] path, Base? home)
    {
        var schema = new SchemaRequests(world.Airtable);
        return (call.Method, path) switch
        {
            ("GET", ["meta", "whoami"]) => Answer.Ok(new System.Text.Json.Nodes.JsonObject { ["id"] = User.Josh.Id }),
            ("GET", ["meta", "bases"]) => schema.Bases(),
            ("POST", ["meta", "bases"]) => schema.CreateBase(call),
            (_, ["meta", "bases", var id, "tables", .. var rest]) => Schema(call, KnownBase(home, id), rest),
            (_, ["bases", var id, "webhooks", .. var rest]) => new HookRequests(KnownBase(home, id), world).Route(call, rest),
            (_, ["meta", ..] or ["bases", ..]) => null,
            (_, [var id, var table, .. var rest]) => Records(call, KnownBase(home, id), TableOf(KnownBase(home, id), table), rest),
            _ => null,
        };
    }

    static Answer? Schema(Call call, Base home, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => SchemaRequests.Tables(home),
        ("POST", []) => SchemaRequests.CreateTable(home, call),
        ("PATCH", [var table]) => SchemaRequests.PatchTable(home, TableOf(home, table), call),
        ("POST", [var table, "fields"]) => SchemaRequests.CreateField(home, TableOf(home, table), call),
        ("PATCH", [var table, "fields", var field]) => SchemaRequests.PatchField(home, TableOf(home, table), TableOf(home, table).FindById(field) ?? throw AirtableRefusal.NoModel(), call),
        _ => null,
    };

    Answer? Records(Call call, Base home, Table table, string[] rest)
    {
        var (writing, listing) = (new Writing(home, table, Actor.Api), new Listing(home, table, world.Airtable.Pager));
        return (call.Method, rest) switch
        {
            ("GET", []) or ("POST", ["listRecords"]) => listing.Answer(call),
            ("POST", []) => writing.Create(call),
            ("PATCH", []) => writing.UpdateMany(call, replace: false),
            ("PUT", []) => writing.UpdateMany(call, replace: true),
            ("DELETE", []) => new Removing(home, table, Actor.Api).Many(call),
            ("GET", [var row]) => Answer.Ok(listing.Document(new Parameters(call)).Of(RowOf(table, row))),
            ("PATCH", [var row]) => writing.UpdateOne(call, RowOf(table, row), replace: false),
            ("PUT", [var row]) => writing.UpdateOne(call, RowOf(table, row), replace: true),
            ("DELETE", [var row]) => new Removing(home, table, Actor.Api).One(RowOf(table, row)),
            _ => null,
        };
    }

    /// <summary>What looks like no base's id is not found; what might be one is nobody's business.</summary>
    static Base KnownBase(Base? home, string id) => home ?? throw (AirtableId.Is("app", id) ? AirtableRefusal.NoModel() : AirtableRefusal.NotFound());

    static Table TableOf(Base home, string table) => home.TryFind(table, out var known) ? known : throw AirtableRefusal.NoModel();

    static Row RowOf(Table table, string row) => table.Row(row) ?? throw AirtableRefusal.NotFound();

    static string BaseId(string[] path) => path switch
    {
        ["meta", "bases", var id, ..] => id,
        ["bases", var id, ..] => id,
        [var id, ..] => id,
        _ => "",
    };

    /// <summary>From the address as it was sent: a table's name may hold an escaped slash.</summary>
    static string[] Parts(string target) => [.. target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Uri.UnescapeDataString)];
}
