using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Gmail.Mime;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Gmail;

/// <summary>Turns a mail into what a person said. Every word in it is a stranger's.</summary>
static class MailReader
{
    const int LongestSource = 200_000;
    const int LongestText = 20_000;
    const int LongestLine = 500;

    /// <returns>Null: our own mail.</returns>
    /// <exception cref="FormatException">Nobody is named as the sender.</exception>
    public static InboundMessage? Read(GmailMessage mail, string? mailbox)
    {
        var author = MailSender.From(mail) ?? throw new FormatException("it has no sender");
        if (MailSender.IsSame(author.Address, mailbox)) return null;
        var text = Text(mail.ReadText());
        var form = ContactForm.Of(mail, author, text);
        var sender = form?.Sender ?? MailSender.ReplyTo(mail, mailbox) ?? author;
        return new(ChannelNames.Email, sender.Address, Short(form?.Text ?? Written(mail, text), LongestText), mail.Id, mail.ReceivedAt)
        {
            Name = sender.Name ?? (sender.Address == author.Address ? author.Name : null),
            Subject = mail.Header("Subject") is { } subject && !string.IsNullOrWhiteSpace(subject) ? Short(OneLine(subject), LongestLine) : null,
            ThreadKey = mail.ThreadId,
            MailId = mail.Header("Message-ID") is { } id && !string.IsNullOrWhiteSpace(id) ? OneLine(id) : null,
            SenderProven = form is null && sender.Address == author.Address && MailSender.IsProven(mail, author.Address),
            ExpectsAnswer = form is not null || !MachineMail.Is(mail, author.Address, sender.Address, mailbox),
        };
    }

    // What is beyond the limit nobody reads, and cutting it first keeps the work small whatever was sent.
    static string Text(MailText mail)
    {
        var text = mail.Text.Length > LongestSource ? mail.Text[..LongestSource] : mail.Text;
        return mail.IsHtml ? HtmlText.Of(text) : text;
    }

    // Files are named, so that the assistant says it cannot open them; logos of signatures are not worth a word.
    static string Written(GmailMessage mail, string text)
    {
        var written = QuotedHistory.Cut(text);
        var files = mail.ReadText().Attachments.Select(OneLine).Where(f => !f.StartsWith("image0", StringComparison.OrdinalIgnoreCase)).Take(10).ToList();
        if (files.Count > 0) written = $"{written}\n\n[attached: {Short(string.Join(", ", files), LongestLine)}]".Trim();
        return written.Length > 0 ? written : "[empty mail]";
    }

    internal static string OneLine(string text) => new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();

    static string Short(string text, int most) => text.Length <= most ? text : TextSplitter.Split(text, most)[0] + " […]";
}
