using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>
/// The signed token on a push, with a key of the sandbox's own in place of Google's.
/// https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions
/// </summary>
sealed class PushToken : IDisposable
{
    readonly RSA rsa = RSA.Create(2048);
    readonly string keyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public string Sign(string audience, DateTimeOffset now)
    {
        const string subject = "113774264463038321964";
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = keyId, ["typ"] = "JWT" };
        var claims = new JsonObject
        {
            ["aud"] = audience, ["azp"] = subject, ["email"] = Credentials.GmailPushServiceAccount, ["email_verified"] = true,
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(), ["iat"] = now.ToUnixTimeSeconds(), ["iss"] = "https://accounts.google.com", ["sub"] = subject,
        };
        var signed = $"{Base64Url.Encode(header.ToJsonString())}.{Base64Url.Encode(claims.ToJsonString())}";
        return $"{signed}.{Base64Url.Encode(rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>What https://www.googleapis.com/oauth2/v3/certs would serve.</summary>
    public JsonObject KeySet()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA", ["alg"] = "RS256", ["use"] = "sig", ["kid"] = keyId, ["n"] = Base64Url.Encode(key.Modulus!), ["e"] = Base64Url.Encode(key.Exponent!),
            }),
        };
    }

    public void Dispose() => rsa.Dispose();
}
