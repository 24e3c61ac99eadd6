using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using MyCavoodle.Clients.Gmail;

namespace MyCavoodle.Tests.Unit.Channels;

/// <summary>Mails in Gmail's JSON.</summary>
static class Mails
{
    public const string Us = "hello@mycavoodle.example";
    public const string Proof = "mx.google.com; dkim=pass header.i=@example.com header.b=\"Ab/cd+e=\"; spf=pass (google.com: domain of jane@example.com designates 1.2.3.4 as permitted sender) smtp.mailfrom=jane@example.com; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.com";

    public static GmailMessage Mail(string text = "Where is my brush?", string type = "text/plain", params (string Name, string Value)[] headers) =>
        GmailJson.Message(Json("m-1", text, type, ["INBOX"], headers));

    /// <summary>From Jane to us, unless the headers say otherwise; an empty value takes one away.</summary>
    public static string Json(string id, string text, string type, string[] labels, params (string Name, string Value)[] headers)
    {
        (string Name, string Value)[] usual = [("From", "Jane Doe <Jane@Example.com>"), ("To", Us), ("Subject", "Brush"), ("Message-Id", "<1@example.com>")];
        return JsonSerializer.Serialize(new
        {
            id,
            threadId = "t-1",
            labelIds = labels,
            historyId = "5",
            internalDate = "1795330800000",
            payload = new
            {
                mimeType = type,
                filename = "",
                headers = usual.Where(u => headers.All(h => h.Name != u.Name)).Concat(headers.Where(h => h.Value.Length > 0)).Select(h => new { name = h.Name, value = h.Value }),
                body = new { size = text.Length, data = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)) },
            },
        });
    }
}
