using System.Collections.Frozen;
using MyCavoodle.Clients.Gmail;

namespace MyCavoodle.Channels.Gmail;

/// <summary>
/// Tells mail that a machine wrote: bounces, out-of-office notes, lists, receipts. Answering it starts a loop, or talks to nobody.
/// https://www.rfc-editor.org/rfc/rfc3834#section-2 · https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcmail
/// </summary>
static class MachineMail
{
    static readonly string[] Marks =
        ["List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID", "X-Autoreply", "X-Autorespond", "X-Autoresponse", "X-Loop", "X-MyCavoodle-Id"];
    static readonly FrozenSet<string> Suppressions = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "DR", "RN", "NRN", "OOF", "AutoReply", "All");
    static readonly FrozenSet<string> Robots = FrozenSet.Create("mailerdaemon", "postmaster", "bounce", "bounces", "notification", "notifications");

    public static bool Is(GmailMessage mail, string from, string replyTo, string? mailbox) =>
        SaysSo(mail) || IsReport(mail) || IsRobot(from) || IsRobot(replyTo) || !IsAddressedToUs(mail, mailbox);

    static bool SaysSo(GmailMessage mail) =>
        mail.Headers("Auto-Submitted").Any(v => Word(v) is not "no")
        || mail.Headers("Precedence").Any(v => Word(v) is "bulk" or "junk" or "list" or "auto_reply")
        || Marks.Any(name => mail.Headers(name).Any())
        || mail.Headers("X-Auto-Response-Suppress").Any(v => v.Split(',', StringSplitOptions.TrimEntries).Any(Suppressions.Contains))
        || mail.Headers("Return-Path").FirstOrDefault()?.Replace(" ", "", StringComparison.Ordinal) == "<>";

    static bool IsReport(GmailMessage mail)
    {
        string[] types = [.. mail.Headers("Content-Type"), .. mail.Payload?.WithDescendants().Select(p => p.MimeType ?? "") ?? []];
        return Word(types.FirstOrDefault() ?? "") is "multipart/report" || Word(mail.Payload?.MimeType ?? "") is "multipart/report"
            || types.Any(t => Word(t) is "message/disposition-notification" or "message/delivery-status");
    }

    static bool IsRobot(string address)
    {
        var local = address.Split('@')[0];
        var plain = local.Split('+')[0].Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return Robots.Contains(plain) || plain.StartsWith("noreply", StringComparison.Ordinal) || plain.StartsWith("donotreply", StringComparison.Ordinal)
            || local.StartsWith("bounce-", StringComparison.Ordinal) || local.StartsWith("bounces-", StringComparison.Ordinal);
    }

    // A mailing sent blind names others, or nobody. Our other addresses show by their domain, or by a trace of the forwarding.
    static bool IsAddressedToUs(GmailMessage mail, string? mailbox)
    {
        if (mailbox is null) return true;
        var named = Addresses(mail, "To").Concat(Addresses(mail, "Cc")).ToList();
        var domain = mailbox.Split('@')[^1].ToLowerInvariant();
        var trace = string.Join('\n', new[] { "Delivered-To", "X-Forwarded-To", "X-Forwarded-For", "X-Original-To", "Envelope-To", "Received" }.SelectMany(mail.Headers)).ToLowerInvariant();
        return named.Any(a => MailSender.IsSame(a, mailbox)
            || domain is not ("gmail.com" or "googlemail.com") && a.EndsWith("@" + domain, StringComparison.Ordinal)
            || trace.Contains(a, StringComparison.Ordinal));
    }

    static IEnumerable<string> Addresses(GmailMessage mail, string header) => mail.Headers(header)
        .SelectMany(h => h.ToLowerInvariant().Split(',', ';', ':', '<', '>', ' ', '"', '\t')).Where(w => w.Length > 3 && w.IndexOf('@', StringComparison.Ordinal) > 0);

    // "auto-generated (warning-timeout)", "text/plain; charset=utf-8"
    static string Word(string value) => value.Split(';', '(', ' ')[0].Trim().ToLowerInvariant();
}
