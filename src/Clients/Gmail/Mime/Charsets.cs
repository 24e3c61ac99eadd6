using System.Text;

namespace MyCavoodle.Clients.Gmail.Mime;

/// <summary>Character sets by the names mails use; Windows and Asian ones come from the framework's code pages.</summary>
static class Charsets
{
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The named set; Windows-1252, which any bytes can be read as, when the name is unknown.</summary>
    public static Encoding Named(string? name)
    {
        try
        {
            return Encoding.GetEncoding(name?.Trim('"', '\'', ' ') is { Length: > 0 } given ? given : "utf-8");
        }
        catch (ArgumentException)
        {
            return Encoding.GetEncoding(1252);
        }
    }

    /// <summary>
    /// Text of a part. Gmail mostly hands out UTF-8 whatever the part claims, so valid UTF-8 wins over the claim; a seven-bit set
    /// such as ISO-2022-JP is valid UTF-8 by accident and betrays itself by its escapes.
    /// </summary>
    public static string Read(byte[] bytes, string? claimed)
    {
        try
        {
            if (!bytes.AsSpan().Contains((byte)0x1b))
                return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var encoding = Named(claimed);
            return (encoding is UTF8Encoding ? Encoding.GetEncoding(1252) : encoding).GetString(bytes);
        }
        return Named(claimed).GetString(bytes);
    }
}
