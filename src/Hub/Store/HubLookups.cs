using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>Finds a noun by its natural key, or adds it. What was added in this context and not saved yet is found too.</summary>
public static class HubLookups
{
    /// <param name="name">As the provider names them now; null leaves the known name.</param>
    public static async Task<Contact> ContactAsync(
        this HubContext hub, string channel, string address, string? name, DateTimeOffset now, CancellationToken ct)
    {
        if (channel == ChannelNames.Email) address = Customer.NormaliseEmail(address) ?? address;
        var contact = hub.Contacts.Local.FirstOrDefault(c => c.Channel == channel && c.Address == address)
            ?? await hub.Contacts.SingleOrDefaultAsync(c => c.Channel == channel && c.Address == address, ct);
        if (contact is null) hub.Contacts.Add(contact = new() { Channel = channel, Address = address, FirstSeenAt = now });
        contact.Name = name ?? contact.Name;
        return contact;
    }

    /// <summary>The contact's conversation on this thread; a contact that is not saved yet is saved first.</summary>
    public static async Task<Conversation> ConversationAsync(
        this HubContext hub, Contact contact, string threadKey, string? subject, DateTimeOffset now, CancellationToken ct)
    {
        if (contact.Id == 0) await hub.SaveChangesAsync(ct);
        var conversation = hub.Conversations.Local.FirstOrDefault(c => c.ContactId == contact.Id && c.ThreadKey == threadKey)
            ?? await hub.Conversations.SingleOrDefaultAsync(c => c.ContactId == contact.Id && c.ThreadKey == threadKey, ct);
        if (conversation is null)
            hub.Conversations.Add(conversation = new() { ContactId = contact.Id, Contact = contact, ThreadKey = threadKey, Subject = subject, StartedAt = now, LastMessageAt = now });
        return conversation;
    }

    public static async Task<string?> CursorAsync(this HubContext hub, string name, CancellationToken ct) =>
        (await hub.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Name == name, ct))?.Value;

    public static async Task MoveCursorAsync(this HubContext hub, string name, string value, DateTimeOffset now, CancellationToken ct)
    {
        var cursor = hub.Cursors.Local.FirstOrDefault(c => c.Name == name) ?? await hub.Cursors.SingleOrDefaultAsync(c => c.Name == name, ct);
        if (cursor is null) hub.Cursors.Add(new() { Name = name, Value = value, MovedAt = now });
        else (cursor.Value, cursor.MovedAt) = (value, now);
    }
}
