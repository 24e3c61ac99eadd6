using System.Globalization;
using System.Text;

namespace MyCavoodle.Clients.Gmail.Mime;

/// <summary>Text that stays readable on a seven-bit road. https://www.rfc-editor.org/rfc/rfc2045#section-6.7</summary>
static class QuotedPrintable
{
    const int LongestLine = 76;

    /// <summary>UTF-8 in lines of at most 76 characters with CRLF between them.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + text.Length / 8);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                encoded.Append("\r\n");
            EncodeLine(lines[i], encoded);
        }
        return encoded.ToString();
    }

    /// <summary>The variant inside encoded words, where an underscore is a space.</summary>
    public static byte[] DecodeWord(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
                bytes.AddRange(text[i] == '_' ? " "u8 : Encoding.UTF8.GetBytes(text, i, 1));
        }
        return [.. bytes];
    }

    // A dot alone on a line and "From " at its start are read as commands by old relays; spaces at the end are eaten.
    static void EncodeLine(string line, StringBuilder to)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            var isLast = i == bytes.Length - 1;
            var isPlain = b is >= 33 and <= 126 and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !isLast);
            if (i == 0 && (b == '.' || line.StartsWith("From ", StringComparison.Ordinal)))
                isPlain = false;
            var width = isPlain ? 1 : 3;
            if (column + width > LongestLine - (isLast ? 0 : 1))
            {
                to.Append("=\r\n");
                column = 0;
            }
            if (isPlain)
                to.Append((char)b);
            else
                to.Append('=').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            column += width;
        }
    }
}
