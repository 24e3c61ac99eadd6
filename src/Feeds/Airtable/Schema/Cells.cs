using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>One spelling for each value of a cell, however it was sent, read or reported, so that values can be compared.</summary>
static class Cells
{
    /// <summary>Null for every way in which a cell is empty: absent, no text, no tick, an empty list.</summary>
    public static string? Canonical(JsonNode? cell) => cell switch
    {
        null => null,
        JsonArray items => items.Select(Canonical).OfType<string>().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } all ? string.Join(' ', all) : null,
        // A select in a webhook's payload comes with its name, a linked record with its id.
        JsonObject item => (item["id"]?.ToString() is { } id && id.StartsWith("rec", StringComparison.Ordinal) ? id : item["name"]?.ToString()) ?? item.ToJsonString(),
        _ => cell.GetValueKind() switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.Number => Number(cell),
            JsonValueKind.String => Text(cell.GetValue<string>()),
            _ => null,
        },
    };

    /// <summary>A short hash of cells, for comparing and not for secrets.</summary>
    public static string Hash(params IEnumerable<string?> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', texts.Select(t => t is null ? "-" : "+" + t)))).AsSpan(0, 8));

    static string Number(JsonNode cell) => decimal.TryParse(cell.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? Math.Round(number, 8).ToString("0.########", CultureInfo.InvariantCulture) : cell.ToJsonString();

    static string? Text(string text)
    {
        if (text.Length == 0) return null;
        var isInstant = text.Length is >= 20 and <= 30 && text[^1] == 'Z' && char.IsAsciiDigit(text[0]);
        return isInstant && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at)
            ? at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : text.ReplaceLineEndings("\n").TrimEnd();
    }
}
