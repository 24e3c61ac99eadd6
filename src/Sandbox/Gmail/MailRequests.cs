using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>Reading, sending and labelling mails. https://developers.google.com/workspace/gmail/api/guides/sync</summary>
sealed class MailRequests(GmailPlatform platform, DateTimeOffset now)
{
    const int MostAtOnce = 500;
    const int MostToRelabel = 1000;

    readonly Mailbox box = platform.Mailbox;

    public Answer History(Call call)
    {
        if (!ulong.TryParse(call.Query.GetValueOrDefault("startHistoryId"), out var start)) return GmailError.Invalid("Missing or invalid startHistoryId");
        if (box.Since(start, Many(call, "historyTypes"), call.Query.GetValueOrDefault("labelId")) is not { } records) return GmailError.NotFound();
        var (page, next) = Page(call, records);
        // Nothing happened: no key at all, rather than an empty list.
        var json = new JsonObject();
        if (page.Count > 0) json["history"] = new JsonArray([.. page]);
        if (next is not null) json["nextPageToken"] = next;
        json["historyId"] = box.HistoryId.ToString(CultureInfo.InvariantCulture);
        return Answer.Ok(json);
    }

    public Answer List(Call call)
    {
        var query = new MailQuery(call.Query.GetValueOrDefault("q"), now);
        var labels = Many(call, "labelIds");
        var found = box.Mails.AsEnumerable().Reverse().Where(m => labels.All(m.Labels.Contains) && query.Matches(m)).ToList();
        var (page, next) = Page(call, found);
        var json = new JsonObject();
        if (page.Count > 0) json["messages"] = new JsonArray([.. page.Select(m => m.Reference())]);
        if (next is not null) json["nextPageToken"] = next;
        json["resultSizeEstimate"] = found.Count;
        return Answer.Ok(json);
    }

    public Answer Get(string id, Call call) => box.Find(id) is not { } mail ? GmailError.NotFound() : Document(mail, call);

    public Answer Thread(string id, Call call)
    {
        var mails = box.Thread(id).ToList();
        if (mails.Count == 0) return GmailError.NotFound();
        var written = mails.Select(m => MailDocument.Of(m, Format(call), Many(call, "metadataHeaders"))).ToList();
        return written.Contains(null) ? GmailError.Invalid("Invalid format") : Answer.Ok(new JsonObject
        {
            ["id"] = id, ["historyId"] = mails.Max(m => m.HistoryId).ToString(CultureInfo.InvariantCulture), ["messages"] = new JsonArray([.. written]),
        });
    }

    public Answer Send(Call call)
    {
        if (call["raw"] is not { Length: > 0 } raw || Base64Url.Decode(raw) is not { } bytes) return GmailError.Invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
        if (Mail.Address(MimePart.Parse(bytes).Header("To")).Length == 0) return GmailError.Invalid("Recipient address required");
        if (call["threadId"] is { } thread && !box.Thread(thread).Any()) return GmailError.NotFound();
        var mail = platform.Send(bytes, call["threadId"]);
        return Answer.Ok(new JsonObject { ["id"] = mail.Id, ["threadId"] = mail.ThreadId, ["labelIds"] = mail.LabelList() });
    }

    public Answer Modify(string id, Call call)
    {
        if (box.Find(id) is not { } mail) return GmailError.NotFound();
        if (Relabel([mail], call) is { } refusal) return refusal;
        var json = mail.Reference();
        json["labelIds"] = mail.LabelList();
        return Answer.Ok(json);
    }

    public Answer BatchModify(Call call)
    {
        var ids = Strings(call, "ids");
        if (ids.Count > MostToRelabel) return GmailError.Invalid($"At most {MostToRelabel} ids");
        return Relabel([.. ids.Select(box.Find).OfType<Mail>()], call) ?? new Answer(204, null);
    }

    public Answer Attachment(string id, string attachment)
    {
        if (box.Find(id) is not { } mail || MailDocument.Attachment(mail, attachment) is not { } bytes) return GmailError.NotFound();
        return Answer.Ok(new JsonObject { ["size"] = bytes.Length, ["data"] = Base64Url.Encode(bytes, padded: true) });
    }

    Answer? Relabel(IReadOnlyList<Mail> mails, Call call)
    {
        var (add, remove) = (Strings(call, "addLabelIds"), Strings(call, "removeLabelIds"));
        if (add.Concat(remove).FirstOrDefault(l => !Mailbox.SystemLabels.Contains(l) && !box.UserLabels.ContainsValue(l)) is { } unknown) return GmailError.Invalid($"Invalid label: {unknown}");
        foreach (var mail in mails) box.Relabel(mail, add, remove);
        platform.Notify();
        return null;
    }

    static Answer Document(Mail mail, Call call) =>
        MailDocument.Of(mail, Format(call), Many(call, "metadataHeaders")) is { } json ? Answer.Ok(json) : GmailError.Invalid("Invalid format");

    static string Format(Call call) => (call.Query.GetValueOrDefault("format") ?? "full").ToLowerInvariant();

    static (List<T> Page, string? Next) Page<T>(Call call, IReadOnlyList<T> all)
    {
        var size = Math.Clamp(call.Whole("maxResults") ?? 100, 1, MostAtOnce);
        var start = int.TryParse(call.Query.GetValueOrDefault("pageToken"), out var from) ? from : 0;
        return ([.. all.Skip(start).Take(size)], start + size < all.Count ? $"{start + size}" : null);
    }

    static List<string> Many(Call call, string name) => [.. call.Http.Query[name].OfType<string>()];

    static List<string> Strings(Call call, string name) => [.. (call.Body[name] as JsonArray ?? []).Where(n => n?.GetValueKind() == JsonValueKind.String).Select(n => n!.GetValue<string>())];
}
