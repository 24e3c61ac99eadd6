using System.Text;
using System.Text.RegularExpressions;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>A mail, or a part of one, read from its bytes (RFC 5322 and 2045). Understands what mail programs write.</summary>
sealed partial class MimePart
{
    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }
    public required byte[] Content { get; init; }
    public IReadOnlyList<MimePart> Parts { get; init; } = [];

    public string MimeType => (Header("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();
    public string Filename => Parameter("Content-Disposition", "filename") ?? Parameter("Content-Type", "name") ?? "";

    public string? Header(string name) => Headers.FirstOrDefault(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The readable text: text/plain where there is one, else what is left of the html without its tags.</summary>
    public string Text =>
        Leaf("text/plain") is { } plain ? Encoding.UTF8.GetString(plain.Content).ReplaceLineEndings("\n").Trim()
        : Leaf("text/html") is { } html ? System.Net.WebUtility.HtmlDecode(Tag().Replace(Encoding.UTF8.GetString(html.Content), " ")).Trim() : "";

    MimePart? Leaf(string type) => Parts.Count == 0 ? MimeType == type && Filename.Length == 0 ? this : null : Parts.Select(p => p.Leaf(type)).FirstOrDefault(p => p is not null);

    string? Parameter(string header, string name) =>
        Header(header) is { } value && Regex.Match(value, $@"(?:^|;)\s*{name}\s*=\s*(?:""([^""]*)""|([^;\s]+))", RegexOptions.IgnoreCase) is { Success: true } m
            ? m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value : null;

    public static MimePart Parse(byte[] raw)
    {
        // Latin-1 keeps every byte as one character, so that parts in any charset survive the splitting.
        var text = Encoding.Latin1.GetString(raw);
        var gap = BlankLine().Match(text);
        var (head, body) = gap.Success ? (text[..gap.Index], text[(gap.Index + gap.Length)..]) : (text, "");
        var headers = Folded().Replace(head, " ").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split(':', 2)).Where(p => p.Length == 2)
            .Select(p => (p[0].Trim(), EncodedWord.Decode(Utf8(p[1].Trim())))).ToList();
        var part = new MimePart { Headers = headers, Content = [] };
        if (part.MimeType.StartsWith("multipart/", StringComparison.Ordinal) && part.Parameter("Content-Type", "boundary") is { } boundary)
            return new MimePart { Headers = headers, Content = [], Parts = [.. Split(body, boundary).Select(p => Parse(Encoding.Latin1.GetBytes(p)))] };
        return new MimePart { Headers = headers, Content = part.ToUtf8(Decoded(body, part.Header("Content-Transfer-Encoding"))) };
    }

    static IEnumerable<string> Split(string body, string boundary) =>
        Regex.Split("\n" + body, $@"\r?\n--{Regex.Escape(boundary)}").Skip(1).TakeWhile(p => !p.StartsWith("--", StringComparison.Ordinal))
            .Select(p => p[(p.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

    static byte[] Decoded(string body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Convert.FromBase64String(NotBase64().Replace(body, "")),
        "quoted-printable" => QuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    static byte[] QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        var text = SoftBreak().Replace(body, "");
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else bytes.Add((byte)text[i]);
        return [.. bytes];
    }

    /// <summary>Gmail hands out text parts in UTF-8, whatever they came in.</summary>
    byte[] ToUtf8(byte[] bytes) =>
        MimeType.StartsWith("text/", StringComparison.Ordinal) && Parameter("Content-Type", "charset")?.ToLowerInvariant() is "iso-8859-1" or "latin1"
            ? Encoding.Convert(Encoding.Latin1, Encoding.UTF8, bytes) : bytes;

    static string Utf8(string latin1) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1));

    [GeneratedRegex(@"\r?\n\r?\n")] private static partial Regex BlankLine();
    [GeneratedRegex(@"\r?\n[ \t]+")] private static partial Regex Folded();
    [GeneratedRegex(@"[^A-Za-z0-9+/=]")] private static partial Regex NotBase64();
    [GeneratedRegex(@"=\r?\n")] private static partial Regex SoftBreak();
    [GeneratedRegex("<[^>]+>")] private static partial Regex Tag();
}
