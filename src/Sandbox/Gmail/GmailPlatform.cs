using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>
/// The shop's mailbox at Google: mails in, mails out, threads, and the push that says something changed.
/// https://developers.google.com/workspace/gmail/api/guides/push
/// </summary>
sealed class GmailPlatform(SandboxWorld world) : IDisposable
{
    static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(3599);
    readonly Dictionary<string, DateTimeOffset> tokens = [];
    long nextPush = world.Now.ToUnixTimeMilliseconds() * 1000;

    public Mailbox Mailbox { get; } = new(world.Time);
    public PushToken PushToken { get; } = new();
    /// <summary>When the watch ends. Until the first one is asked for, it is as if it had been set up before.</summary>
    public DateTimeOffset WatchedUntil { get; set; } = DateTimeOffset.MaxValue;

    public string NewToken()
    {
        var token = $"ya29.sandbox-{Guid.NewGuid():n}";
        tokens[token] = world.Now + TokenLife;
        return token;
    }

    public bool IsKnown(string? token) => token is not null && tokens.TryGetValue(token, out var dies) && dies > world.Now;

    /// <summary>A customer writes. Joins a thread when one is named, and looks like a reply to its last mail then.</summary>
    public Mail Receive(Contact contact, MailDraft draft)
    {
        var thread = draft.ThreadId is { } id ? Mailbox.Thread(id).ToList() : [];
        var last = thread.LastOrDefault();
        var subject = draft.Subject ?? (last is null ? FirstWords(draft.Text) : $"Re: {Mail.Bare(last.Subject)}");
        var letter = new Letter(contact.Id, draft.Name ?? contact.Name, subject, draft.Text, draft.MessageId ?? $"<{Guid.NewGuid():n}@mail.example.com>", world.Now)
        {
            Html = draft.Html, IsAuthentic = draft.IsAuthentic, Extra = draft.Headers, InReplyTo = last?.MessageId,
            References = last is null ? null : $"{last.Mime.Header("References")} {last.MessageId}".Trim(),
        };
        var raw = letter.Bytes();
        var mail = Mailbox.Add(raw, MimePart.Parse(raw), draft.ThreadId, "INBOX", "UNREAD", "CATEGORY_PERSONAL");
        world.Journal.Add(Entry(mail, contact.Id, fromShop: false));
        Notify();
        return mail;
    }

    /// <summary>The newest thread with somebody, if there is one.</summary>
    public string? NewestThread(string address) => world.Journal.Thread(Channels.Email, address).LastOrDefault()?.ThreadId;

    /// <summary>
    /// The shop sends. The mail joins its thread only if the thread is named, an earlier mail of it is referred to, and
    /// the subject is the same; else it begins a new one.
    /// https://developers.google.com/workspace/gmail/api/guides/sending#threads
    /// </summary>
    public Mail Send(byte[] raw, string? threadId)
    {
        var completed = Complete(raw);
        var mime = MimePart.Parse(completed);
        var named = threadId is null ? [] : Mailbox.Thread(threadId).ToList();
        var references = $"{mime.Header("In-Reply-To")} {mime.Header("References")}";
        var joins = named.Any(m => m.MessageId.Length > 0 && references.Contains(m.MessageId, StringComparison.Ordinal))
            && !string.IsNullOrWhiteSpace(mime.Header("In-Reply-To")) && !string.IsNullOrWhiteSpace(mime.Header("References"))
            && named.Any(m => Mail.Bare(m.Subject) == Mail.Bare(mime.Header("Subject") ?? ""));
        var mail = Mailbox.Add(completed, mime, joins ? threadId : null, "SENT");
        var to = Mail.Address(mime.Header("To"));
        world.Journal.Meet(Channels.Email, to);
        world.Journal.Add(Entry(mail, to, fromShop: true));
        Notify();
        return mail;
    }

    /// <summary>Signs and sends a push, whatever it says.</summary>
    public Delivery Push(byte[] body)
    {
        var target = () => world.BotUrl("webhooks/gmail");
        return world.Courier.Send(new Webhook("gmail", "push", "gmail", body, target,
            () => new Dictionary<string, string> { ["Authorization"] = $"Bearer {PushToken.Sign(Credentials.GmailPushAudience, world.Now)}" }));
    }

    public void Notify()
    {
        if (WatchedUntil <= world.Now) return;
        var data = $$"""{"emailAddress":"{{Credentials.GmailMailbox}}","historyId":{{Mailbox.HistoryId}}}""";
        var (id, at) = ((nextPush++).ToString(CultureInfo.InvariantCulture), world.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Push(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)), ["messageId"] = id, ["message_id"] = id, ["publishTime"] = at, ["publish_time"] = at,
            },
            ["subscription"] = Credentials.GmailSubscription,
        }.ToJsonString(Answer.Json)));
    }

    /// <summary>Gmail gives every sent mail its own Message-ID, and a Date and From where they are missing.</summary>
    byte[] Complete(byte[] raw)
    {
        var text = Encoding.Latin1.GetString(raw);
        var mime = MimePart.Parse(raw);
        var head = $"Message-ID: <CA{Guid.NewGuid():n}@mail.gmail.com>\r\n";
        if (mime.Header("From") is null) head += $"From: MyCavoodle <{Credentials.GmailMailbox}>\r\n";
        if (mime.Header("Date") is null) head += $"Date: {world.Now.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}\r\n";
        return Encoding.Latin1.GetBytes(head + WithoutMessageId(text));
    }

    static string WithoutMessageId(string mail) =>
        System.Text.RegularExpressions.Regex.Replace(mail, @"\A((?:[^\r\n]+\r?\n)*?)Message-ID:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n", "$1", System.Text.RegularExpressions.RegexOptions.IgnoreCase);

    static Message Entry(Mail mail, string contact, bool fromShop) => new()
    {
        Id = mail.Id, Channel = Channels.Email, Contact = contact, FromShop = fromShop, Text = mail.Mime.Text, At = mail.At, Subject = mail.Subject, ThreadId = mail.ThreadId,
        Headers = mail.Mime.Headers.GroupBy(h => h.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Value),
    };

    static string FirstWords(string text)
    {
        var line = text.Trim().Split('\n')[0].Trim();
        return line.Length == 0 ? "Hello" : line.Length <= 60 ? line : line[..60].TrimEnd() + "…";
    }

    public void Dispose() => PushToken.Dispose();
}

/// <summary>What somebody wants to write to the shop.</summary>
sealed record MailDraft(string Text)
{
    public string? Name { get; init; }
    public string? Subject { get; init; }
    public string? ThreadId { get; init; }
    public string? Html { get; init; }
    public string? MessageId { get; init; }
    public bool IsAuthentic { get; init; } = true;
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
