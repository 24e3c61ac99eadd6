using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Gmail;

/// <summary>
/// Keeps the access token, which lives an hour, and renews it a minute early or once Gmail refuses it.
/// https://developers.google.com/identity/protocols/oauth2/web-server#offline
/// </summary>
public sealed class GmailAccess(HttpClient http, GmailOptions options, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    static readonly JsonSerializerOptions Json = Wire.Options(JsonNamingPolicy.SnakeCaseLower);

    readonly SemaphoreSlim gate = new(1, 1);
    string? token;
    DateTimeOffset validUntil;

    /// <exception cref="ProviderException">The refresh failed; code <c>invalid_grant</c> means that a person must consent again.</exception>
    public async Task<string> TokenAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (token is null || time.GetUtcNow() >= validUntil)
                await RefreshAsync(ct);
            return token!;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets a token that Gmail refused, unless it has been renewed meanwhile.</summary>
    public void Forget(string refused) => Interlocked.CompareExchange(ref token, null, refused);

    public void Dispose() => gate.Dispose();

    async Task RefreshAsync(CancellationToken ct)
    {
        options.EnsureConfigured(GmailClient.Provider);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenUrl)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["client_id"] = options.ClientId!,
                ["client_secret"] = options.ClientSecret!,
                ["refresh_token"] = options.RefreshToken!,
                ["grant_type"] = "refresh_token",
            }),
        };
        request.Options.Set(PatientHandler.Repeatable, true);
        using var response = await http.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            var code = (await response.ErrorAsync(ct)).At("error").Text();
            throw new ProviderException(GmailClient.Provider, $"token refresh: {response.StatusCode.Named()}: {code?.Short() ?? "no reason given"}",
                response.StatusCode, PatientHandler.IsTransient(response.StatusCode), RetryAfter.Of(response, time), code);
        }
        var granted = await response.ReadAsync<Granted>(GmailClient.Provider, Json, ct);
        validUntil = time.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn) - Margin;
        token = granted.AccessToken ?? throw new ProviderException(GmailClient.Provider, "token refresh: no token in the answer", response.StatusCode);
    }

    sealed record Granted(string? AccessToken, double ExpiresIn);
}
