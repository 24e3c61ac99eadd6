using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Meta;

/// <summary>Reading back what was said: https://developers.facebook.com/docs/messenger-platform/conversations</summary>
sealed class Conversations(SandboxWorld world)
{
    const int MostMessages = 25;

    public Answer List(Call call, string owner)
    {
        var channel = call["platform"] switch
        {
            "instagram" => Channels.Instagram,
            "messenger" => Channels.Messenger,
            _ => owner == Credentials.MetaInstagramId ? Channels.Instagram : Channels.Messenger,
        };
        var contacts = world.Journal.Contacts.Where(c => c.Channel == channel && (call["user_id"] is not { } user || c.Id == user));
        var threads = contacts.Select(c => (Contact: c, Messages: world.Journal.Thread(channel, c.Id).ToList())).Where(t => t.Messages.Count > 0)
            .OrderByDescending(t => t.Messages[^1].At).ToList();

        var limit = Math.Clamp(call.Whole("limit") ?? 25, 1, 100);
        var start = int.TryParse(call["after"], out var after) ? after : 0;
        var page = threads.Skip(start).Take(limit).ToList();
        var answer = new JsonObject { ["data"] = new JsonArray([.. page.Select(t => Write(t.Contact, t.Messages, call["fields"] ?? ""))]) };
        if (page.Count > 0) answer["paging"] = Paging(call, start, start + page.Count, threads.Count);
        return Answer.Ok(answer);
    }

    public Answer Messages(string conversation)
    {
        var contact = world.Journal.Contacts.FirstOrDefault(c => IdOf(c) == conversation);
        return contact is null ? MetaError.NoSuchObject(conversation)
            : Answer.Ok(new JsonObject { ["data"] = Newest(contact, [.. world.Journal.Thread(contact.Channel, contact.Id)]) });
    }

    static string IdOf(Contact contact) => $"t_{contact.Id}";

    static JsonObject Write(Contact contact, List<Message> messages, string fields)
    {
        var json = new JsonObject { ["id"] = IdOf(contact), ["updated_time"] = MetaJson.Time(messages[^1].At) };
        if (fields.Contains("participants", StringComparison.Ordinal)) json["participants"] = new JsonObject { ["data"] = new JsonArray(Person(contact), Shop(contact.Channel)) };
        if (fields.Contains("snippet", StringComparison.Ordinal)) json["snippet"] = messages[^1].Text;
        if (fields.Contains("messages", StringComparison.Ordinal)) json["messages"] = new JsonObject { ["data"] = Newest(contact, messages) };
        return json;
    }

    static JsonArray Newest(Contact contact, List<Message> messages) => new([.. messages.AsEnumerable().Reverse().Take(MostMessages).Select(m => new JsonObject
    {
        ["id"] = m.Id,
        ["created_time"] = MetaJson.Time(m.At),
        ["from"] = m.FromShop ? Shop(contact.Channel) : Person(contact),
        ["to"] = new JsonObject { ["data"] = new JsonArray(m.FromShop ? Person(contact) : Shop(contact.Channel)) },
        ["message"] = m.Text,
    })]);

    static JsonObject Person(Contact contact) => contact.Channel == Channels.Instagram
        ? new JsonObject { ["username"] = contact.Handle, ["id"] = contact.Id }
        : new JsonObject { ["name"] = contact.Name ?? contact.Handle, ["email"] = $"{contact.Id}@facebook.com", ["id"] = contact.Id };

    static JsonObject Shop(string channel) => channel == Channels.Instagram
        ? new JsonObject { ["username"] = "mycavoodle", ["id"] = Credentials.MetaInstagramId }
        : new JsonObject { ["name"] = "MyCavoodle", ["email"] = $"{Credentials.MetaPageId}@facebook.com", ["id"] = Credentials.MetaPageId };

    /// <summary>The last page has no "next". The address carries the access token, as Meta's does.</summary>
    internal static JsonObject Paging(Call call, int start, int end, int total)
    {
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = $"{start}", ["after"] = $"{end}" } };
        if (end >= total) return paging;
        var others = call.Query.Where(q => q.Key is not ("after" or "access_token")).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}");
        paging["next"] = $"{call.Http.Scheme}://{call.Http.Host}{call.Http.Path}?{string.Join('&', others)}&access_token={Credentials.MetaAccessToken}&after={end}";
        return paging;
    }
}
