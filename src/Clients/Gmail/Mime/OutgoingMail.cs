using System.Net.Mail;
using System.Text;

namespace MyCavoodle.Clients.Gmail.Mime;

/// <summary>
/// A plain-text mail to one person as RFC 5322 bytes. Gmail adds Date and Message-ID. Values come from strangers (a subject, a
/// display name), so control characters are taken out of every header: a line break there would start a header of its own.
/// https://www.rfc-editor.org/rfc/rfc5322 · automatic answers: https://www.rfc-editor.org/rfc/rfc3834
/// </summary>
public sealed record OutgoingMail
{
    public required MailAddress From { get; init; }
    public required MailAddress To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    /// <summary>The Message-ID answered; null for a first mail.</summary>
    public string? InReplyTo { get; init; }
    /// <summary>The original's References; its Message-ID is appended here.</summary>
    public string? References { get; init; }
    /// <summary>Our own id of this answer, to find it again when the send timed out.</summary>
    public string? Id { get; init; }
    /// <summary>Marks it as written by a machine, so that other machines do not answer.</summary>
    public bool IsAutomatic { get; init; } = true;

    public byte[] ToBytes()
    {
        var mail = new StringBuilder();
        Header("From", Address(From));
        Header("To", Address(To));
        Header("Subject", EncodedWords.Encode(Line(Subject)));
        if (InReplyTo is not null)
        {
            Header("In-Reply-To", Ascii(InReplyTo));
            Header("References", string.Join("\r\n ", Ascii($"{References} {InReplyTo}").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()));
        }
        if (IsAutomatic)
        {
            Header("Auto-Submitted", "auto-replied");
            Header("X-Auto-Response-Suppress", "All");
        }
        if (Id is not null)
            Header("X-MyCavoodle-Id", Ascii(Id));
        Header("MIME-Version", "1.0");
        Header("Content-Type", "text/plain; charset=utf-8");
        Header("Content-Transfer-Encoding", "quoted-printable");
        mail.Append("\r\n").Append(QuotedPrintable.Encode(Text)).Append("\r\n");
        return Encoding.ASCII.GetBytes(mail.ToString());

        void Header(string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    static string Address(MailAddress address)
    {
        var name = Line(address.DisplayName);
        var at = $"<{Ascii(address.Address).Replace(" ", "", StringComparison.Ordinal)}>";
        if (name.Length == 0)
            return at;
        return System.Text.Ascii.IsValid(name) && !name.Contains("=?", StringComparison.Ordinal)
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" {at}"
            : $"{EncodedWords.Encode(name)} {at}";
    }

    /// <summary>One line: every control character, the Unicode line ends included, becomes a space.</summary>
    static string Line(string text) =>
        new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Trim();

    static string Ascii(string text) => new([.. Line(text).Where(char.IsAscii)]);
}
