using System.Text;
using System.Text.RegularExpressions;

namespace MyCavoodle.Clients.Gmail.Mime;

/// <summary>Non-ASCII words in headers: <c>=?utf-8?B?…?=</c>. https://www.rfc-editor.org/rfc/rfc2047</summary>
public static partial class EncodedWords
{
    // 75 characters a word, less "=?utf-8?B?" and "?=", leave 63 of base64: 45 bytes.
    const int BytesPerWord = 45;

    /// <summary>ASCII as it is; anything else as words joined by folds, cut between characters.</summary>
    public static string Encode(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal))
            return text;
        var words = new List<string>();
        var bytes = new List<byte>(BytesPerWord);
        var buffer = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(buffer);
            if (bytes.Count + length > BytesPerWord)
                Flush();
            bytes.AddRange(buffer.AsSpan(0, length));
        }
        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }

    /// <summary>Decodes the words in a header and leaves what it cannot read as it stands. Spaces between two words are part of the folding.</summary>
    public static string Decode(string text) =>
        text.Contains("=?", StringComparison.Ordinal) ? Word().Replace(Between().Replace(text, "$1"), m => Decoded(m) ?? m.Value) : text;

    static string? Decoded(Match word)
    {
        try
        {
            var text = word.Groups["text"].Value;
            var bytes = word.Groups["how"].Value is "B" or "b" ? Convert.FromBase64String(text) : QuotedPrintable.DecodeWord(text);
            return Charsets.Named(word.Groups["charset"].Value.Split('*')[0]).GetString(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<how>[BbQq])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[BbQq]\?)")]
    private static partial Regex Between();
}
