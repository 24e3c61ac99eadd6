using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Meta;

/// <summary>
/// Stands where https://graph.facebook.com stands, any version. https://developers.facebook.com/docs/graph-api
/// </summary>
sealed class MetaEmulator(SandboxWorld world)
{
    const string OldestVersion = "v21.0";
    static readonly string[] LivingVersions = [OldestVersion, "v22.0", "v23.0", "v24.0", "v25.0", "v26.0"];

    public void Map(IEndpointRouteBuilder app) => app.Map("/v{version}/{**path}", async context =>
    {
        var call = await Call.ReadAsync(context, (string?)context.Request.RouteValues["path"] ?? "");
        Answer answer;
        lock (world.Gate) answer = Guarded(call);
        var version = $"v{context.Request.RouteValues["version"]}";
        // An expired version is served as the oldest living one; only this header tells.
        answer.With("facebook-api-version", LivingVersions.Contains(version) ? version : OldestVersion)
            .With("x-fb-trace-id", $"{Guid.NewGuid():n}"[..11]).With("x-fb-rev", "1030000000");
        await answer.WriteAsync(context);
    });

    Answer Guarded(Call call)
    {
        if ((call.Bearer ?? call["access_token"]) != Credentials.MetaAccessToken) return MetaError.BadToken();
        if (call.IsMalformed) return MetaError.Invalid("Invalid JSON");
        return (call.Method, call.Path) switch
        {
            ("POST", [var owner, "messages"]) when IsOurs(owner) => new Sending(world).Send(call),
            ("GET", [var owner, "conversations"]) when IsOurs(owner) => new Conversations(world).List(call, owner),
            ("GET", [['t', '_', ..] id, "messages"]) => new Conversations(world).Messages(id),
            ("GET", [var owner, "subscribed_apps"]) when IsOurs(owner) => Subscribed(),
            ("POST", [var owner, "subscribed_apps"]) when IsOurs(owner) => Subscribe(call),
            ("DELETE", [var owner, "subscribed_apps"]) when IsOurs(owner) => Unsubscribe(),
            ("GET", [['a', 'c', 't', '_', .. var account], "insights"]) => account == Credentials.MetaAdAccountId
                ? new Insights(world.Shop).Read(call) : MetaError.NoSuchObject($"act_{account}"),
            ("GET", [var id]) => Profile(id, call),
            (_, [var id, ..]) => MetaError.NoSuchObject(id),
            _ => MetaError.Invalid("Unknown path components"),
        };
    }

    static bool IsOurs(string id) => id is "me" or Credentials.MetaPageId or Credentials.MetaInstagramId;

    Answer Subscribed() => Answer.Ok(new JsonObject
    {
        ["data"] = world.Meta.SubscribedFields.Count == 0 ? [] : new JsonArray(new JsonObject
        {
            ["name"] = "MyCavoodle", ["id"] = Credentials.MetaAppId,
            ["subscribed_fields"] = new JsonArray([.. world.Meta.SubscribedFields.Select(f => (JsonNode)f)]),
        }),
    });

    Answer Subscribe(Call call)
    {
        if (call["subscribed_fields"] is not { Length: > 0 } fields) return MetaError.Invalid("The parameter subscribed_fields is required.");
        world.Meta.SubscribedFields.UnionWith(fields.Trim('[', ']').Replace("\"", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries));
        return Answer.Ok(new JsonObject { ["success"] = true });
    }

    Answer Unsubscribe()
    {
        world.Meta.SubscribedFields.Clear();
        return Answer.Ok(new JsonObject { ["success"] = true });
    }

    /// <summary>The Page, or somebody who wrote to it.</summary>
    Answer Profile(string id, Call call)
    {
        if (IsOurs(id)) return Answer.Ok(Fields(call, new JsonObject { ["name"] = "MyCavoodle", ["username"] = "mycavoodle", ["id"] = id == "me" ? Credentials.MetaPageId : id }));
        if (world.Journal.Find(Channels.Messenger, id) is { } person)
        {
            var names = (person.Name ?? person.Handle).Split(' ', 2);
            return Answer.Ok(Fields(call, new JsonObject { ["first_name"] = names[0], ["last_name"] = names.ElementAtOrDefault(1) ?? "", ["name"] = person.Name ?? person.Handle, ["profile_pic"] = $"https://example.com/{id}.jpg", ["id"] = id }));
        }
        if (world.Journal.Find(Channels.Instagram, id) is { } user)
            return Answer.Ok(Fields(call, new JsonObject { ["name"] = user.Name ?? user.Handle, ["username"] = user.Handle, ["id"] = id }));
        return MetaError.NoSuchObject(id);
    }

    /// <summary>Only what was asked for; the id always.</summary>
    static JsonObject Fields(Call call, JsonObject json)
    {
        if (call["fields"] is not { Length: > 0 } fields) return json;
        var wanted = fields.Split(',', StringSplitOptions.TrimEntries);
        foreach (var extra in json.Select(p => p.Key).Where(k => k != "id" && !wanted.Contains(k)).ToList()) json.Remove(extra);
        return json;
    }
}
