using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>What a person does in Airtable's web app: webhooks hear of it as "client".</summary>
sealed class AirtableRoutes(SandboxWorld world)
{
    const int MostRows = 1000;

    public void Map(Routes api)
    {
        api.Get("airtable/bases", _ => Answer.Ok(new JsonArray([.. world.Airtable.Bases.Select(Written)])));
        api.Get("airtable/bases/{base}/tables", call => Answer.Ok(Tables(Base(call))));
        api.Get("airtable/bases/{base}/tables/{table}/records", List);
        api.Post("airtable/bases/{base}/tables/{table}/records", call => Refusing(() => new Writing(Base(call), Table(call), Actor.Person).Create(Typed(call))));
        api.Put("airtable/bases/{base}/tables/{table}/records/{record}", call => Refusing(() => new Writing(Base(call), Table(call), Actor.Person).UpdateOne(Typed(call), Row(call), replace: false)));
        api.Delete("airtable/bases/{base}/tables/{table}/records/{record}", call => Refusing(() => new Removing(Base(call), Table(call), Actor.Person).One(Row(call))));
        new AirtableSchemaRoutes(world).Map(api);
        api.Put("airtable/limit", SetLimit);
    }

    static JsonNode Written(Base home) => new JsonObject
    {
        ["id"] = home.Id, ["name"] = home.Name,
        ["tables"] = new JsonArray([.. home.Tables.Select(t => new JsonObject { ["id"] = t.Id, ["name"] = t.Name, ["records"] = t.Count })]),
    };

    static JsonObject Tables(Base home)
    {
        var json = SchemaDocument.Of(home);
        foreach (var (shown, table) in json["tables"]!.AsArray().Zip(home.Tables)) shown!["records"] = table.Count;
        return json;
    }

    /// <summary>Newest first. "cells" is json, as the API gives them, or text, as people see them.</summary>
    Answer List(Call call)
    {
        var (home, table) = (Base(call), Table(call));
        var document = new RecordDocument { Home = home, Table = table, ByFieldId = false, IsText = call["cells"] == "text" };
        var (limit, skip) = (Math.Clamp(call.Whole("limit") ?? 100, 1, MostRows), Math.Max(0, call.Whole("skip") ?? 0));
        return Answer.Ok(new JsonObject { ["total"] = table.Count, ["records"] = document.Of(table.Rows.Reverse().Skip(skip).Take(limit)) });
    }

    Answer SetLimit(Call call)
    {
        var platform = world.Airtable;
        var (perBase, perToken, seconds) = (Limit(call, "requestsPerSecond", 1), Limit(call, "requestsPerSecondPerToken", 1), Limit(call, "penaltySeconds", 0));
        (platform.RequestsPerSecond, platform.RequestsPerSecondPerToken) = (perBase ?? platform.RequestsPerSecond, perToken ?? platform.RequestsPerSecondPerToken);
        platform.Penalty = seconds is null ? platform.Penalty : TimeSpan.FromSeconds(seconds.Value);
        return Answer.Ok(new JsonObject
        {
            ["requestsPerSecond"] = platform.RequestsPerSecond, ["requestsPerSecondPerToken"] = platform.RequestsPerSecondPerToken, ["penaltySeconds"] = platform.Penalty.TotalSeconds,
        });
    }

    static int? Limit(Call call, string name, int least) => call[name] is null ? null
        : call.Whole(name) is { } number && number >= least ? number : throw new BadRequest($"\"{name}\" is a whole number, at least {least}.");

    /// <summary>The web app takes what people type.</summary>
    static Call Typed(Call call)
    {
        call.Body["typecast"] = true;
        return call;
    }

    Base Base(Call call) => BaseOf(world, call);
    Table Table(Call call) => TableOf(world, call);
    Row Row(Call call) => Table(call).Row(call.Route("record")) ?? throw new NotFound($"There is no record {call.Route("record")}.");

    /// <summary>By id or name, without regard to case.</summary>
    public static Base BaseOf(SandboxWorld world, Call call) => world.Airtable.Bases.FirstOrDefault(b => b.Id == call.Route("base") || string.Equals(b.Name, call.Route("base"), StringComparison.OrdinalIgnoreCase))
        ?? throw new NotFound($"There is no base {call.Route("base")}.");

    public static Table TableOf(SandboxWorld world, Call call) =>
        BaseOf(world, call).TryFind(call.Route("table"), out var table) ? table : throw new NotFound($"There is no table {call.Route("table")}.");

    /// <summary>Airtable's refusals in the words of this API.</summary>
    public static Answer Refusing(Func<Answer> work)
    {
        try { return work(); }
        catch (AirtableRefusal e) { throw new BadRequest(e.Message); }
    }
}
