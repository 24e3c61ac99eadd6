using System.Globalization;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>A mail as JSON: https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages</summary>
static class MailDocument
{
    /// <summary>Parts larger than this come as attachments, to be fetched apart.</summary>
    const int LargestInline = 8_192;

    /// <returns>Null for a format that does not exist.</returns>
    public static JsonObject? Of(Mail mail, string format, IReadOnlyList<string> metadataHeaders)
    {
        var json = new JsonObject
        {
            ["id"] = mail.Id, ["threadId"] = mail.ThreadId, ["labelIds"] = mail.LabelList(), ["snippet"] = mail.Snippet,
            ["historyId"] = mail.HistoryId.ToString(CultureInfo.InvariantCulture),
            ["internalDate"] = mail.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), ["sizeEstimate"] = mail.Raw.Length,
        };
        switch (format)
        {
            case "minimal": return json;
            case "raw": json["raw"] = Base64Url.Encode(mail.Raw, padded: true); return json;
            case "metadata":
                json["payload"] = new JsonObject { ["mimeType"] = mail.Mime.MimeType, ["headers"] = Headers(mail.Mime, metadataHeaders) };
                return json;
            case "full": json["payload"] = Part(mail, mail.Mime, ""); return json;
            default: return null;
        }
    }

    static JsonObject Part(Mail mail, MimePart part, string id)
    {
        var json = new JsonObject { ["partId"] = id, ["mimeType"] = part.MimeType, ["filename"] = part.Filename, ["headers"] = Headers(part, []) };
        var body = new JsonObject { ["size"] = part.Content.Length };
        if (part.Parts.Count > 0)
        {
            json["body"] = body;
            json["parts"] = new JsonArray([.. part.Parts.Select((p, i) => Part(mail, p, id.Length == 0 ? $"{i}" : $"{id}.{i}"))]);
            return json;
        }
        // Another id on every read, as with Gmail: whoever stores one finds out.
        if (part.Filename.Length > 0 || part.Content.Length > LargestInline && !part.MimeType.StartsWith("text/", StringComparison.Ordinal))
            body["attachmentId"] = Base64Url.Encode($"ANGjdJ|{Guid.NewGuid():n}|{id}");
        // Some are padded and some are not, in life as here.
        else if (part.Content.Length > 0) body["data"] = Base64Url.Encode(part.Content, padded: mail.At.Second % 2 == 0);
        json["body"] = body;
        return json;
    }

    /// <summary>The bytes an attachment id of <see cref="Part"/> stands for; null: there are none.</summary>
    public static byte[]? Attachment(Mail mail, string attachmentId)
    {
        if (Base64Url.Decode(attachmentId) is not { } bytes || System.Text.Encoding.UTF8.GetString(bytes).Split('|') is not ["ANGjdJ", _, var path]) return null;
        var part = mail.Mime;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(step, out var index) || index >= part.Parts.Count) return null;
            part = part.Parts[index];
        }
        return part.Content;
    }

    static JsonArray Headers(MimePart part, IReadOnlyList<string> only) => new([.. part.Headers
        .Where(h => only.Count == 0 || only.Contains(h.Name, StringComparer.OrdinalIgnoreCase))
        .Select(h => new JsonObject { ["name"] = h.Name, ["value"] = h.Value })]);
}
