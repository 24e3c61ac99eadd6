using System.Globalization;
using System.Text;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>A customer's mail as it arrives at Google: written as RFC 5322, with Google's verdict on the sender.</summary>
sealed record Letter(string From, string? Name, string Subject, string Text, string MessageId, DateTimeOffset At)
{
    public string? Html { get; init; }
    public string? InReplyTo { get; init; }
    public string? References { get; init; }
    public bool IsAuthentic { get; init; } = true;
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    public byte[] Bytes()
    {
        var domain = From.Split('@')[^1];
        var verdict = IsAuthentic ? "pass" : "fail";
        var head = new List<(string Name, string? Value)>
        {
            ("Delivered-To", Credentials.GmailMailbox),
            ("Authentication-Results", $"mx.google.com; dkim={verdict} header.i=@{domain}; spf={verdict} smtp.mailfrom={From}; dmarc={verdict} (p=NONE) header.from={domain}"),
            ("Return-Path", $"<{From}>"),
            ("MIME-Version", "1.0"),
            ("Message-ID", MessageId),
            ("Date", At.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
            ("From", string.IsNullOrEmpty(Name) ? From : $"{Quoted(Name)} <{From}>"),
            ("To", Credentials.GmailMailbox),
            ("Subject", EncodedWord.Encode(OneLine(Subject))),
            ("In-Reply-To", InReplyTo),
            ("References", References),
        };
        head.RemoveAll(h => Extra.Keys.Contains(h.Name, StringComparer.OrdinalIgnoreCase));
        head.AddRange(Extra.Select(e => (e.Key, (string?)OneLine(e.Value))));
        var mail = new StringBuilder();
        foreach (var (name, value) in head.Where(h => h.Value is not null)) mail.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (!head.Any(h => string.Equals(h.Name, "Content-Type", StringComparison.OrdinalIgnoreCase))) Body(mail);
        else mail.Append(CultureInfo.InvariantCulture, $"\r\n{Text.ReplaceLineEndings("\r\n")}");
        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    void Body(StringBuilder mail)
    {
        if (Html is null) { Leaf(mail, "text/plain", Text); return; }
        const string boundary = "000000000000sandbox0000";
        mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        // A mail that was written as html only has no plain part.
        if (Text.Length > 0)
        {
            Leaf(mail, "text/plain", Text);
            mail.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n");
        }
        Leaf(mail, "text/html", Html);
        mail.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}--\r\n");
    }

    static void Leaf(StringBuilder mail, string type, string content) =>
        mail.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");

    static string Quoted(string name) => name.All(char.IsAscii) ? $"\"{OneLine(name).Replace("\"", "", StringComparison.Ordinal)}\"" : EncodedWord.Encode(name);

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
