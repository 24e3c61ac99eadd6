using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Gmail;
using MyCavoodle.Sandbox.Meta;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>Writing to the shop as a customer or as staff, and reading what it answered.</summary>
sealed class TalkRoutes(SandboxWorld world)
{
    public void Map(Routes api)
    {
        api.Post("messages", Receive);
        api.Post("messages/raw", Raw);
        api.Get("threads", _ => Threads());
        api.Get("threads/{channel}/{from}", Thread);
        api.Get("sent", Sent);
        api.Post("telegram/press", Press);
        api.Post("telegram/block", Block);
    }

    Answer Receive(Call call)
    {
        var channel = Channel(call.Required("channel"));
        var from = call.Required("from");
        var html = channel == Channels.Email ? call["html"] : null;
        // An empty text is sent like any other: what a bot makes of it is worth seeing.
        var text = call["text"] ?? (html is null ? throw new BadRequest("\"text\" is required.") : "");
        var staff = channel == Channels.Telegram ? Staff.All.FirstOrDefault(s => s.TelegramId.ToString() == Handles.Id(channel, from)) : null;
        var contact = world.Journal.Meet(channel, from, call["name"] ?? staff?.FirstName);
        var (id, thread) = channel switch
        {
            Channels.Email => ReceiveMail(call, contact, text, html),
            Channels.Telegram => (world.Telegram.Receive(contact, text).Id, (string?)null),
            _ => (world.Meta.Receive(channel, contact, text, call["id"]).Id, null),
        };
        var json = new JsonObject { ["id"] = id, ["channel"] = channel, ["from"] = contact.Id };
        if (thread is not null) json["threadId"] = thread;
        return new Answer(202, json);
    }

    (string, string?) ReceiveMail(Call call, Contact contact, string text, string? html)
    {
        var thread = call["threadId"];
        if (thread is not null && !world.Gmail.Mailbox.Thread(thread).Any()) throw new NotFound($"There is no mail thread {thread}.");
        if (call["authentication"] is { } verdict && verdict is not ("pass" or "fail")) throw new BadRequest("\"authentication\" is pass or fail.");
        var mail = world.Gmail.Receive(contact, new MailDraft(text)
        {
            Name = call["name"], Subject = call["subject"], Html = html, IsAuthentic = call["authentication"] != "fail",
            ThreadId = thread ?? (call["subject"] is null ? world.Gmail.NewestThread(contact.Id) : null),
            MessageId = call["id"] is { } id ? $"<{id}@mail.example.com>" : null,
            Headers = (call.Structure("headers") as JsonObject ?? []).ToDictionary(h => h.Key, h => h.Value?.ToString() ?? ""),
        });
        return (mail.Id, mail.ThreadId);
    }

    /// <summary>Signs whatever is given, so that a test can send what the sandbox itself never would.</summary>
    Answer Raw(Call call)
    {
        var body = call.Body["body"] ?? throw new BadRequest("\"body\" is required.");
        var bytes = body.GetValueKind() == JsonValueKind.String ? Encoding.UTF8.GetBytes(body.GetValue<string>()) : null;
        var text = bytes ?? Encoding.UTF8.GetBytes(body.ToJsonString(Answer.Json));
        IReadOnlyList<Delivery> sent = call.Required("provider") switch
        {
            "meta" => [world.Meta.Notify("raw", bytes ?? MetaJson.Bytes(body), call["topic"] ?? "raw")],
            "shopify" => world.Shopify.Send(call["topic"] ?? throw new BadRequest("Shopify needs a \"topic\", e.g. orders/create."), _ => text, "raw"),
            "telegram" => [world.Telegram.Send("raw", text, call["topic"] ?? "raw")],
            "gmail" => [world.Gmail.Push(text)],
            _ => throw new BadRequest("\"provider\" is meta, shopify, telegram or gmail."),
        };
        return new Answer(202, new JsonObject { ["deliveries"] = new JsonArray([.. sent.Select(d => (JsonNode)d.Id)]) });
    }

    Answer Threads() => Answer.Ok(new JsonObject
    {
        ["threads"] = new JsonArray([.. world.Journal.Contacts.Select(c => new JsonObject
        {
            ["channel"] = c.Channel, ["contact"] = c.Id, ["handle"] = c.Handle, ["name"] = c.Name, ["messages"] = world.Journal.Thread(c.Channel, c.Id).Count(),
        })]),
    });

    Answer Thread(Call call)
    {
        var channel = Channel(call.Route("channel"));
        var id = Handles.Id(channel, call.Route("from"));
        return Answer.Ok(new JsonObject
        {
            ["channel"] = channel, ["contact"] = id,
            ["messages"] = new JsonArray([.. world.Journal.Thread(channel, id).Select(Written)]),
        });
    }

    static JsonObject Written(Message message)
    {
        var json = new JsonObject { ["id"] = message.Id, ["from"] = message.FromShop ? "shop" : "contact", ["text"] = message.Text, ["at"] = message.At.UtcDateTime };
        if (message.Subject is not null) (json["subject"], json["threadId"]) = (message.Subject, message.ThreadId);
        if (message.ReplyMarkup is not null) json["replyMarkup"] = message.ReplyMarkup.DeepClone();
        return json;
    }

    Answer Sent(Call call)
    {
        var channel = call["channel"] is { } name ? Channel(name) : null;
        var sent = world.Journal.Messages.Where(m => m.FromShop && (channel is null || m.Channel == channel)
            && (call["to"] is not { } to || m.Contact == Handles.Id(m.Channel, to)));
        return Answer.Ok(new JsonArray([.. sent.Select(Outgoing)]));
    }

    static JsonObject Outgoing(Message message)
    {
        var json = new JsonObject { ["id"] = message.Id, ["channel"] = message.Channel, ["to"] = message.Contact, ["text"] = message.Text, ["at"] = message.At.UtcDateTime };
        if (message.Metadata is not null) json["metadata"] = message.Metadata;
        if (message.Subject is not null) (json["subject"], json["threadId"]) = (message.Subject, message.ThreadId);
        if (message.Headers is not null) json["headers"] = new JsonObject(message.Headers.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value)));
        if (message.ReplyMarkup is not null) json["replyMarkup"] = message.ReplyMarkup.DeepClone();
        return json;
    }

    Answer Press(Call call)
    {
        var contact = Chat(call);
        var message = world.Journal.Thread(Channels.Telegram, contact.Id).FirstOrDefault(m => m.FromShop && m.Id == call.Required("messageId"))
            ?? throw new NotFound("The bot has sent no such message in this chat.");
        return new Answer(202, new JsonObject { ["id"] = world.Telegram.Press(contact, message, call.Required("data")) });
    }

    Answer Block(Call call)
    {
        var contact = Chat(call);
        world.Telegram.Block(contact, call["blocked"] is not "false");
        return new Answer(202, new JsonObject { ["from"] = contact.Id });
    }

    Contact Chat(Call call)
    {
        var id = Handles.Id(Channels.Telegram, call.Required("from"));
        var staff = Staff.All.FirstOrDefault(s => s.TelegramId.ToString() == id);
        return world.Journal.Meet(Channels.Telegram, call.Required("from"), staff?.FirstName);
    }

    static string Channel(string name) => Handles.Channel(name) ?? throw new BadRequest("\"channel\" is instagram, messenger, email or telegram.");
}
