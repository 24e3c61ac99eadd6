using System.Net.Mail;
using System.Text.RegularExpressions;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Gmail.Mime;

namespace MyCavoodle.Channels.Gmail;

/// <summary>Whom an answer goes to, and whether Gmail vouches for them.</summary>
/// <param name="Address">Lower case.</param>
sealed partial record MailSender(string Address, string? Name)
{
    public static MailSender? From(GmailMessage mail) => Parse(Raw(mail, "From").FirstOrDefault());

    /// <summary>Where the writer wants the answer; null when they do not say, or say "to yourselves".</summary>
    public static MailSender? ReplyTo(GmailMessage mail, string? mailbox) =>
        Parse(Raw(mail, "Reply-To").FirstOrDefault()) is { } wanted && !IsSame(wanted.Address, mailbox) ? wanted : null;

    /// <summary>One mailbox under two spellings; the part after a plus is the owner's own note.</summary>
    public static bool IsSame(string address, string? mailbox) => mailbox is not null && Plain(address) == Plain(mailbox);

    /// <summary>
    /// True when the topmost Authentication-Results, which is Gmail's own, says that the From address passed DMARC. Senders can
    /// write such a header too, and words into Gmail's: anything out of the ordinary is not believed.
    /// https://www.rfc-editor.org/rfc/rfc8601
    /// </summary>
    public static bool IsProven(GmailMessage mail, string from)
    {
        if (mail.Headers("Authentication-Results").FirstOrDefault() is not { } results || Raw(mail, "From").Take(2).Count() != 1) return false;
        if (!IsOneAddress(Raw(mail, "From").First())) return false;
        var plain = QuotedValue().Replace(results, "=");
        if (plain.Contains('"', StringComparison.Ordinal) || plain.Contains('\\', StringComparison.Ordinal)) return false;
        var parts = Comment().Replace(plain, " ").Split(';', StringSplitOptions.TrimEntries);
        if (!parts[0].Equals("mx.google.com", StringComparison.OrdinalIgnoreCase)) return false;
        if (Verdict().Count(plain) != 1 || parts.SingleOrDefault(p => Pass().IsMatch(p)) is not { } verdict) return false;
        var domain = HeaderFrom().Match(verdict);
        return !domain.Success || from.EndsWith("@" + domain.Groups[1].Value, StringComparison.OrdinalIgnoreCase);
    }

    // Before encoded words are decoded: a display name may spell an address. The real one stands last, in angle brackets.
    static MailSender? Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header)) return null;
        var angle = LastAngle().Match(header);
        var address = (angle.Success ? angle.Groups[1].Value : header).Trim().TrimEnd(',', ';').ToLowerInvariant();
        if (!MailAddress.TryCreate(address, out var parsed) || parsed.Address != address || address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        var name = angle.Success ? MailReader.OneLine(EncodedWords.Decode(header[..angle.Index].Trim())).Trim('"', '\'', ' ') : "";
        return new(address, name.Length is 0 or > 100 || name.Contains('@', StringComparison.Ordinal) ? null : name);
    }

    static bool IsOneAddress(string header)
    {
        var angle = LastAngle().Match(header);
        return !angle.Success || !QuotedText().Replace(header[..angle.Index], "").AsSpan().ContainsAny("<>@");
    }

    static IEnumerable<string> Raw(GmailMessage mail, string name) =>
        mail.Payload?.Headers.Where(h => h is not null && string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value ?? "") ?? [];

    static string Plain(string address)
    {
        var at = address.Trim().ToLowerInvariant().Split('@', 2);
        var local = at[0].Split('+')[0];
        var domain = at.ElementAtOrDefault(1) ?? "";
        return domain is "gmail.com" or "googlemail.com" ? local.Replace(".", "", StringComparison.Ordinal) + "@gmail.com" : $"{local}@{domain}";
    }

    [GeneratedRegex(@"<\s*([^<>]+?)\s*>[\s,;]*$", RegexOptions.RightToLeft)] private static partial Regex LastAngle();
    [GeneratedRegex("\"[^\"]*\"")] private static partial Regex QuotedText();
    [GeneratedRegex("=\"[A-Za-z0-9+/=]*\"")] private static partial Regex QuotedValue();
    [GeneratedRegex(@"\([^()]*\)")] private static partial Regex Comment();
    [GeneratedRegex(@"\bdmarc\s*=", RegexOptions.IgnoreCase)] private static partial Regex Verdict();
    [GeneratedRegex(@"^dmarc\s*=\s*pass(\s|$)", RegexOptions.IgnoreCase)] private static partial Regex Pass();
    [GeneratedRegex(@"\bheader\.from=([^\s;]+)", RegexOptions.IgnoreCase)] private static partial Regex HeaderFrom();
}
