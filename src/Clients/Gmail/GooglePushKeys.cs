using System.Collections.Frozen;
using System.Security.Cryptography;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Gmail;

/// <summary>
/// Google's public keys by their id. Fetched when an unknown id turns up or after six hours (so that withdrawn keys lapse), and at
/// most once a minute: forged ids must not make us hammer Google. https://developers.google.com/identity/openid-connect/openid-connect#discovery
/// </summary>
public sealed class GooglePushKeys(HttpClient http, GmailOptions options, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(6);

    readonly SemaphoreSlim gate = new(1, 1);
    volatile FrozenDictionary<string, RSAParameters> keys = FrozenDictionary<string, RSAParameters>.Empty;
    DateTimeOffset? triedAt;
    DateTimeOffset fetchedAt;

    /// <returns>The key, or null when Google has none of this id.</returns>
    /// <exception cref="ProviderException">The keys could not be fetched.</exception>
    public async Task<RSAParameters?> FindAsync(string kid, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var now = time.GetUtcNow();
            var isStale = now - fetchedAt > Lifetime;
            if ((isStale || !keys.ContainsKey(kid)) && !(now - triedAt < Pause))
            {
                triedAt = now;
                keys = await FetchAsync(ct);
                fetchedAt = now;
            }
            return keys.TryGetValue(kid, out var key) ? key : null;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    async Task<FrozenDictionary<string, RSAParameters>> FetchAsync(CancellationToken ct)
    {
        using var response = await http.GetAsync(options.CertsUrl, ct);
        if (!response.IsSuccessStatusCode)
            throw new ProviderException(GmailClient.Provider, $"signing keys: {response.StatusCode.Named()}", response.StatusCode, isTransient: true);
        var set = await response.ReadAsync<KeySet>(GmailClient.Provider, GmailJson.Options, ct);
        return (set.Keys ?? []).Where(k => k is { Kty: "RSA", Kid: not null } && GmailJson.Base64(k.N) is not null && GmailJson.Base64(k.E) is not null)
            .GroupBy(k => k.Kid!)
            .ToFrozenDictionary(g => g.Key, g => new RSAParameters { Modulus = GmailJson.Base64(g.Last().N), Exponent = GmailJson.Base64(g.Last().E) });
    }

    sealed record KeySet(List<Key>? Keys);
    sealed record Key(string? Kty, string? Kid, string? N, string? E);
}
