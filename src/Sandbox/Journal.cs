using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox;

/// <summary>Everything said on every channel, both ways, in the order it happened.</summary>
public sealed class Journal
{
    readonly List<Message> messages = [];
    readonly Dictionary<(string Channel, string Id), Contact> contacts = [];

    public IReadOnlyList<Message> Messages => messages;
    public IEnumerable<Contact> Contacts => contacts.Values;

    public void Add(Message message) => messages.Add(message);

    /// <summary>Remembers who writes under an id; a later name replaces an earlier one.</summary>
    public Contact Meet(string channel, string handle, string? name = null)
    {
        var id = Handles.Id(channel, handle);
        var known = contacts.GetValueOrDefault((channel, id));
        return contacts[(channel, id)] = new Contact(channel, id, known?.Handle ?? handle, name ?? known?.Name);
    }

    public Contact? Find(string channel, string id) => contacts.GetValueOrDefault((channel, id));

    public IEnumerable<Message> Thread(string channel, string id) => messages.Where(m => m.Channel == channel && m.Contact == id);
}

/// <summary>Somebody on one channel. <paramref name="Id"/> is the provider's.</summary>
public sealed record Contact(string Channel, string Id, string Handle, string? Name);

/// <summary>One message between a contact and the shop.</summary>
public sealed class Message
{
    public required string Id { get; init; }
    public required string Channel { get; init; }
    /// <summary>The provider's id of the person, whichever way the message went.</summary>
    public required string Contact { get; init; }
    public required bool FromShop { get; init; }
    public required string Text { get; set; }
    public required DateTimeOffset At { get; init; }
    public string? Subject { get; init; }
    public string? ThreadId { get; init; }
    /// <summary>What the sender attached for itself (Meta's metadata).</summary>
    public string? Metadata { get; init; }
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
    /// <summary>Telegram's inline keyboard.</summary>
    public JsonNode? ReplyMarkup { get; set; }
}
