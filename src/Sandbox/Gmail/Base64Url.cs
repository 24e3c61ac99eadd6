using System.Text;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>Base64 with the URL alphabet, as Gmail and tokens use it.</summary>
static class Base64Url
{
    public static string Encode(byte[] bytes, bool padded = false)
    {
        var text = Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
        return padded ? text : text.TrimEnd('=');
    }

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>Either alphabet, padded or not; null: not base64 at all.</summary>
    public static byte[]? Decode(string text)
    {
        var plain = text.Trim().TrimEnd('=').Replace('-', '+').Replace('_', '/');
        try { return Convert.FromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '=')); }
        catch (FormatException) { return null; }
    }
}
