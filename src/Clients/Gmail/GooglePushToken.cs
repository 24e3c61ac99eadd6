using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Gmail;

/// <summary>Why a push is believed, or not; the name is good for a log.</summary>
public enum PushVerdict
{
    Genuine, NotConfigured, Malformed, UnknownKey, Forged, WrongIssuer, Expired, WrongAudience, WrongAccount,
}

/// <summary>
/// Checks the JWT that Pub/Sub puts on a push. https://docs.cloud.google.com/pubsub/docs/authenticate-push-subscriptions
/// Judged by <c>exp</c> and not by <c>iat</c>: tokens may be an hour old.
/// </summary>
public sealed class GooglePushToken(GooglePushKeys keys, GmailOptions options, TimeProvider time)
{
    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <param name="bearer">The Authorization header, with or without its <c>Bearer</c>.</param>
    /// <exception cref="ProviderException">Google's keys could not be fetched, so nothing can be said: answer 503 and the push comes again.</exception>
    public async Task<PushVerdict> VerifyAsync(string? bearer, CancellationToken ct)
    {
        if (!options.IsPushConfigured)
            return PushVerdict.NotConfigured;
        var token = bearer?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? bearer["Bearer ".Length..].Trim() : bearer ?? "";
        if (token.Split('.') is not [var head, var body, var mark] || Json(head) is not { } header || Json(body) is not { } claims ||
            GmailJson.Base64(mark) is not { } signature || ((JsonElement?)header).At("kid").Text() is not { } kid)
            return PushVerdict.Malformed;
        if (((JsonElement?)header).At("alg").Text() != "RS256")                                  // "none" and HMAC with a public key
            return PushVerdict.Forged;
        if (await keys.FindAsync(kid, ct) is not { } key)
            return PushVerdict.UnknownKey;
        return IsSigned($"{head}.{body}", signature, key) ? Judge(claims) : PushVerdict.Forged;
    }

    static bool IsSigned(string text, byte[] signature, RSAParameters key)
    {
        using var rsa = RSA.Create(key);
        return rsa.VerifyData(Encoding.ASCII.GetBytes(text), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    PushVerdict Judge(JsonElement? claims)
    {
        if (claims.At("iss").Text() is not ("https://accounts.google.com" or "accounts.google.com"))
            return PushVerdict.WrongIssuer;
        if (claims.At("exp") is not { ValueKind: JsonValueKind.Number } exp || !exp.TryGetInt64(out var seconds) ||
            seconds < (time.GetUtcNow() - ClockSkew).ToUnixTimeSeconds())
            return PushVerdict.Expired;
        if (!Same(claims.At("aud").Text(), options.PushAudience!))
            return PushVerdict.WrongAudience;
        return Same(claims.At("email").Text(), options.PushServiceAccount!) && claims.At("email_verified")?.ValueKind == JsonValueKind.True
            ? PushVerdict.Genuine : PushVerdict.WrongAccount;
    }

    static bool Same(string? claimed, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(claimed ?? ""), Encoding.UTF8.GetBytes(expected));

    static JsonElement? Json(string part)
    {
        try
        {
            return GmailJson.Base64(part) is { } bytes && JsonElement.Parse(bytes) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
