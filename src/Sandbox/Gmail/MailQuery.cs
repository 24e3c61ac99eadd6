using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>A search in Gmail's words. https://support.google.com/mail/answer/7190</summary>
sealed partial class MailQuery(string? query, DateTimeOffset now)
{
    readonly List<(bool Not, string Operator, string Value)> terms = [.. Term().Matches(query ?? "")
        .Select(m => (m.Groups["not"].Success, m.Groups["op"].Value.ToLowerInvariant(), m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Groups["value"].Value))];

    public bool Matches(Mail mail)
    {
        // Spam and trash are found only by those who ask for them.
        if (!terms.Any(t => t.Operator == "in") && (mail.Labels.Contains("SPAM") || mail.Labels.Contains("TRASH"))) return false;
        return terms.All(t => Matches(mail, t.Operator, t.Value) != t.Not);
    }

    bool Matches(Mail mail, string op, string value) => op switch
    {
        "rfc822msgid" => mail.MessageId.Trim('<', '>') == value.Trim('<', '>'),
        "from" => Contains(mail.Mime.Header("From"), value),
        "to" => Contains(mail.Mime.Header("To"), value),
        "subject" => Contains(mail.Subject, value),
        "in" => string.Equals(value, "anywhere", StringComparison.OrdinalIgnoreCase) || mail.Labels.Contains(value.ToUpperInvariant()),
        "is" => mail.Labels.Contains(value.ToUpperInvariant()),
        "label" => mail.Labels.Contains(value) || mail.Labels.Contains(value.ToUpperInvariant()),
        "newer_than" => Age(value) is not { } age || now - mail.At <= age,
        "older_than" => Age(value) is not { } age || now - mail.At > age,
        "after" => Instant(value) is not { } at || mail.At >= at,
        "before" => Instant(value) is not { } at || mail.At < at,
        _ => Contains(mail.Subject, value) || Contains(mail.Mime.Text, value) || Contains(mail.Mime.Header("From"), value),
    };

    static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    static TimeSpan? Age(string value) => value.Length > 1 && int.TryParse(value[..^1], out var count) ? value[^1] switch
    {
        'h' => TimeSpan.FromHours(count), 'd' => TimeSpan.FromDays(count), 'm' => TimeSpan.FromDays(30 * count), 'y' => TimeSpan.FromDays(365 * count), _ => null,
    } : null;

    static DateTimeOffset? Instant(string value) =>
        long.TryParse(value, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : DateTimeOffset.TryParseExact(value, ["yyyy/M/d", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    [GeneratedRegex(@"(?<not>-)?(?:(?<op>[A-Za-z0-9_]+):)?(?:""(?<quoted>[^""]*)""|(?<value>\S+))")]
    private static partial Regex Term();
}
