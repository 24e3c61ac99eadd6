using System.Net.Mime;

namespace MyCavoodle.Clients.Gmail.Mime;

/// <summary>
/// What a mail says. Plain text is preferred; a mail that has only HTML gives HTML, to be turned into text by the channel.
/// Quoted history is still in it, and every word is a stranger's.
/// </summary>
/// <param name="Text">Empty when the mail holds neither.</param>
/// <param name="Attachments">Names of the files sent along, to be mentioned, not read.</param>
public sealed record MailText(string Text, bool IsHtml, IReadOnlyList<string> Attachments)
{
    public static MailText Of(GmailPart? payload)
    {
        var parts = payload is null ? [] : Own(payload).ToList();
        var attachments = parts.Where(IsFile).Select(p => p.Filename!).ToList();
        var texts = parts.Where(p => !IsFile(p)).ToList();
        return Find("text/plain") is { } plain ? new(plain, false, attachments)
            : Find("text/html") is { } html ? new(html, true, attachments)
            : new("", false, attachments);

        string? Find(string type) => texts
            .Where(p => string.Equals(p.MimeType, type, StringComparison.OrdinalIgnoreCase))
            .Select(p => Charsets.Read(p.Body?.Bytes() ?? [], Charset(p)))
            .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
    }

    // A mail enclosed in a mail was written by somebody else.
    static IEnumerable<GmailPart> Own(GmailPart part) =>
        string.Equals(part.MimeType, "message/rfc822", StringComparison.OrdinalIgnoreCase) ? [part] : part.Parts.SelectMany(Own).Prepend(part);

    static bool IsFile(GmailPart part) => !string.IsNullOrEmpty(part.Filename);

    static string? Charset(GmailPart part)
    {
        try
        {
            return part.HeadersNamed("Content-Type").FirstOrDefault() is { } type ? new ContentType(type).CharSet : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
