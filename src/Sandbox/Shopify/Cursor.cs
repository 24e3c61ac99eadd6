using System.Text;
using System.Text.Json;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>A page_info: the first request's filters, and the element the page lies beyond.</summary>
/// <param name="Id">Of the last element of the page before, or of the first one of the page after.</param>
sealed record Cursor(Dictionary<string, string> Filters, long Key, long Id, bool Backwards)
{
    public string Encode() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static Cursor? Decode(string text)
    {
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
            return JsonSerializer.Deserialize<Cursor>(Encoding.UTF8.GetString(Convert.FromBase64String(padded)));
        }
        catch (Exception e) when (e is FormatException or JsonException) { return null; }
    }
}
