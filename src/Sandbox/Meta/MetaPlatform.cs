using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;

namespace MyCavoodle.Sandbox.Meta;

/// <summary>
/// Messenger and Instagram: who wrote what, and the signed webhooks about it.
/// https://developers.facebook.com/docs/messenger-platform/webhooks
/// </summary>
sealed class MetaPlatform(SandboxWorld world)
{
    public static string Own(string channel) => channel == Channels.Instagram ? Credentials.MetaInstagramId : Credentials.MetaPageId;

    /// <summary>Fields the Page is subscribed to.</summary>
    public SortedSet<string> SubscribedFields { get; } = new(StringComparer.Ordinal) { "messages", "message_echoes" };

    /// <summary>A customer writes.</summary>
    public Message Receive(string channel, Contact contact, string text, string? id)
    {
        var message = new Message { Id = id ?? NewId(channel), Channel = channel, Contact = contact.Id, FromShop = false, Text = text, At = world.Now };
        world.Journal.Add(message);
        Notify(channel, contact.Id, Event(contact.Id, Own(channel), message, new JsonObject { ["mid"] = message.Id, ["text"] = text }));
        return message;
    }

    /// <summary>The shop writes, and Meta tells the app so: an echo, with the ids swapped.</summary>
    public Message Send(string channel, Contact contact, string text, string? metadata)
    {
        var message = new Message { Id = NewId(channel), Channel = channel, Contact = contact.Id, FromShop = true, Text = text, At = world.Now, Metadata = metadata };
        world.Journal.Add(message);
        var echo = new JsonObject { ["mid"] = message.Id, ["text"] = text, ["is_echo"] = true, ["app_id"] = long.Parse(Credentials.MetaAppId, System.Globalization.CultureInfo.InvariantCulture) };
        if (metadata is not null) echo["metadata"] = metadata;
        Notify(channel, contact.Id, Event(Own(channel), contact.Id, message, echo), topic: $"{channel}-echo");
        return message;
    }

    /// <summary>Signs and sends a body, whatever it says.</summary>
    public Delivery Notify(string lane, byte[] body, string topic)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Credentials.MetaAppSecret), body));
        return world.Courier.Send(new Webhook("meta", topic, $"meta:{lane}", body, () => world.BotUrl("webhooks/meta"),
            () => new Dictionary<string, string> { ["X-Hub-Signature-256"] = $"sha256={signature}", ["User-Agent"] = "facebookexternalua" }));
    }

    void Notify(string channel, string contact, JsonObject messaging, string? topic = null)
    {
        var body = new JsonObject
        {
            ["object"] = channel == Channels.Instagram ? "instagram" : "page",
            ["entry"] = new JsonArray(new JsonObject
            {
                ["time"] = world.Now.ToUnixTimeMilliseconds(), ["id"] = Own(channel), ["messaging"] = new JsonArray(messaging),
            }),
        };
        Notify($"{channel}:{contact}", MetaJson.Bytes(body), topic ?? channel);
    }

    static JsonObject Event(string sender, string recipient, Message message, JsonObject content) => new()
    {
        ["sender"] = new JsonObject { ["id"] = sender },
        ["recipient"] = new JsonObject { ["id"] = recipient },
        ["timestamp"] = message.At.ToUnixTimeMilliseconds(),
        ["message"] = content,
    };

    static string NewId(string channel)
    {
        var random = Convert.ToBase64String(RandomNumberGenerator.GetBytes(36)).Replace('+', '-').Replace('/', '_');
        return (channel == Channels.Instagram ? "aWdfZAG1f" : "m_") + random;
    }
}
