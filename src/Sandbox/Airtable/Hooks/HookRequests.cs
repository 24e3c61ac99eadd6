using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable.Hooks;

/// <summary>The webhooks API of one base. https://airtable.com/developers/web/api/create-a-webhook and its neighbours.</summary>
sealed class HookRequests(Base home, SandboxWorld world)
{
    const int MostHooks = 10, LargestPage = 50;

    public Answer? Route(Call call, string[] path)
    {
        home.Hooks.RemoveAll(h => h.IsForgotten);
        return (call.Method, path) switch
        {
            ("GET", []) => List(),
            ("POST", []) => Create(call),
            ("DELETE", [var id]) => Delete(Hook(id)),
            ("POST", [var id, "refresh"]) => Refresh(Hook(id)),
            ("POST", [var id, "enableNotifications"]) => Enable(call, Hook(id)),
            ("GET", [var id, "payloads"]) => Payloads(call, Hook(id)),
            _ => null,
        };
    }

    Answer Create(Call call)
    {
        var url = call.Body.Text("notificationUrl");
        Uri? target = null;
        if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out target) || target.Scheme is not ("http" or "https"))) throw AirtableRefusal.Invalid("Invalid notification URL", "INVALID_WEBHOOK_NOTIFICATION_URL");
        var specification = new HookSpecification(call.Body.Object("specification") ?? throw AirtableRefusal.BadRequest(), home);
        if (home.Hooks.Count >= MostHooks) throw new AirtableRefusal(403, "TOO_MANY_WEBHOOKS_IN_BASE", $"A base can have at most {MostHooks} webhooks");
        var hook = new ChangeHook(home, specification, target, world);
        home.Hooks.Add(hook);
        return Answer.Ok(new JsonObject { ["id"] = hook.Id, ["macSecretBase64"] = hook.SecretBase64, ["expirationTime"] = Moment.Write(hook.ExpiresAt) });
    }

    Answer List() => Answer.Ok(new JsonObject { ["webhooks"] = new JsonArray([.. home.Hooks.Select(Written)]) });

    static JsonNode Written(ChangeHook hook) => new JsonObject
    {
        ["id"] = hook.Id, ["specification"] = hook.Specification.Json.DeepClone(), ["notificationUrl"] = hook.Url?.OriginalString, ["cursorForNextPayload"] = hook.NextCursor,
        ["lastNotificationResult"] = hook.LastResult?.Json(), ["areNotificationsEnabled"] = hook.IsEnabled,
        ["lastSuccessfulNotificationTime"] = hook.LastSuccessAt is { } at ? Moment.Write(at) : null, ["isHookEnabled"] = hook.IsAlive, ["expirationTime"] = Moment.Write(hook.ExpiresAt),
    };

    Answer Delete(ChangeHook hook)
    {
        hook.Delete();
        home.Hooks.Remove(hook);
        return new Answer(204, null);
    }

    static Answer Refresh(ChangeHook hook) => hook.Refresh() ? Answer.Ok(new JsonObject { ["expirationTime"] = Moment.Write(hook.ExpiresAt) })
        : throw AirtableRefusal.Invalid("The webhook has expired", "WEBHOOK_EXPIRED");

    static Answer Enable(Call call, ChangeHook hook)
    {
        hook.Enable(call.Body.Truth("enable") ?? throw AirtableRefusal.BadRequest());
        return new Answer(204, null);
    }

    static Answer Payloads(Call call, ChangeHook hook)
    {
        var parameters = new Parameters(call);
        var (page, cursor, more) = hook.Payloads(parameters.Whole("cursor", 1, int.MaxValue) ?? 1, Math.Min(LargestPage, parameters.Whole("limit", 1, int.MaxValue) ?? LargestPage));
        hook.Refresh();
        return Answer.Ok(new JsonObject { ["payloads"] = new JsonArray([.. page]), ["cursor"] = cursor, ["mightHaveMore"] = more });
    }

    ChangeHook Hook(string id) => home.Hooks.FirstOrDefault(h => h.Id == id) ?? throw AirtableRefusal.NotFound();
}
