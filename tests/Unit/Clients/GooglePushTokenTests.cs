using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients.Gmail;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class GooglePushTokenTests : IDisposable
{
    const string Audience = "https://bot.example/webhooks/gmail", Account = "push@project.iam.gserviceaccount.com";
    readonly JumpingTime time = new();
    readonly RSA google = RSA.Create(2048), stranger = RSA.Create(2048);

    [Fact]
    public async Task A_genuine_push_is_believed_and_the_keys_are_fetched_once()
    {
        await using var certs = await CertsAsync();
        await using var services = Services(certs);
        var token = services.GetRequiredService<GooglePushToken>();
        Assert.Equal(PushVerdict.Genuine, await token.VerifyAsync("Bearer " + Jwt(google), default));
        Assert.Equal(PushVerdict.Genuine, await token.VerifyAsync(Jwt(google), default));
        Assert.Single(certs.Arrived);
    }

    [Fact]
    public async Task Everything_else_is_not()
    {
        await using var certs = await CertsAsync();
        await using var services = Services(certs);
        var token = services.GetRequiredService<GooglePushToken>();
        var good = Jwt(google);
        var other = Jwt(google, email: "thief@project.iam.gserviceaccount.com").Split('.');
        foreach (var (expected, jwt) in new (PushVerdict, string?)[]
        {
            (PushVerdict.Malformed, null), (PushVerdict.Malformed, "Bearer x"), (PushVerdict.Malformed, "a.b.c"),
            (PushVerdict.Forged, Jwt(stranger)),
            (PushVerdict.Forged, $"{good.Split('.')[0]}.{other[1]}.{good.Split('.')[2]}"),
            (PushVerdict.Forged, Jwt(google, alg: "none")), (PushVerdict.Forged, Jwt(google, alg: "HS256")),
            (PushVerdict.WrongAudience, Jwt(google, audience: "https://elsewhere.example/")),
            (PushVerdict.WrongAccount, string.Join('.', other)), (PushVerdict.WrongAccount, Jwt(google, isVerified: false)),
            (PushVerdict.WrongIssuer, Jwt(google, issuer: "https://evil.example")),
            (PushVerdict.Expired, Jwt(google, lifetime: TimeSpan.FromMinutes(-5))),
        })
            Assert.Equal(expected, await token.VerifyAsync(jwt, default));
    }

    [Fact]
    public async Task Unknown_keys_are_looked_up_at_most_once_a_minute()
    {
        await using var certs = await CertsAsync();
        await using var services = Services(certs);
        var token = services.GetRequiredService<GooglePushToken>();
        for (var i = 0; i < 5; i++)
            Assert.Equal(PushVerdict.UnknownKey, await token.VerifyAsync(Jwt(google, kid: $"k{i}"), default));
        Assert.Single(certs.Arrived);
        time.Advance(TimeSpan.FromMinutes(2));
        await token.VerifyAsync(Jwt(google, kid: "k9"), default);
        Assert.Equal(2, certs.Arrived.Count);
        Assert.Equal(PushVerdict.Genuine, await token.VerifyAsync(Jwt(google), default));
    }

    [Fact]
    public async Task Without_push_settings_no_push_is_believed()
    {
        await using var services = StandIn.Services(time);
        Assert.Equal(PushVerdict.NotConfigured, await services.GetRequiredService<GooglePushToken>().VerifyAsync(Jwt(google), default));
    }

    [SharedFact]
    public void The_push_names_the_mailbox_and_the_place_in_history()
    {
        Assert.Equal(new GmailPush("2070443601311540", "user@example.com", 1234567890), GmailJson.Push(Shared.Read("gmail/pubsub_push_notification_docs.json")));
        var live = Convert.ToBase64String("""{"emailAddress":"a@b.example","historyId":1754293}"""u8);
        Assert.Equal(1754293UL, GmailJson.Push($$$"""{"message":{"data":"{{{live}}}","message_id":"1"}}""").HistoryId);
    }

    public void Dispose()
    {
        google.Dispose();
        stranger.Dispose();
    }

    string Jwt(RSA key, string kid = "k", string alg = "RS256", string audience = Audience, string email = Account, bool isVerified = true,
        string issuer = "https://accounts.google.com", TimeSpan? lifetime = null)
    {
        var exp = (time.GetUtcNow() + (lifetime ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds();
        var text = Part(new { alg, kid, typ = "JWT" }) + "." + Part(new { aud = audience, azp = "1", email, email_verified = isVerified, exp, iss = issuer, sub = "1" });
        return text + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    Task<StandIn> CertsAsync()
    {
        var key = google.ExportParameters(false);
        return StandIn.AnsweringAsync((200, JsonSerializer.Serialize(new { keys = new[] { new
            { kty = "RSA", use = "sig", alg = "RS256", kid = "k", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } }), []));
    }

    ServiceProvider Services(StandIn certs) => certs.Clients(time, ("Gmail:CertsUrl", "{url}certs"), ("Gmail:ClientId", "c"), ("Gmail:ClientSecret", "s"),
        ("Gmail:RefreshToken", "r"), ("Gmail:Mailbox", "m@x.example"), ("Gmail:Topic", "projects/p/topics/t"), ("Gmail:PushAudience", Audience), ("Gmail:PushServiceAccount", Account));
}
