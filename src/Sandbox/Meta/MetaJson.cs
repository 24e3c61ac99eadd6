using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Meta;

/// <summary>
/// JSON as Meta's webhooks spell it: non-ASCII as <c>\u00e4</c>, slashes as <c>\/</c>, and a few more signs escaped, so
/// that whoever signs a re-serialised body gets another signature.
/// https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
/// </summary>
static class MetaJson
{
    public static byte[] Bytes(JsonNode body)
    {
        var text = new StringBuilder();
        // All of these occur only inside strings, where either spelling means the same.
        foreach (var c in body.ToJsonString(Answer.Json))
            _ = c switch
            {
                '/' => text.Append("\\/"),
                '<' => text.Append("\\u003C"),
                '%' => text.Append("\\u0025"),
                '@' => text.Append("\\u0040"),
                > '~' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>2026-11-20T08:00:00+0000: an offset without a colon.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
}
