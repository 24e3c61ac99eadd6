using System.Text;
using System.Text.RegularExpressions;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>Header text beyond ASCII (RFC 2047). Gmail shows it decoded.</summary>
static partial class EncodedWord
{
    public static string Encode(string text) => text.All(char.IsAscii) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    public static string Decode(string text) => !text.Contains("=?", StringComparison.Ordinal) ? text
        : Word().Replace(Between().Replace(text, "?==?"), m =>
        {
            if (!string.Equals(m.Groups["charset"].Value, "utf-8", StringComparison.OrdinalIgnoreCase)) return m.Value;
            var data = m.Groups["data"].Value;
            if (m.Groups["kind"].Value is "B" or "b") return Base64Url.Decode(data) is { } bytes ? Encoding.UTF8.GetString(bytes) : m.Value;
            return Uri.UnescapeDataString(data.Replace("%", "%25", StringComparison.Ordinal).Replace('_', ' ').Replace('=', '%'));
        });

    [GeneratedRegex(@"=\?(?<charset>[^?]+)\?(?<kind>[BbQq])\?(?<data>[^?]*)\?=")]
    private static partial Regex Word();

    /// <summary>White space between two encoded words does not count.</summary>
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();
}
