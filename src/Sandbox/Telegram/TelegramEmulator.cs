using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Telegram;

/// <summary>
/// Stands where https://api.telegram.org stands: /bot{token}/{method}, GET or POST, JSON or form.
/// https://core.telegram.org/bots/api
/// </summary>
sealed class TelegramEmulator(SandboxWorld world)
{
    readonly TelegramPlatform platform = world.Telegram;
    readonly Chatting chatting = new(world);

    // Not "/bot{token}": a token that itself contains "bot" would not match.
    public void Map(IEndpointRouteBuilder app) => app.Map("/{bot}/{method}", async context =>
    {
        var call = await Call.ReadAsync(context, (string)context.Request.RouteValues["method"]!);
        var answer = (string?)context.Request.RouteValues["bot"] switch
        {
            "bot" + Credentials.TelegramBotToken => await AnswerAsync(call, context.RequestAborted),
            ['b', 'o', 't', .. var token] when token.Contains(':', StringComparison.Ordinal) => TelegramAnswer.Error(401, "Unauthorized"),
            _ => TelegramAnswer.Error(404, "Not Found"),
        };
        await answer.WriteAsync(context);
    });

    async Task<Answer> AnswerAsync(Call call, CancellationToken ct)
    {
        if (call.IsMalformed) return TelegramAnswer.Bad("can't parse JSON object");
        var method = call.Path[0].ToLowerInvariant();
        if (method == "getupdates") return await new LongPoll(world).GetAsync(call, ct);
        lock (world.Gate) return Answer(method, call);
    }

    Answer Answer(string method, Call call) => method switch
    {
        "getme" => TelegramAnswer.Ok(Me()),
        "setwebhook" => SetWebhook(call),
        "deletewebhook" => DeleteWebhook(call),
        "getwebhookinfo" => TelegramAnswer.Ok(WebhookInfo()),
        "sendmessage" => chatting.Send(call),
        "sendphoto" or "senddocument" => chatting.SendFile(call),
        "editmessagetext" => chatting.Edit(call),
        "editmessagereplymarkup" => chatting.EditMarkup(call),
        "answercallbackquery" => chatting.AnswerCallback(call),
        "sendchataction" => chatting.In(call, _ => TelegramAnswer.Ok(true)),
        "getchat" => chatting.In(call, contact => TelegramAnswer.Ok(TelegramPlatform.Chat(contact))),
        "setmycommands" => SetCommands(call),
        "getmycommands" => TelegramAnswer.Ok(platform.Commands?.DeepClone() ?? new JsonArray()),
        _ => TelegramAnswer.Error(404, "Not Found"),
    };

    static JsonObject Me()
    {
        var me = TelegramPlatform.Me();
        (me["can_join_groups"], me["can_read_all_group_messages"], me["supports_inline_queries"]) = (false, false, false);
        return me;
    }

    Answer SetWebhook(Call call)
    {
        if (call["url"] is not { Length: > 0 } address) return DeleteWebhook(call);
        // Plain HTTP is let through to this machine only, where a sandbox's bot lives.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !(url.Scheme == "https" || url is { Scheme: "http", IsLoopback: true }))
            return TelegramAnswer.Bad("bad webhook: HTTPS url must be provided for webhook");
        if (!url.IsLoopback && url.Port is not (80 or 88 or 443 or 8443))
            return TelegramAnswer.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        if (call["secret_token"] is { } secret && (secret.Length is < 1 or > 256 || !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
            return TelegramAnswer.Bad("secret token contains unallowed characters");
        platform.SetWebhook(url, call["secret_token"], DropsPending(call));
        return Done("Webhook was set");
    }

    Answer DeleteWebhook(Call call)
    {
        platform.DeleteWebhook(DropsPending(call));
        return Done("Webhook was deleted");
    }

    static bool DropsPending(Call call) => call["drop_pending_updates"] is "true" or "True" or "1";

    static Answer Done(string description) => Wire.Answer.Ok(new JsonObject { ["ok"] = true, ["result"] = true, ["description"] = description });

    JsonObject WebhookInfo() => new()
    {
        ["url"] = platform.Webhook?.AbsoluteUri ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = platform.PendingCount, ["max_connections"] = 40,
    };

    Answer SetCommands(Call call)
    {
        platform.Commands = call.Structure("commands")?.DeepClone();
        return TelegramAnswer.Ok(true);
    }
}
