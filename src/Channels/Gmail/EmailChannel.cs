using System.Net;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Gmail.Mime;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Gmail;

/// <summary>
/// Answers mail from the shop's own mailbox, inside the thread: the thread's id, In-Reply-To with References, and the subject
/// must all agree. https://developers.google.com/workspace/gmail/api/guides/sending#threads
/// What the assistant writes is marked as automatic, so that no machine answers it. https://www.rfc-editor.org/rfc/rfc3834
/// </summary>
/// <remarks>
/// What the answers mean. 200: taken; whether it arrives, a bounce tells. 400: the mail is refused, lasting. 401: the access was
/// withdrawn; code invalid_grant: a person must consent again. 403 or 429 with a rate-limit reason: the quota of the minute or
/// of the day, wait. 403 otherwise: a missing right. 404: the thread was deleted, a new one is begun. 5xx or no answer: look
/// before sending again. https://developers.google.com/workspace/gmail/api/guides/handle-errors
/// Set-up: an OAuth client with scope gmail.modify and a published consent screen; its id, secret, a refresh token and the
/// address go into <c>Gmail:ClientId</c>, <c>ClientSecret</c>, <c>RefreshToken</c>, <c>Mailbox</c>.
/// </remarks>
public sealed partial class EmailChannel(GmailClient gmail, IOptions<GmailOptions> options) : IChannel
{
    const int Longest = 100_000;
    const int MostReferences = 20;

    public string Name => ChannelNames.Email;

    /// <summary>A mail goes whole; only what no mail should hold is cut.</summary>
    public IReadOnlyList<string> Split(string text) => text.Length <= Longest ? [text] : TextSplitter.Split(text, Longest);

    public async Task<string> SendAsync(Outgoing message, CancellationToken ct)
    {
        var mail = Compose(message).ToBytes();
        var thread = message.ThreadKey.Length > 0 ? message.ThreadKey : null;
        try
        {
            return (await gmail.SendAsync(mail, thread, ct)).Id;
        }
        catch (ProviderException e) when (e.Status == HttpStatusCode.NotFound && thread is not null)
        {
            return (await gmail.SendAsync(mail, null, ct)).Id;
        }
    }

    /// <summary>Gmail keeps our own header: a sent mail of the thread that carries the key is this one.</summary>
    public async Task<IReadOnlyList<string>> FindSentAsync(Outgoing message, CancellationToken ct)
    {
        var thread = message.ThreadKey.Length == 0 ? null : await gmail.ThreadAsync(message.ThreadKey, ct);
        return [.. (thread?.Messages ?? []).Where(m => m.LabelIds.Contains("SENT") && m.Header("X-MyCavoodle-Id")?.Trim() == message.Key).Select(m => m.Id)];
    }

    OutgoingMail Compose(Outgoing message)
    {
        if (!options.Value.IsConfigured) throw new ProviderException(GmailClient.Provider, "not configured", code: ProviderException.NotConfigured);
        if (!MailAddress.TryCreate(message.Address, out var to)) throw new ProviderException(GmailClient.Provider, "the contact has no mail address", code: "invalid_address");
        // The first mail names the thread, the last ones its end; all of a long thread would outgrow a header.
        var earlier = message.MailIds.SkipLast(1).ToList();
        return new()
        {
            From = new(options.Value.Mailbox!),
            To = to,
            Subject = Answering(message.Subject),
            Text = message.Text,
            InReplyTo = message.MailIds is [.., var last] ? last : null,
            References = string.Join(' ', earlier.Count <= MostReferences ? earlier : [earlier[0], .. earlier.TakeLast(MostReferences - 1)]),
            Id = message.Key,
            IsAutomatic = !message.ByStaff,
        };
    }

    static string Answering(string? subject) => $"Re: {Re().Replace(subject ?? "", "")}".Trim();

    [GeneratedRegex(@"^(\s*re\s*:)+\s*|^\s+", RegexOptions.IgnoreCase)] private static partial Regex Re();
}
