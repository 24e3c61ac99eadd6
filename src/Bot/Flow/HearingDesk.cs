using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// What is known of the people in one piece of talk, read in three queries however many they are, and the place where
/// new messages are written down. A message whose key is known is not written again.
/// </summary>
sealed class HearingDesk
{
    readonly HubContext hub;
    readonly DateTimeOffset now;
    readonly HashSet<string> heard;
    readonly Dictionary<(string Channel, string Address), Contact> contacts;
    readonly Dictionary<(Contact Contact, string Thread), Conversation> conversations;

    HearingDesk(HubContext hub, DateTimeOffset now, IEnumerable<string> heard, IEnumerable<Contact> contacts, IEnumerable<Conversation> conversations)
    {
        (this.hub, this.now) = (hub, now);
        this.heard = [.. heard];
        this.contacts = contacts.ToDictionary(c => (c.Channel, c.Address));
        this.conversations = conversations.ToDictionary(c => (c.Contact!, c.ThreadKey));
    }

    public static async Task<HearingDesk> ForAsync(HubContext hub, IReadOnlyList<InboundMessage> messages, DateTimeOffset now, CancellationToken ct)
    {
        if (messages.Count == 0) return new(hub, now, [], [], []);
        var keys = messages.Select(Key).Distinct().ToList();
        var addresses = messages.Select(Address).Distinct().ToList();
        var channels = messages.Select(m => m.Channel).Distinct().ToList();
        var heard = await hub.Messages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(ct);
        var contacts = await hub.Contacts.Where(c => addresses.Contains(c.Address) && channels.Contains(c.Channel)).ToListAsync(ct);
        var ids = contacts.Select(c => c.Id).ToList();
        var threads = messages.Select(m => m.ThreadKey).Distinct().ToList();
        var conversations = await hub.Conversations.Include(c => c.Contact)
            .Where(c => ids.Contains(c.ContactId) && threads.Contains(c.ThreadKey)).ToListAsync(ct);
        return new(hub, now, heard, contacts, conversations);
    }

    public void TakeDown(InboundMessage said)
    {
        if (!heard.Add(Key(said))) return;
        var contact = ContactOf(said);
        var conversation = ConversationOf(said, contact);
        conversation.Hear(said.At);
        var message = new Message
        {
            ConversationId = conversation.Id,
            Conversation = conversation,
            Author = Author.Contact,
            Text = Clean(said.Text),
            At = said.At,
            Key = Key(said),
            MailId = said.MailId,
            SenderProven = said.SenderProven,
        };
        hub.Messages.Add(message);
        if (said.ExpectsAnswer) hub.Turns.Add(TurnFor(message, $"{said.Channel}:{contact.Address}:{said.ThreadKey}"));
    }

    Contact ContactOf(InboundMessage said)
    {
        if (!contacts.TryGetValue((said.Channel, Address(said)), out var contact))
        {
            contact = new() { Channel = said.Channel, Address = Address(said), FirstSeenAt = now };
            hub.Contacts.Add(contacts[(said.Channel, contact.Address)] = contact);
        }
        contact.Name = said.Name is { } name ? Clean(name) : contact.Name;
        return contact;
    }

    Conversation ConversationOf(InboundMessage said, Contact contact)
    {
        if (!conversations.TryGetValue((contact, said.ThreadKey), out var conversation))
        {
            conversation = new() { ContactId = contact.Id, Contact = contact, ThreadKey = said.ThreadKey, Subject = said.Subject is { } subject ? Clean(subject) : null, StartedAt = now, LastMessageAt = now };
            hub.Conversations.Add(conversations[(contact, said.ThreadKey)] = conversation);
        }
        return conversation;
    }

    Turn TurnFor(Message message, string lane) => new()
    {
        ConversationId = message.ConversationId,
        Conversation = message.Conversation,
        MessageId = message.Id,
        Message = message,
        Lane = lane,
        CreatedAt = now,
        DueAt = now,
    };

    /// <summary>PostgreSQL's text cannot hold a null character, and half a surrogate pair is no text anywhere.</summary>
    static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value != 0));

    static string Address(InboundMessage said) =>
        said.Channel == ChannelNames.Email ? Customer.NormaliseEmail(said.Address) ?? said.Address : said.Address;

    static string Key(InboundMessage message) => $"{message.Channel}:{message.Key}";
}
