using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Meta;

/// <summary>
/// The Send API with its two limits: length, and the 24 hours after the customer's last message.
/// https://developers.facebook.com/docs/messenger-platform/send-messages
/// </summary>
sealed class Sending(SandboxWorld world)
{
    const int MessengerCharacters = 2000;
    const int InstagramBytes = 1000;
    static readonly TimeSpan Window = TimeSpan.FromHours(24);
    static readonly TimeSpan HumanWindow = TimeSpan.FromDays(7);
    static readonly string[] SenderActions = ["typing_on", "typing_off", "mark_seen", "react", "unreact"];

    public Answer Send(Call call)
    {
        if ((string?)(call.Structure("recipient") as JsonObject)?["id"] is not { } id) return MetaError.Invalid("The parameter recipient is required");
        if (Recipient(id) is not { } contact) return MetaError.NoSuchUser();
        if (call["sender_action"] is { } action)
            return SenderActions.Contains(action) ? Answer.Ok(new JsonObject { ["recipient_id"] = id }) : MetaError.Invalid("Invalid sender_action");

        var message = call.Structure("message") as JsonObject;
        var text = (string?)message?["text"];
        if (string.IsNullOrWhiteSpace(text)) return MetaError.Invalid("Message cannot be empty, must provide valid attachment or text");
        if (Refusal(call, contact, text) is { } refusal) return refusal;

        var sent = world.Meta.Send(contact.Channel, contact, text, (string?)message?["metadata"]);
        return Answer.Ok(new JsonObject { ["recipient_id"] = id, ["message_id"] = sent.Id });
    }

    Contact? Recipient(string id) => world.Journal.Find(Channels.Messenger, id) ?? world.Journal.Find(Channels.Instagram, id);

    Answer? Refusal(Call call, Contact contact, string text)
    {
        var instagram = contact.Channel == Channels.Instagram;
        if (instagram && Encoding.UTF8.GetByteCount(text) > InstagramBytes) return MetaError.TooLong("1000 bytes");
        if (!instagram && text.Length > MessengerCharacters) return MetaError.TooLong("2000");

        var window = Window;
        if (call["messaging_type"] == "MESSAGE_TAG" || call["tag"] is not null)
        {
            if (call["tag"] != "HUMAN_AGENT") return MetaError.Invalid("Invalid parameter");
            if (!world.Options.HumanAgentApproved) return MetaError.TagNotApproved();
            window = HumanWindow;
        }
        var last = world.Journal.Thread(contact.Channel, contact.Id).LastOrDefault(m => !m.FromShop);
        return last is null || world.Now - last.At > window ? MetaError.OutsideWindow(instagram) : null;
    }
}
