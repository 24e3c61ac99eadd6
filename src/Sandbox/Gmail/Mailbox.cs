using System.Globalization;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>The mails, their labels, and the history of both.</summary>
sealed class Mailbox
{
    public static readonly string[] SystemLabels = ["INBOX", "SENT", "DRAFT", "SPAM", "TRASH", "UNREAD", "STARRED", "IMPORTANT", "CATEGORY_PERSONAL"];
    static readonly TimeSpan HistoryKept = TimeSpan.FromDays(7);

    sealed record Change(ulong Id, DateTimeOffset At, Mail Mail, string Kind, IReadOnlyList<string> Labels);

    readonly TimeProvider time;
    readonly List<Change> changes = [];
    ulong forgottenUpTo;
    long lastStamp;

    public Mailbox(TimeProvider time)
    {
        this.time = time;
        // Rises over a restart: an id stored before is too old, and sends its owner to a full sync, as with Gmail.
        forgottenUpTo = HistoryId = (ulong)time.GetUtcNow().ToUnixTimeSeconds();
    }

    public List<Mail> Mails { get; } = [];
    public Dictionary<string, string> UserLabels { get; } = [];
    public ulong HistoryId { get; private set; }

    public Mail? Find(string id) => Mails.FirstOrDefault(m => m.Id == id);

    public IEnumerable<Mail> Thread(string id) => Mails.Where(m => m.ThreadId == id);

    public Mail Add(byte[] raw, MimePart mime, string? threadId, params string[] labels)
    {
        var id = NewId();
        var mail = new Mail { Id = id, ThreadId = threadId ?? id, At = time.GetUtcNow(), Raw = raw, Mime = mime, Labels = [.. labels], HistoryId = 0 };
        Mails.Add(mail);
        Record(mail, "messagesAdded", labels);
        return mail;
    }

    public void Relabel(Mail mail, IReadOnlyList<string> add, IReadOnlyList<string> remove)
    {
        var added = add.Where(mail.Labels.Add).ToList();
        var removed = remove.Where(mail.Labels.Remove).ToList();
        if (added.Count > 0) Record(mail, "labelsAdded", added);
        if (removed.Count > 0) Record(mail, "labelsRemoved", removed);
    }

    /// <returns>The records after an id, in order; null when that id is too old or was never given.</returns>
    public IReadOnlyList<JsonObject>? Since(ulong start, IReadOnlyList<string> kinds, string? label)
    {
        var old = changes.TakeWhile(c => time.GetUtcNow() - c.At > HistoryKept).ToList();
        if (old.Count > 0) forgottenUpTo = old[^1].Id;
        changes.RemoveRange(0, old.Count);
        if (start < forgottenUpTo || start > HistoryId) return null;
        return [.. changes.Where(c => c.Id > start && (kinds.Count == 0 || kinds.Contains(Singular(c.Kind))) && (label is null || c.Mail.Labels.Contains(label) || c.Labels.Contains(label))).Select(Write)];
    }

    static string Singular(string kind) => kind switch { "messagesAdded" => "messageAdded", "labelsAdded" => "labelAdded", _ => "labelRemoved" };

    static JsonObject Write(Change change)
    {
        var message = change.Mail.Reference();
        message["labelIds"] = change.Mail.LabelList();
        var entry = new JsonObject { ["message"] = message };
        if (change.Kind != "messagesAdded") entry["labelIds"] = new JsonArray([.. change.Labels.Select(l => (JsonNode)l)]);
        return new JsonObject
        {
            ["id"] = change.Id.ToString(CultureInfo.InvariantCulture), ["messages"] = new JsonArray(change.Mail.Reference()), [change.Kind] = new JsonArray(entry),
        };
    }

    void Record(Mail mail, string kind, IReadOnlyList<string> labels)
    {
        // History ids grow with gaps.
        HistoryId += 3;
        mail.HistoryId = HistoryId;
        changes.Add(new Change(HistoryId, time.GetUtcNow(), mail, kind, labels));
    }

    /// <summary>Sixteen hexadecimal digits that grow with time.</summary>
    string NewId()
    {
        lastStamp = Math.Max(lastStamp + 1, time.GetUtcNow().ToUnixTimeMilliseconds() << 20);
        return lastStamp.ToString("x16", CultureInfo.InvariantCulture);
    }
}
