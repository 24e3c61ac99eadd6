using System.Security.Cryptography;
using System.Text;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// Proof that a ping is Airtable's: <c>X-Airtable-Content-MAC: hmac-sha256=</c> and the lower-case hex HMAC-SHA256 of the raw body under
/// the webhook's secret. https://airtable.com/developers/web/api/webhooks-overview
/// </summary>
public static class AirtableSignature
{
    public const string Header = "X-Airtable-Content-MAC";

    /// <summary>Takes the same time whatever the header says.</summary>
    /// <param name="macSecretBase64">As given when the webhook was made. Text that is not base64 proves nothing.</param>
    public static bool IsGenuine(ReadOnlySpan<byte> body, string? header, string macSecretBase64)
    {
        var secret = new byte[macSecretBase64.Length];
        if (!Convert.TryFromBase64String(macSecretBase64, secret, out var length) || length == 0)
            return false;
        var expected = "hmac-sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret.AsSpan(0, length), body));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(header ?? ""));
    }
}
