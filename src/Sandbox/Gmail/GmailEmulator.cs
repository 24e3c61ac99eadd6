using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>
/// Stands where gmail.googleapis.com, oauth2.googleapis.com/token and Google's certificates stand.
/// https://developers.google.com/workspace/gmail/api/reference/rest
/// </summary>
sealed class GmailEmulator(SandboxWorld world)
{
    static readonly TimeSpan WatchLife = TimeSpan.FromDays(7);
    readonly GmailPlatform platform = world.Gmail;

    public void Map(IEndpointRouteBuilder app)
    {
        app.Map("/token", context => AnswerAsync(context, "", Token));
        app.MapGet("/oauth2/v3/certs", context => AnswerAsync(context, "", _ => Answer.Ok(platform.PushToken.KeySet()).With("Cache-Control", "public, max-age=3600")));
        app.Map("/gmail/v1/users/{user}/{**path}", context => AnswerAsync(context, (string?)context.Request.RouteValues["path"] ?? "", call => Guarded(call, (string)context.Request.RouteValues["user"]!)));
    }

    async Task AnswerAsync(HttpContext context, string path, Func<Call, Answer> work)
    {
        var call = await Call.ReadAsync(context, path);
        Answer answer;
        lock (world.Gate) answer = work(call);
        await answer.WriteAsync(context);
    }

    /// <summary>https://developers.google.com/identity/protocols/oauth2/web-server#offline</summary>
    Answer Token(Call call)
    {
        if (call["client_id"] != Credentials.GmailClientId || call["client_secret"] != Credentials.GmailClientSecret)
            return new Answer(401, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "Unauthorized" });
        if (call["grant_type"] != "refresh_token") return new Answer(400, new JsonObject { ["error"] = "unsupported_grant_type", ["error_description"] = "Invalid grant_type" });
        if (call["refresh_token"] != Credentials.GmailRefreshToken)
            return new Answer(400, new JsonObject { ["error"] = "invalid_grant", ["error_description"] = "Token has been expired or revoked." });
        return Answer.Ok(new JsonObject { ["access_token"] = platform.NewToken(), ["expires_in"] = 3599, ["scope"] = "https://www.googleapis.com/auth/gmail.modify", ["token_type"] = "Bearer" });
    }

    Answer Guarded(Call call, string user)
    {
        if (!platform.IsKnown(call.Bearer)) return GmailError.Unauthenticated();
        if (user is not "me" && user != Credentials.GmailMailbox) return GmailError.Answer(403, "forbidden", $"Delegation denied for {Credentials.GmailMailbox}");
        if (call.IsMalformed) return GmailError.Answer(400, "badRequest", "Invalid JSON payload received.");
        var (box, mails) = (platform.Mailbox, new MailRequests(platform, world.Now));
        return (call.Method, call.Path) switch
        {
            ("GET", ["profile"]) => Answer.Ok(new JsonObject
            {
                ["emailAddress"] = Credentials.GmailMailbox, ["messagesTotal"] = box.Mails.Count, ["threadsTotal"] = box.Mails.Select(m => m.ThreadId).Distinct().Count(),
                ["historyId"] = box.HistoryId.ToString(CultureInfo.InvariantCulture),
            }),
            ("POST", ["watch"]) => Watch(call),
            ("POST", ["stop"]) => Stop(),
            ("GET", ["history"]) => mails.History(call),
            ("GET", ["messages"]) => mails.List(call),
            ("POST", ["messages", "send"]) => mails.Send(call),
            ("POST", ["messages", "batchModify"]) => mails.BatchModify(call),
            ("GET", ["messages", var id]) => mails.Get(id, call),
            ("POST", ["messages", var id, "modify"]) => mails.Modify(id, call),
            ("GET", ["messages", var id, "attachments", var attachment]) => mails.Attachment(id, attachment),
            ("GET", ["threads", var id]) => mails.Thread(id, call),
            ("GET", ["labels"]) => Labels(),
            ("POST", ["labels"]) => CreateLabel(call),
            _ => GmailError.NotFound(),
        };
    }

    Answer Watch(Call call)
    {
        if (call["topicName"] is not { Length: > 0 } topic || !topic.StartsWith("projects/", StringComparison.Ordinal)) return GmailError.Invalid("Invalid topicName does not match projects/google.com:*/topics/*");
        platform.WatchedUntil = world.Now + WatchLife;
        return Answer.Ok(new JsonObject
        {
            ["historyId"] = platform.Mailbox.HistoryId.ToString(CultureInfo.InvariantCulture),
            ["expiration"] = platform.WatchedUntil.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        });
    }

    Answer Stop()
    {
        platform.WatchedUntil = DateTimeOffset.MinValue;
        return new Answer(204, null);
    }

    Answer Labels()
    {
        var all = Mailbox.SystemLabels.Select(l => (Id: l, Name: l, Type: "system")).Concat(platform.Mailbox.UserLabels.Select(l => (Id: l.Value, Name: l.Key, Type: "user")));
        return Answer.Ok(new JsonObject { ["labels"] = new JsonArray([.. all.Select(l => new JsonObject { ["id"] = l.Id, ["name"] = l.Name, ["type"] = l.Type })]) });
    }

    Answer CreateLabel(Call call)
    {
        if (call["name"] is not { Length: > 0 } name) return GmailError.Invalid("Missing label name");
        var labels = platform.Mailbox.UserLabels;
        if (labels.ContainsKey(name) || Mailbox.SystemLabels.Contains(name.ToUpperInvariant())) return GmailError.Answer(409, "aborted", "Label name exists or conflicts");
        labels[name] = $"Label_{labels.Count + 1}";
        return Answer.Ok(new JsonObject { ["id"] = labels[name], ["name"] = name, ["type"] = "user", ["messageListVisibility"] = "show", ["labelListVisibility"] = "labelShow" });
    }
}
