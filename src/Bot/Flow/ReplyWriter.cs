using MyCavoodle.Assistant;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Writes what is said to a contact into the transcript and the outbox, in the caller's commit. The keys are unique:
/// the same reply cannot be written twice.
/// </summary>
public sealed class ReplyWriter(IEnumerable<IChannel> channels, Prompts prompts, TimeProvider time)
{
    /// <param name="key">turn-17, staff-…, notice-…</param>
    /// <param name="via">The door it leaves by; null: the contact's own channel.</param>
    public Message Write(HubContext hub, Conversation conversation, string key, string text, Author author, StaffName? staff = null, string? via = null)
    {
        var now = time.GetUtcNow();
        var contact = conversation.Contact ?? throw new InvalidOperationException("The conversation was loaded without its contact.");
        var message = new Message
        {
            ConversationId = conversation.Id,
            Author = author,
            Staff = staff,
            Text = contact.Channel == ChannelNames.Email ? AsMail(text, contact) : text,
            At = now,
            Key = key,
        };
        hub.Messages.Add(message);
        conversation.LastMessageAt = now;
        var door = channels.FirstOrDefault(c => c.Name == (via ?? contact.Channel));
        foreach (var (index, part) in (door?.Split(message.Text) ?? [message.Text]).Index())
            hub.Outbox.Add(new()
            {
                Key = index == 0 ? key : $"{key}-{index + 1}",
                ConversationId = conversation.Id,
                Channel = via ?? contact.Channel,
                Text = part,
                Lane = $"conversation-{conversation.Id}",
                CreatedAt = now,
                DueAt = now,
            });
        return message;
    }

    string AsMail(string text, Contact contact)
    {
        var name = contact.Name?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var greeting = prompts.Text("replies/greeting-email", ("name", name ?? "there"));
        return $"{greeting}\n\n{text}\n\n{prompts.Text("replies/signoff-email")}";
    }
}
